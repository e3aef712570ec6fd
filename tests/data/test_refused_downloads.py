"""A download that is of something else, or that lost something, is refused and changes nothing."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from data import ROOT, refresh, validation
from tests.data.download_files import (
    EUROSTAT,
    FORMS,
    LABELS,
    Lines,
    csv_text,
    download_lines,
    record_of,
    table_bytes,
    workbook_bytes,
    written_file,
)


def _refused(root: Path, file: Path, capsys: pytest.CaptureFixture[str], name: str = "gdp") -> str:
    """The one sentence; nothing is changed and no command is named that could lose anything."""
    before = table_bytes(root)
    capsys.readouterr()
    assert refresh.main([name, "--from", str(file)], root=root) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert file.name in said
    assert said.rstrip().endswith(".")
    assert not any(word in said for word in ("data/tables", "git", "Traceback", "To mend it"))
    assert table_bytes(root) == before
    return said


@pytest.mark.parametrize(
    "form", ["plain.csv", "both.csv", "semicolons.csv", "unicode.txt", "packed.csv.gz", "sheet.xlsx"]
)
def test_a_download_cut_off_anywhere_is_refused(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    whole = FORMS[form](download_lines("gdp"))
    for part in (3, 50, 97):
        for shift in (0, 3):
            cut = whole[: len(whole) * part // 100 + shift]
            _refused(root, written_file(tmp_path, form, cut.rstrip(b"\r\n")), capsys)


def test_a_number_that_may_be_cut_off_is_not_taken(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The value is the last column: only the missing line end tells."""
    short = [["unit", "geo", "time", "obs_value"], *([*line[3:7]] for line in download_lines("gdp")[1:])]
    text = csv_text(short).encode()
    for missing in (1, 2, 3):
        assert "cut off" in _refused(root, written_file(tmp_path, "short.csv", text[:-missing]), capsys)


@pytest.mark.parametrize("name", EUROSTAT)
@pytest.mark.parametrize("column", ["DATAFLOW", "STRUCTURE_ID"])
@pytest.mark.parametrize(
    "form", ["ESTAT:{}(1.0)", "ESTAT:{}$DEFAULTVIEW(1.0)", "{}", "ESTAT:{}(1.0): A title"]
)
def test_another_dataset_is_refused_though_its_units_are_the_same(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, column: str, form: str
) -> None:
    header, *body = download_lines(name)[:9]
    lines = [[column, *header[1:]], *([form.format("TGS00026"), *line[1:]] for line in body)]
    said = _refused(root, written_file(tmp_path, "other.csv", csv_text(lines).encode()), capsys, name)
    assert "tgs00026" in said
    assert f"line 2, column {column}" in said
    assert record_of(name).source.dataset in said


@pytest.mark.parametrize("name", ["gdp", "gdp_volume", "employment_rate", "population"])
def test_an_older_vintage_of_the_regions_is_refused(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    regions = validation.regions(ROOT)
    new = set(regions.index[(regions["level"] == "nuts2") & regions["nuts2024"] & ~regions["nuts2021"]])
    old = sorted(regions.index[(regions["level"] == "nuts2") & regions["nuts2021"] & ~regions["nuts2024"]])
    header, *body = download_lines(name)
    at = header.index("geo")
    kept = [line for line in body if line[at] not in new]
    older = [[*line[:at], old[0], *line[at + 1 :]] for line in body if line[at] == "ITC4"]
    file = written_file(tmp_path, "old.csv", csv_text([header, *kept, *older]).encode())
    assert "vintage" in _refused(root, file, capsys, name)


def _without(column: str, value: str) -> Callable[[Lines], Lines]:
    return lambda lines: [line for line in lines if not line[lines[0].index(column)].startswith(value)]


LOSSES: dict[str, tuple[Callable[[Lines], Lines], str]] = {
    "a year": (_without("TIME_PERIOD", "2016"), "1 years (2016)"),
    "the newest year": (_without("TIME_PERIOD", "2023"), "1 years (2023)"),
    "a country": (_without("geo", "FR"), "regions or countries (FR, FR10"),
    "a region": (_without("geo", "ITC4"), "1 regions or countries (ITC4)"),
    "every second row": (lambda lines: [lines[0], *lines[1::2]], "of 2,685 rows"),
    "half of one year": (
        lambda lines: [line for at, line in enumerate(lines) if at % 2 or line[-3] != "2022"],
        "rows of gdp in 2022",
    ),
}


@pytest.mark.parametrize("what", LOSSES)
def test_a_loss_is_refused_unless_it_is_accepted(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    spoil, clause = LOSSES[what]
    file = written_file(tmp_path, "less.csv", csv_text(spoil(download_lines("gdp"))).encode())
    said = _refused(root, file, capsys)
    assert clause in said
    assert "--accept-loss" in said
    assert refresh.main(["gdp", "--from", str(file), "--accept-loss"], root=root) == 0


def test_the_values_of_another_table_are_refused_where_nothing_names_it(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header, *body = download_lines("gdp")
    at = header.index("OBS_VALUE")
    other = [[*line[1:at], str(float(line[at]) * 0.6), *line[at + 1 :]] for line in body]
    file = written_file(tmp_path, "other.csv", csv_text([header[1:], *other]).encode())
    assert "differ by more than a quarter" in _refused(root, file, capsys)


def _changed(line: int, column: str, value: str) -> Callable[[Lines], bytes]:
    def spoil(lines: Lines) -> bytes:
        at = lines[0].index(column)
        lines[line - 1][at] = value
        return csv_text(lines).encode()

    return spoil


def _zip(lines: Lines) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("nama_10r_2gdp.csv", csv_text(lines))
    return content.getvalue()


BAD: dict[str, tuple[Callable[[Lines], bytes], tuple[str, ...]]] = {
    "text.csv": (_changed(7, "OBS_VALUE", "abc"), ("text.csv line 7", "'abc'", "not a number")),
    "high.csv": (_changed(9, "OBS_VALUE", "99999999"), ("high.csv line 9", "above", "40000000")),
    "comma.csv": (_changed(9, "OBS_VALUE", '"1,234"'), ("comma.csv line 9", "1,234", "comma")),
    "flag.csv": (_changed(11, "OBS_FLAG", "q"), ("flag.csv line 11", "'q'", "flag")),
    "quarter.csv": (_changed(13, "TIME_PERIOD", "2022-Q1"), ("quarter.csv line 13", "2022-Q1")),
    "twice.csv": (lambda lines: csv_text([*lines, lines[8]]).encode(), ("line 9 and", "line 2687", "twice")),
    "columns.csv": (
        lambda lines: csv_text([*lines[:5], lines[5][:-2], *lines[6:]]).encode(),
        ("line 6", "values"),
    ),
    "quote.csv": (_changed(13, "OBS_FLAG", '"p'), ("line 13", "quotation mark")),
    "names.csv": (
        lambda lines: csv_text([[LABELS.get(name, name) for name in lines[0]], *lines[1:]]).encode(),
        ("'geo'", "codes"),
    ),
    "page.csv": (lambda _: b"<!DOCTYPE html><html><h1>Scheduled maintenance</h1></html>", ("web page",)),
    "refusal.json": (
        lambda _: b'{"error": [{"status": 413, "label": "EXTRACTION_TOO_BIG: too big."}]}',
        ("refusal", "EXTRACTION_TOO_BIG"),
    ),
    "answer.json": (lambda _: b'{"version": "2.0", "value": {}}', ("JSON", "SDMX-CSV")),
    "archive.zip": (_zip, ("zip archive", "nama_10r_2gdp.csv", "unpack")),
    "empty.csv": (lambda _: b"", ("empty",)),
    "blank.csv": (lambda _: b"\n \n", ("empty",)),
    "binary.csv": (lambda _: b"\x89PNG\x00\x00\x00", ("not text",)),
    "header.csv": (lambda lines: csv_text(lines[:1]).encode(), ("has no rows",)),
    "sheet.xlsx": (lambda _: workbook_bytes([["a", "b"]], 0), ("Excel workbook", "OBS_VALUE")),
    "damaged.xlsx": (lambda lines: FORMS["sheet.xlsx"](lines)[:900], ("zip archive",)),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_said_of_the_readers_own_file(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    spoil, says = BAD[name]
    said = _refused(root, written_file(tmp_path, name, spoil(download_lines("gdp"))), capsys)
    for part in says:
        assert part in said, said
