"""`python -m data.packs`: a skeleton that starts, a report in plain words, every mistake with its file and line; and the
reference in the README is the schema's."""

import re
from pathlib import Path

import pytest

from data import load
from data.packs import coverage, reference, schema
from data.packs.__main__ import main
from tests.synthetic_packs import Maker, copy_of_data

NEW = "IE04"


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    return copy_of_data(tmp_path)


def test_a_new_pack_starts_and_shows_nothing_yet(
    data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", NEW], data_folder) == 0
    assert f"data/packs/{NEW}/pack.toml" in capsys.readouterr().out
    assert not load(data_folder).packs[NEW].tables
    assert main(["check", NEW], data_folder) == 0
    said = capsys.readouterr().out
    assert "0 of" in said
    assert "No mistakes." in said
    assert not re.search(r"^  \+", said, re.MULTILINE)


def test_a_new_pack_is_never_written_over_one(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {
        file: file.read_bytes() for file in (data_folder / "packs" / "ITC4").glob("*") if file.is_file()
    }
    assert main(["new", "ITC4"], data_folder) == 1
    assert "nothing was written" in capsys.readouterr().err
    assert before == {file: file.read_bytes() for file in before}


@pytest.mark.parametrize("code", ["XX99", "IE", "EU27_2020", "../IE04", ""])
def test_only_a_region_gets_a_pack(data_folder: Path, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", code], data_folder) == 1
    assert "is not a NUTS 2 region" in capsys.readouterr().err
    assert main(["check", code or "XX99"], data_folder) == 1


def test_the_report_names_every_chart_once(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Maker(NEW, "IE", tuple(schema.tables())[::3], rows=3).write(data_folder)
    capsys.readouterr()
    assert main(["check", NEW], data_folder) == 0
    lines = capsys.readouterr().out.splitlines()
    for name, chart in coverage.charts().items():
        view, _, short = name.partition(".")
        start = next(at for at, line in enumerate(lines) if line.startswith(f"{view}: "))
        own = [line for line in lines[start:] if re.match(rf"  [+-] {short}: ", line)]
        assert own, name
        assert chart.shows in own[0]


def test_every_mistake_is_named_with_its_file_and_line(
    data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Maker(NEW, "IE", ("policy", "survey", "events"), rows=3, optional=False).write(data_folder)
    for name, old, new in (
        ("policy", "2022-05", "May"),
        ("survey", "contribution", "wish"),
        ("events", "status", "statuss"),
    ):
        file = folder / f"{name}.csv"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert main(["check", NEW], data_folder) == 1
    said = capsys.readouterr().err
    for part in (
        "policy.csv: column start, line 3, value 'May'",
        "survey.csv: column question, line 2, value 'wish'",
    ):
        assert part in said, said
    assert "events.csv: column statuss, line 1" in said
    assert "did you mean status?" in said
    assert "3 mistakes to correct." in said


def test_an_edit_that_is_right_only_waits_for_its_stamp(
    data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Maker(NEW, "IE", ("policy",), rows=3).write(data_folder)
    file = folder / "policy.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("2022-05", "2022-06"), encoding="utf-8")
    assert main(["check", NEW], data_folder) == 1
    assert f"Nothing else is wrong: python -m data.refresh --stamp {NEW}" in capsys.readouterr().err


def test_the_reference_in_the_readme_is_the_schema_s() -> None:
    text = reference.README.read_text(encoding="utf-8")
    assert reference.readme_with_reference(text) == text, "python -m data.packs reference"
    for name, table in schema.tables().items():
        assert f"| `{name}` |" in text
        assert set(table.key) <= set(table.columns), name
        for column in table.columns.values():
            other, _, key = column.refers.partition(".")
            assert not other or key in schema.tables()[other].columns, (name, column)
