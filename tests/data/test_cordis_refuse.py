"""A file of another programme, half a download or an odd cell is refused or read for what it is."""

from pathlib import Path

import pytest

from data import refresh
from data.importers import cordis, long_text
from tests.data.cordis_download import make_download, write_files


def test_another_programme_s_file_is_refused(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (root / "datasets" / "h2020" / "regions.csv").read_bytes()
    files = write_files(tmp_path, make_download(500, 90), 90)
    assert refresh.main(["h2020", "--from", str(files[0]), "--from", str(files[1])], root=root) == 1
    assert "HORIZON" in capsys.readouterr().err
    assert (root / "datasets" / "h2020" / "regions.csv").read_bytes() == before


@pytest.mark.parametrize("missing", [0, 1])
def test_both_files_are_needed(
    root: Path, tmp_path: Path, missing: int, capsys: pytest.CaptureFixture[str]
) -> None:
    files = write_files(tmp_path, make_download(500, 90), 90)
    del files[missing]
    assert refresh.main(["horizon_europe", "--from", str(files[0])], root=root) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("", 0), ("12.5", 12.5), ("12,5", 12.5), ("1.234.567,89", 1234567.89), ("1,234,567.89", 1234567.89),
        ("1.234.567", 1234567), ("1 234,5", 1234.5), ("n/a", None), ("-1", None), ("nan", None), ("inf", None),
    ],
)  # fmt: skip
def test_amounts_are_read_with_either_decimal_mark(text: str, amount: float | None) -> None:
    assert cordis.euro(text) == amount


def test_a_quote_that_is_never_closed_spoils_one_row_only() -> None:
    lines = ['"a";"b"\n', '"never;"c"\n', '"d";"e\nf"\n', '"g";"h"\n']
    found = list(long_text.rows(iter("".join(lines).splitlines(keepends=True)), ";", 2))
    assert found == [["a", "b"], '"never;"c"\n', ["d", "e\nf"], ["g", "h"]]
