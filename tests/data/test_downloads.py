"""What a reader downloads: every form of the same rows gives the same table, and whatever is not the same dataset,
vintage and shape, and whole, is refused in one sentence about the reader's own file."""

from pathlib import Path

import pytest

from data import refresh
from tests.data.download_files import EUROSTAT, FORMS, csv_text, download_lines, table_bytes, written_file


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_download_gives_the_same_table(root: Path, tmp_path: Path, form: str) -> None:
    before = table_bytes(root)
    file = written_file(tmp_path, form, FORMS[form](download_lines("gdp")))
    said = refresh.refresh("gdp", [file], root=root)
    assert "Added 0, removed 0, changed 0." in said
    assert table_bytes(root) == before


@pytest.mark.parametrize("name", EUROSTAT)
def test_every_table_of_eurostats_can_be_imported_with_both_labels(
    root: Path, tmp_path: Path, name: str
) -> None:
    before = table_bytes(root)
    file = written_file(tmp_path, "both.csv", FORMS["both_semicolons.csv"](download_lines(name)))
    refresh.refresh(name, [file], root=root)
    assert table_bytes(root) == before


def test_a_publisher_may_withdraw_single_values(root: Path, tmp_path: Path) -> None:
    lines = download_lines("gdp")
    fewer = [line for at, line in enumerate(lines) if at % 41 or at == 0]
    assert "removed 65" in refresh.refresh(
        "gdp", [written_file(tmp_path, "fewer.csv", csv_text(fewer).encode())], root=root
    )


@pytest.mark.parametrize(
    ("given", "kept"), [("b p", "bp"), ("b, d", "bd"), ("p: provisional", "p"), ("", "")]
)
def test_flags_are_written_together(root: Path, tmp_path: Path, given: str, kept: str) -> None:
    header, *body = download_lines("gdp")
    body[4][-1] = f'"{given}"'
    names = [*header[:-1], "OBS_FLAG: Observation status (Flag)"]
    refresh.refresh(
        "gdp", [written_file(tmp_path, "flags.csv", csv_text([names, *body]).encode())], root=root
    )
    line = (root / "tables" / "gdp.csv").read_text(encoding="utf-8").split("\n")[5]
    assert line.endswith(f",{kept}")
