"""A region pack keeps its records' promises, and a bad one is named in one line."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from data import Data, DataError, load, refresh
from data.records import LANGUAGES, PROVENANCE, STANDINGS

HEAD = """\
region = "ITH5"
country = "IT"
title.en = "Emilia-Romagna"
title.it = "Emilia-Romagna"

[sources.paper]
publisher = "European Cluster Collaboration Platform"
title.en = "Input paper"
title.it = "Documento di lavoro"
"""
RECORD = """\
title.en = "Shares"
title.it = "Quote"
place = "Table 1"
key = ["id"]
checksum = "sha256:0000000000000000000000000000000000000000000000000000000000000000"

[columns.id]
type = "text"
required = true
[columns.kind]
type = "choice"
choices = ["big", "small"]
[columns.value]
type = "number"
minimum = 0
maximum = 100
[columns.members]
type = "integer"
[columns.since]
type = "date"
[columns.name_en]
type = "text"
[columns.name_it]
type = "text"
"""
ROWS = """\
id,kind,value,members,since,name_en,name_it,standing,source,note
a,big,12.5,120,2009-05-30,Food,Alimentare,printed,paper,7
b,small,,,2010,Textiles,Tessile,not-published,paper,
c,,3,4,,,,recomputed,paper,7 8
"""
ERRATA_RECORD = """\
title.en = "Notes"
title.it = "Note"
key = ["id"]
checksum = "sha256:0000000000000000000000000000000000000000000000000000000000000000"

[columns.id]
type = "integer"
required = true
[columns.text_en]
type = "text"
[columns.text_it]
type = "text"
"""
ERRATA = (
    "id,text_en,text_it,standing,source,note\n7,Seven,Sette,printed,paper,\n8,Eight,Otto,printed,paper,\n"
)


@pytest.fixture
def root(few: Path) -> Path:
    """A fault stops the start however few tables there are."""
    return few


@pytest.fixture
def pack(root: Path) -> Path:
    folder = root / "packs" / "ITH5"
    folder.mkdir(parents=True)
    files = {"pack.toml": HEAD, "shares.toml": RECORD, "shares.csv": ROWS}
    files |= {"errata.toml": ERRATA_RECORD, "errata.csv": ERRATA}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert refresh.main(["--stamp", "ITH5"], root=root) == 0
    return folder


def test_a_pack_loads_with_typed_columns(root: Path, pack: Path) -> None:
    loaded = load(root).packs[pack.name]
    shares = loaded.tables["shares"]
    assert loaded.title["it"] == "Emilia-Romagna"
    assert shares["value"].tolist()[::2] == [12.5, 3.0]
    assert pd.isna(shares["value"].iloc[1]), "missing stays missing"
    assert shares["since"].tolist() == ["2009-05-30", "2010", ""]
    assert loaded.tables["errata"]["id"].tolist() == [7, 8]
    assert loaded.records["shares"].place == "Table 1"


BAD: list[tuple[str, str, str, tuple[str, ...]]] = [
    (
        "an unknown standing",
        "a,big,12.5,120,2009-05-30,Food,Alimentare,printed",
        "a,big,12.5,120,2009-05-30,Food,Alimentare,guessed",
        ("column standing", "'guessed'"),
    ),
    ("an unknown source", "printed,paper,7", "printed,press,7", ("column source", "'press'", "pack.toml")),
    ("no source", "printed,paper,7", "printed,,7", ("column source",)),
    ("an unknown note", "paper,7 8", "paper,7 99", ("column note", "'7 99'", "errata.csv")),
    ("a value outside its limits", "12.5", "125", ("column value", "'125'", "above 100")),
    ("a text for a number", "12.5", "about 12", ("column value", "'about 12'", "not a number")),
    ("half a member", "120", "120.5", ("column members", "'120.5'", "whole number")),
    ("an unknown choice", ",big,", ",huge,", ("column kind", "'huge'", "big, small")),
    ("a date that is none", "2009-05-30", "30 May 2009", ("column since", "'30 May 2009'", "date")),
    ("a blank where one is required", "b,small", ",small", ("column id", "blank")),
    ("the same key twice", "b,small", "a,small", ("column id", "twice")),
    ("no Italian", "Food,Alimentare", "Food,", ("column name_it", "translation")),
    ("no English", "Food,Alimentare", ",Alimentare", ("column name_en", "translation")),
    ("a value nobody published", "b,small,,", "b,small,0,", ("column value", "'0'", "not-published")),
    (
        "a value that is not in our copy",
        "b,small,,,2010,Textiles,Tessile,not-published",
        "b,small,0,,2010,Textiles,Tessile,not-in-our-copy",
        ("column value", "'0'", "not-in-our-copy"),
    ),
    ("a missing column", "standing,source,note", "standing,source", ("column note", "missing")),
    ("a plausible value changed by hand", "12.5", "12.6", ("column checksum", "--stamp ITH5")),
]


@pytest.mark.parametrize(("kind", "old", "new", "says"), BAD, ids=[one[0] for one in BAD])
def test_a_bad_pack_is_named_in_one_line(
    root: Path, pack: Path, kind: str, old: str, new: str, says: tuple[str, ...]
) -> None:
    file = pack / "shares.csv"
    text = file.read_text(encoding="utf-8")
    assert old in text, kind
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(root)
    sentence = str(caught.value)
    assert "\n" not in sentence
    for part in ("data/packs/ITH5/shares.csv", *says, "git stash push -- data/packs/ITH5/shares.csv"):
        assert part in sentence, sentence


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda pack: (pack / "pack.toml").unlink(), "pack.toml"),
        (lambda pack: (pack / "shares.toml").unlink(), "no shares.toml"),
        (lambda pack: (pack / "shares.csv").unlink(), "no shares.csv"),
        (lambda pack: _edit(pack / "pack.toml", 'region = "ITH5"', 'region = "XX"'), "'XX'"),
        (lambda pack: _edit(pack / "pack.toml", 'region = "ITH5"', 'region = "ITC4"'), "'ITC4'"),
        (lambda pack: _edit(pack / "shares.toml", 'type = "integer"', 'type = "whole"'), "'whole'"),
        (lambda pack: _edit(pack / "shares.toml", 'key = ["id"]', 'key = ["code"]'), "'code'"),
    ],
)
def test_a_bad_record_of_a_pack_is_named(
    root: Path, pack: Path, spoil: Callable[[Path], None], says: str
) -> None:
    spoil(pack)
    with pytest.raises(DataError) as caught:
        load(root)
    assert says in str(caught.value)
    assert "data/packs/ITH5" in str(caught.value)


def _edit(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_a_stamp_of_a_bad_pack_is_refused_and_changes_nothing(
    root: Path, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(pack / "shares.csv", "12.5", "125")
    before = (pack / "shares.toml").read_bytes()
    assert refresh.main(["--stamp", "ITH5"], root=root) == 1
    assert "above 100" in capsys.readouterr().err
    assert (pack / "shares.toml").read_bytes() == before


def test_every_table_of_every_pack_says_its_standing_and_source(data: Data) -> None:
    for pack in data.packs.values():
        assert pack.region in data.regions.index
        for name, rows in pack.tables.items():
            assert set(PROVENANCE) <= set(rows.columns), name
            assert rows["standing"].isin(list(STANDINGS)).all(), name
            assert len(rows), name


def test_every_table_and_source_of_every_pack_has_words_in_every_language(data: Data) -> None:
    for pack in data.packs.values():
        for name, record in pack.records.items():
            assert all(record.title[language] for language in LANGUAGES), name
            assert all(column.label is None or column.label["it"] for column in record.columns.values()), name
        assert all(source.title[language] for source in pack.sources.values() for language in LANGUAGES)
