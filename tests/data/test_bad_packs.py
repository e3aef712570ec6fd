"""A bad pack is named in one line and never stamped."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data import DataError, refresh, stamping
from tests.data.small_pack import loaded_pack, pack, replace_text, root

__all__ = ["pack", "root"]

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
        (lambda pack: replace_text(pack / "pack.toml", 'region = "ITH5"', 'region = "XX"'), "'XX'"),
        (lambda pack: replace_text(pack / "pack.toml", 'region = "ITH5"', 'region = "ITC4"'), "'ITC4'"),
        (lambda pack: replace_text(pack / "pack.toml", 'country = "IT"', 'country = "ES"'), "'ES'"),
        (lambda pack: replace_text(pack / "links.toml", "place =", "palce ="), "palce"),
        (lambda pack: _renamed(pack, "links", "lnks"), "did you mean links?"),
        (lambda pack: _added(pack / "links.toml", "[columns.weight]\ntype = 'number'\n"), "weight"),
        (lambda pack: _added(pack / "links.toml", "[errata]\necosystem = '9'\n"), "'9'"),
        (
            lambda pack: replace_text(pack / "pack.toml", "[sources.paper]", "default = 3\n[sources.paper]"),
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


def test_a_stamp_of_a_bad_pack_is_refused_and_changes_nothing(
    root: Path, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_text(pack / "shares_of_country.csv", "12.5", "125")
    before = (pack / "shares_of_country.toml").read_bytes()
    assert refresh.main(["--stamp", "ITH5"], root=root) == 1
    assert "above 100" in capsys.readouterr().err
    assert (pack / "shares_of_country.toml").read_bytes() == before
