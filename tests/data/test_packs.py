"""A region pack keeps its records' promises, and a bad one is named in one line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from data import Data, DataError, Pack, load, refresh, stamping, validation
from data.pack import pack as read_pack
from data.packs import schema
from data.packs.default import default_region
from data.records import LANGUAGES, PROVENANCE
from data.standings import STANDINGS

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
ZERO = "0" * 64
RECORD = f"""\
title.en = "A table"
title.it = "Una tabella"
place = "Table 1"
checksum = "sha256:{ZERO}"
"""
ORGANISATIONS = """\
no,name,short,kind,members,band,founded,declared_lon,themes_en,themes_it,standing,source,note
1,First cluster,First,Cluster,120,>100,2009-05-30,11.3,Food,Alimentare,printed,paper,7
2,Second cluster,Second,Cluster,,<=50,2010,,Textiles,Tessile,published,paper,
3,Third cluster,Third,Other,4,,,,,,recomputed,paper,7 8
"""
SHARES = """\
indicator,name_en,name_it,value,year,standing,source,note
gdp,GDP,PIL,12.5,2022,printed,paper,
exports,Exports,Esportazioni,,2022,not-published,paper,
"""
LINKS = """\
organisation,ecosystem,standing,source
1,food,printed,paper
"""
ERRATA = """\
id,place,problem_en,problem_it,reading_en,reading_it,certainty,standing,source
7,Table 1,Seven,Sette,Read,Letto,certain,printed,paper
8,Table 1,Eight,Otto,Read,Letto,open,printed,paper
"""
TABLES = {"organisations": ORGANISATIONS, "shares_of_country": SHARES, "links": LINKS, "errata": ERRATA}


@pytest.fixture
def root(few: Path) -> Path:
    """A fault stops the start however few tables there are."""
    return few


@pytest.fixture
def pack(root: Path) -> Path:
    folder = root / "packs" / "ITH5"
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(HEAD, encoding="utf-8")
    for name, text in TABLES.items():
        (folder / f"{name}.toml").write_text(RECORD, encoding="utf-8")
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    assert refresh.main(["--stamp", "ITH5"], root=root) == 0
    return folder


def loaded_pack(root: Path, folder: Path) -> Pack:
    """The pack alone, as `load` reads it."""
    return read_pack(folder, root, validation.regions(root))


def test_a_pack_loads_with_typed_columns(root: Path, pack: Path) -> None:
    loaded = loaded_pack(root, pack)
    people, shares = loaded.tables["organisations"], loaded.tables["shares_of_country"]
    assert loaded.title["it"] == "Emilia-Romagna"
    assert people["members"].tolist()[::2] == [120, 4]
    assert pd.isna(people["members"].iloc[1]), "missing stays missing"
    assert pd.isna(shares["value"].iloc[1]), "what is not published has no value"
    assert people["founded"].tolist() == ["2009-05-30", "2010", ""]
    assert loaded.tables["errata"]["id"].tolist() == [7, 8]
    assert loaded.records["organisations"].place == "Table 1"


def test_every_table_has_every_column_of_its_schema_whatever_its_file_leaves_out(
    root: Path, pack: Path
) -> None:
    loaded = loaded_pack(root, pack)
    for name, rows in loaded.tables.items():
        assert list(rows.columns) == list(schema.tables()[name].all_columns)
    people = loaded.tables["organisations"]
    assert people["website"].tolist() == ["", "", ""]
    assert people["found_lon"].isna().all()


def test_a_table_without_rows_is_as_none(root: Path, pack: Path) -> None:
    file = pack / "links.csv"
    file.write_text(LINKS.split("\n", 1)[0] + "\n", encoding="utf-8")
    assert refresh.main(["--stamp", "ITH5"], root=root) == 0
    loaded = loaded_pack(root, pack)
    assert not loaded.has("links")
    assert loaded.rows("links").empty
    assert loaded.has("organisations", "errata")


BAD: list[tuple[str, str, str, str, tuple[str, ...]]] = [
    (
        "an unknown standing",
        "organisations",
        "Alimentare,printed",
        "Alimentare,guessed",
        ("standing", "'guessed'"),
    ),
    (
        "an unknown source",
        "organisations",
        "printed,paper,7",
        "printed,press,7",
        ("source", "'press'", "pack.toml"),
    ),
    ("no source", "organisations", "printed,paper,7", "printed,,7", ("column source",)),
    ("an unknown note", "organisations", "paper,7 8", "paper,7 99", ("column note", "'7 99'", "errata.csv")),
    ("a value above its limit", "shares_of_country", "12.5", "125", ("column value", "'125'", "above 100")),
    ("a text for a number", "shares_of_country", "12.5", "about 12", ("value", "'about 12'", "not a number")),
    ("half a member", "organisations", "120", "120.5", ("column members", "'120.5'", "whole number")),
    ("an unknown choice", "organisations", ",>100,", ",many,", ("column band", "'many'", "<=50, 51-100")),
    (
        "a date that is none",
        "organisations",
        "2009-05-30",
        "30 May 2009",
        ("founded", "'30 May 2009'", "date"),
    ),
    (
        "a blank where one is required",
        "organisations",
        "2,Second cluster",
        "2,",
        ("column name", "blank", "line 3"),
    ),
    ("the same key twice", "organisations", "2,Second", "1,Second", ("column no", "twice", "line 3")),
    ("no Italian", "organisations", "Food,Alimentare", "Food,", ("themes_it", "translation")),
    ("no English", "organisations", "Food,Alimentare", ",Alimentare", ("themes_en", "translation")),
    ("a value nobody published", "shares_of_country", ",,2022", ",0,2022", ("value", "'0'", "not-published")),
    (
        "a value that is not in our copy",
        "shares_of_country",
        ",,2022,not-published",
        ",0,2022,not-in-our-copy",
        ("column value", "'0'", "not-in-our-copy"),
    ),
    ("a missing column", "organisations", ",kind,", ",", ("column kind", "missing", "line 1")),
    (
        "a column of no schema",
        "organisations",
        "members",
        "menbers",
        ("menbers", "did you mean members?", "line 1"),
    ),
    ("the same column twice", "organisations", "founded,", "members,", ("members", "twice", "line 1")),
    (
        "a link to nobody",
        "links",
        "1,food",
        "9,food",
        ("column organisation", "'9'", "organisations.csv", "line 2"),
    ),
    ("a plausible value changed by hand", "shares_of_country", "12.5", "12.6", ("checksum", "--stamp ITH5")),
]


@pytest.mark.parametrize(("kind", "table", "old", "new", "says"), BAD, ids=[case[0] for case in BAD])
def test_a_bad_pack_is_named_in_one_line(
    root: Path, pack: Path, kind: str, table: str, old: str, new: str, says: tuple[str, ...]
) -> None:
    file = pack / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    assert old in text, kind
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        loaded_pack(root, pack)
    sentence = str(caught.value)
    assert "\n" not in sentence
    for part in (f"data/packs/ITH5/{table}.csv", *says, "To mend it:"):
        assert part in sentence, sentence


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda pack: (pack / "pack.toml").unlink(), "pack.toml"),
        (lambda pack: (pack / "links.toml").unlink(), "no links.toml"),
        (lambda pack: (pack / "links.csv").unlink(), "no links.csv"),
        (lambda pack: _edit(pack / "pack.toml", 'region = "ITH5"', 'region = "XX"'), "'XX'"),
        (lambda pack: _edit(pack / "pack.toml", 'region = "ITH5"', 'region = "ITC4"'), "'ITC4'"),
        (lambda pack: _edit(pack / "pack.toml", 'country = "IT"', 'country = "ES"'), "'ES'"),
        (lambda pack: _edit(pack / "links.toml", "place =", "palce ="), "palce"),
        (lambda pack: _renamed(pack, "links", "lnks"), "did you mean links?"),
        (lambda pack: _added(pack / "links.toml", "[columns.weight]\ntype = 'number'\n"), "weight"),
        (lambda pack: _added(pack / "links.toml", "[errata]\necosystem = '9'\n"), "'9'"),
        (
            lambda pack: _edit(pack / "pack.toml", "[sources.paper]", "default = 3\n[sources.paper]"),
            "default",
        ),
    ],
)
def test_a_bad_record_of_a_pack_is_named(
    root: Path, pack: Path, spoil: Callable[[Path], None], says: str
) -> None:
    spoil(pack)
    with pytest.raises(DataError) as caught:
        loaded_pack(root, pack)
    assert says in str(caught.value)
    assert "data/packs/ITH5" in str(caught.value)


def _renamed(pack: Path, old: str, new: str) -> None:
    for end in ("csv", "toml"):
        (pack / f"{old}.{end}").rename(pack / f"{new}.{end}")


def _added(file: Path, text: str) -> None:
    """The record with a block more, stamped as a person would."""
    text = file.read_text(encoding="utf-8") + text
    file.write_text(stamping.with_own_checksum(text), encoding="utf-8")


def test_only_one_region_is_the_default(root: Path, pack: Path) -> None:
    assert default_region(root) == "ITC4"
    _edit(pack / "pack.toml", 'country = "IT"', 'country = "IT"\ndefault = true')
    assert refresh.main(["--stamp", "ITH5"], root=root) == 0
    with pytest.raises(DataError, match="only one region can be the default"):
        load(root)


def test_the_default_region_is_there_whatever_packs_are(root: Path, pack: Path) -> None:
    for head in (root / "packs").glob("*/pack.toml"):
        if head.parent != pack:
            shutil.rmtree(head.parent)
    assert default_region(root) == "ITH5"
    shutil.rmtree(pack)
    assert default_region(root) in load(root).regions.index


def _edit(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_a_stamp_of_a_bad_pack_is_refused_and_changes_nothing(
    root: Path, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(pack / "shares_of_country.csv", "12.5", "125")
    before = (pack / "shares_of_country.toml").read_bytes()
    assert refresh.main(["--stamp", "ITH5"], root=root) == 1
    assert "above 100" in capsys.readouterr().err
    assert (pack / "shares_of_country.toml").read_bytes() == before


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
