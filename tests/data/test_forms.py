"""Forms that a team fills in: their templates are tables of the schema, a spreadsheet's way of writing them is read, and what
cannot be read is refused with file, line and what to do."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from data import load, refresh, stamping, validation
from data.pack import pack as read_pack
from data.packs import schema
from data.packs.__main__ import main
from data.packs.forms import SEPARATORS, column, forms, template
from data.records import LANGUAGES

REGION = "EE00"
FORMS = tuple(forms())
DAYS = re.compile(r"(\d)/3/2024")


@pytest.fixture
def root(few: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Data with a new pack that has a head and no table."""
    assert main(["new", REGION], few) == 0
    for file in (few / "packs" / REGION).glob("*.*"):
        if file.name != "pack.toml":
            file.unlink()
    name_the_source(few)
    capsys.readouterr()
    return few


def name_the_source(root: Path) -> None:
    """What a person does first in a new pack.toml."""
    head = root / "packs" / REGION / "pack.toml"
    text = head.read_text(encoding="utf-8").replace(schema.UNNAMED, "The region's ministry", 1)
    head.write_text(stamping.with_own_checksum(text), encoding="utf-8")


def cell(form: str, name: str, at: int) -> str:
    """A cell as an Italian spreadsheet writes it."""
    about = column(form, name)
    if about.choices:
        return about.choices[at % len(about.choices)]
    if about.type == "date":
        return f"{at + 1}/3/2024"
    if about.type == "number":
        return f"{24 + at},75"
    if about.type == "integer":
        return str(1200 + at)
    return {"standing": "published", "source": "paper"}.get(name, f"Città «{name}»; {at}")


def filled_form(form: str, rows: int = 3, separator: str = ";") -> str:
    """A filled form as Excel in Italian writes it: semicolons, empty columns and rows at the end, CRLF."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    names = list(forms()[form].columns)
    writer.writerow([*names, "", ""])
    writer.writerows([*(cell(form, name, at) for name in names), "", ""] for at in range(rows))
    writer.writerow([""] * (len(names) + 2))
    return out.getvalue()


def put_form(root: Path, form: str, text: str, encoding: str = "utf-8-sig") -> Path:
    file = root / "packs" / REGION / f"{form}.csv"
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize("form", FORMS)
def test_a_template_has_the_columns_of_its_table_and_every_required_one(form: str) -> None:
    table, names = schema.tables()[form], list(forms()[form].columns)
    assert set(names) <= set(table.all_columns)
    assert {name for name, about in table.all_columns.items() if about.required} <= set(names)
    assert all(f"{name[:-3]}_it" in names for name in names if name.endswith("_en"))
    for separator, mark in SEPARATORS.items():
        (header,) = csv.reader([template(form, separator).removeprefix("\ufeff").strip()], delimiter=mark)
        assert header == names
    texts = [forms()[form].title, forms()[form].text, forms()[form].shown, *forms()[form].columns.values()]
    assert all(str(text[language]).strip() for text in texts for language in LANGUAGES)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "write",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: f"sep=;\r\n{text}".encode(),
        lambda text: text.replace("\r\n", "\n").encode(),
        lambda text: text.rstrip("\r\n;").encode(),
    ],
)
def test_a_form_as_a_spreadsheet_writes_it_is_loaded(
    root: Path, form: str, write: Callable[[str], bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    file = put_form(root, form, "")
    file.write_bytes(write(filled_form(form)))
    assert main(["check", REGION], root) == 1
    said = capsys.readouterr()
    assert f"data/packs/{REGION}/{form}.csv: has no record yet" in said.err
    assert f"Nothing else is wrong: python -m data.refresh --stamp {REGION}" in said.err
    assert refresh.main(["--stamp", REGION], root=root) == 0
    assert main(["check", REGION], root) == 0
    rows = read_pack(root / "packs" / REGION, root, validation.regions(root)).tables[form]
    assert rows.index.tolist() == [0, 1, 2]
    for name in forms()[form].columns:
        about, values = column(form, name), rows[name].tolist()
        if about.type == "number":
            assert values == [24.75, 25.75, 26.75], name
        elif about.type == "integer":
            assert values == [1200, 1201, 1202], name
        elif about.type == "date":
            assert values == ["2024-03-01", "2024-03-02", "2024-03-03"], name
        else:
            assert values == [cell(form, name, at) for at in range(3)], name


def test_a_form_that_is_loaded_is_in_the_data(root: Path) -> None:
    put_form(root, "s3_ecosystems", filled_form("s3_ecosystems"))
    assert refresh.main(["--stamp", REGION], root=root) == 0
    assert load(root).packs[REGION].has("s3_ecosystems")


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
    "write",
    [
        lambda header: header.upper(),
        lambda header: header.title(),
        lambda header: header.replace(";", " ; "),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_names_of_columns_may_be_spelt_large_and_with_spaces(
    root: Path, form: str, write: Callable[[str], str]
) -> None:
    header, end, body = filled_form(form).partition("\r\n")
    put_form(root, form, f"{write(header)}{end}{body}")
    assert refresh.main(["--stamp", REGION], root=root) == 0


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_a_number_may_have_spaces_between_thousands(root: Path, space: str, separator: str) -> None:
    text = filled_form("projects", separator=separator).replace("1201", f"1{space}201")
    put_form(root, "projects", DAYS.sub(r"2024-03-0\1", text))
    assert refresh.main(["--stamp", REGION], root=root) == 0
    rows = read_pack(root / "packs" / REGION, root, validation.regions(root)).tables["projects"]
    assert rows["eu_contribution"].tolist() == [1200, 1201, 1202]


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


def test_a_workbook_beside_its_csv_disturbs_nobody(root: Path) -> None:
    put_form(root, "projects", filled_form("projects"))
    (root / "packs" / REGION / "projects.xlsx").write_bytes(b"PK")
    assert refresh.main(["--stamp", REGION], root=root) == 0


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
