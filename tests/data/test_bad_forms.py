"""What cannot be read of a filled form is refused with file, line and what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data import refresh
from data.packs.__main__ import main
from tests.data.filled_forms import REGION, filled_form, name_the_source, put_form, root

__all__ = ["root"]

BAD: list[tuple[str, Callable[[str], str], str, tuple[str, ...]]] = [
    (
        "no source",
        lambda text: text.replace(";paper;", ";press;", 1),
        "s3_ecosystems",
        ("column source", "line 2", "'press'"),
    ),
    (
        "a theme of one's own",
        lambda text: text.replace(";nutrition;", ";food;", 1),
        "s3_ecosystems",
        ("column theme", "line 2", "one of nutrition"),
    ),
    (
        "a blank name",
        lambda text: text.replace("Città «name_en»; 1", ""),
        "s3_ecosystems",
        ("column name_en", "line 3", "blank"),
    ),
    (
        "two blank names",
        lambda text: text.replace("Città «name_en»; 1", "").replace("Città «name_en»; 2", ""),
        "s3_ecosystems",
        ("line 3", "1 other lines: 4"),
    ),
    (
        "no translation",
        lambda text: text.replace("Città «text_it»; 2", ""),
        "s3_ecosystems",
        ("column text_it", "line 4", "translation"),
    ),
    (
        "the same key",
        lambda text: text.replace("«ecosystem»; 1", "«ecosystem»; 0"),
        "s3_ecosystems",
        ("column ecosystem", "line 3", "twice"),
    ),
    (
        "a word for a number",
        lambda text: text.replace("24,75", "Tallinn", 1),
        "organisations",
        ("column declared_lon", "line 2", "'Tallinn'", "not a number"),
    ),
    (
        "out of the world",
        lambda text: text.replace("24,75", "240,75", 1),
        "organisations",
        ("declared_lon", "line 2", "above 180"),
    ),
    (
        "two readings",
        lambda text: text.replace("24,75", "24.750", 1),
        "organisations",
        ("declared_lon", "line 2", "'24.750'", "24750"),
    ),
    (
        "half a member",
        lambda text: text.replace(";1201;", ";1201,5;"),
        "projects",
        ("line 3", "whole number"),
    ),
    (
        "a month in words",
        lambda text: text.replace("2/3/2024", "marzo 2024", 1),
        "projects",
        ("line 3", "'marzo 2024'", "not a date"),
    ),
    (
        "a cell too many",
        lambda text: text.replace("\r\n", ";;x\r\n", 2).replace(";;x", "", 1),
        "projects",
        ("line 2", "cells, the header"),
    ),
    (
        "a column of one's own",
        lambda text: text.replace("name_en", "name_eng", 1),
        "s3_ecosystems",
        ("name_eng", "line 1", "did you mean name_en"),
    ),
    (
        "a month above twelve",
        lambda text: text.replace("2/3/2024", "02/13/2024", 1),
        "projects",
        ("line 3", "'02/13/2024'", "not a date"),
    ),
    (
        "cents with marks between thousands",
        lambda text: text.replace(";1201;", ";1.234.201,50;"),
        "projects",
        ("line 3", "not a whole number"),
    ),
    (
        "an end before the start",
        lambda text: text.replace("1/3/2024", "9/3/2024", 1),
        "projects",
        ("column end", "line 2", "before the start"),
    ),
    (
        "a title in merged cells",
        lambda text: f"Our projects{';' * text.splitlines()[0].count(';')}\r\n{text}",
        "projects",
        ("line 1", "'Our projects'", "stand on line 2", "remove what stands above"),
    ),
    (
        "a quote without an end",
        lambda text: text.replace("published", '"published', 1),
        "projects",
        ("line 2", "quotation mark"),
    ),
]


@pytest.mark.parametrize(("kind", "spoil", "form", "says"), BAD, ids=[case[0] for case in BAD])
def test_a_bad_form_is_refused_by_line(
    root: Path,
    kind: str,
    spoil: Callable[[str], str],
    form: str,
    says: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = filled_form(form)
    assert spoil(text) != text, kind
    put_form(root, form, spoil(text))
    assert main(["check", REGION], root) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if "data/packs/" in line]
    cells = [line.partition(", value")[0] for line in said]
    assert len(cells) == len(set(cells)), "a cell is named once"
    for part in (f"data/packs/{REGION}/{form}.csv: ", *says, "To mend it:"):
        assert part in said[0], said
    assert "stash" not in said[0]
    assert refresh.main(["--stamp", REGION], root=root) == 1
    assert not (root / "packs" / REGION / f"{form}.toml").exists()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("organisations.xlsx", "is not read: a table of a pack is a csv"),
        ("Organisations.ods", "named organisations.csv"),
        ("organisations.CSV", "rename it organisations.csv"),
        ("S3 ecosystems.xlsx", "named s3_ecosystems.csv"),
        ("Organisations.csv", "did you mean organisations?"),
        ("s3 ecosystems.csv", "did you mean s3_ecosystems?"),
        ("prioritites.csv", "is not a table that a pack may have"),
    ],
)
def test_a_file_that_would_not_be_read_is_named(
    root: Path, name: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "packs" / REGION / name).write_bytes(b"no;name\n1;A\n")
    for asked in (
        lambda: main(["check", REGION], root),
        lambda: refresh.main(["--stamp", REGION], root=root),
    ):
        assert asked() == 1
        said = [line for line in capsys.readouterr().err.splitlines() if name in line]
        assert len(said) == 1
        assert says in said[0]
        assert "stash" not in said[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (filled_form("projects").encode("cp1252"), "line 2: the letters are not UTF-8"),
        (filled_form("projects").encode("utf-16"), "UTF-8"),
        (b"PK\x03\x04 a workbook", "is a workbook, not a csv"),
        (b"", "the file is empty"),
    ],
)
def test_a_file_that_is_no_csv_says_how_to_save_one(
    root: Path, content: bytes, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put_form(root, "projects", "").write_bytes(content)
    assert main(["check", REGION], root) == 1
    assert says in capsys.readouterr().err


def test_a_form_without_a_pack_around_it_gets_one(few: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (few / "packs" / REGION).mkdir(parents=True)
    put_form(few, "s3_ecosystems", filled_form("s3_ecosystems"))
    assert main(["check", REGION], few) == 1
    assert f"python -m data.packs new {REGION}" in capsys.readouterr().err
    before = (few / "packs" / REGION / "s3_ecosystems.csv").read_bytes()
    assert main(["new", REGION], few) == 0
    assert (few / "packs" / REGION / "s3_ecosystems.csv").read_bytes() == before
    capsys.readouterr()
    assert main(["check", REGION], few) == 1
    assert "rows quote this source, and it names nobody yet" in capsys.readouterr().err
    assert refresh.main(["--stamp", REGION], root=few) == 1
    name_the_source(few)
    capsys.readouterr()
    assert main(["check", REGION], few) == 1
    said = capsys.readouterr().err
    assert "has no record yet" in said
    assert "Nothing else is wrong" in said
    assert refresh.main(["--stamp", REGION], root=few) == 0


def test_a_head_that_waits_for_its_stamp_hides_no_mistake_in_a_form(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = root / "packs" / REGION / "pack.toml"
    head.write_text(head.read_text(encoding="utf-8").replace("Its title", "A title"), encoding="utf-8")
    put_form(root, "s3_ecosystems", filled_form("s3_ecosystems").replace(";paper", ";press", 1))
    assert main(["check", REGION], root) == 1
    said = capsys.readouterr().err
    assert "column source, line 2, value 'press'" in said
    assert "record_checksum" in said
