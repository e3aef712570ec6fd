"""Forms that a team fills in: their templates are tables of the schema, a spreadsheet's way of writing them is read, and what
cannot be read is refused with file, line and what to do."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from data import load, refresh, validation
from data.languages import LANGUAGES
from data.pack import pack as read_pack
from data.packs import schema
from data.packs.__main__ import main
from data.packs.forms import SEPARATORS, column, forms, template
from tests.data.filled_forms import REGION, cell, filled_form, put_form, root

__all__ = ["root"]

FORMS = tuple(forms())


DAYS = re.compile(r"(\d)/3/2024")


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


def test_a_workbook_beside_its_csv_disturbs_nobody(root: Path) -> None:
    put_form(root, "projects", filled_form("projects"))
    (root / "packs" / REGION / "projects.xlsx").write_bytes(b"PK")
    assert refresh.main(["--stamp", REGION], root=root) == 0
