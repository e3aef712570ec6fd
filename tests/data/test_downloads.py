"""What a reader downloads: every form of the same rows gives the same table, and whatever is not the same dataset,
vintage and shape, and whole, is refused in one sentence about the reader's own file."""

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from data import ROOT, refresh, validation
from data.reading import toml
from data.records import Table, table

LABELS = {
    "freq": "Time frequency",
    "geo": "Geopolitical entity (reporting)",
    "TIME_PERIOD": "Time",
    "OBS_VALUE": "Observation value",
    "OBS_FLAG": "Observation status (Flag)",
}
Lines = list[list[str]]


def _record(name: str) -> Table:
    return table(name, toml(ROOT / "tables" / f"{name}.toml", ROOT))


EUROSTAT = [
    name for name in validation.names(ROOT / "tables", ROOT) if _record(name).source.importer == "eurostat"
]


def _lines(name: str) -> Lines:
    """The table as Eurostat would send it, header first."""
    record = _record(name)
    rows = pd.read_csv(ROOT / "tables" / f"{name}.csv", dtype=str, na_filter=False)
    dimensions = list(
        dict.fromkeys(key for indicator in record.indicators.values() for key in indicator.pick)
    )
    header = ["DATAFLOW", "LAST UPDATE", "freq", *dimensions, "geo", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG"]
    flow = f"ESTAT:{record.source.dataset.upper()}(1.0)"
    picks = {
        code: [indicator.pick[key] for key in dimensions] for code, indicator in record.indicators.items()
    }
    body = [
        [flow, "10/02/26 23:00:00", "A", *picks[code], region, year, value, flag]
        for code, region, year, value, flag in rows.to_numpy()
    ]
    return [header, *body]


def _text(lines: Lines, separator: str = ",", end: str = "\n", quote: str = "") -> str:
    return "".join(separator.join(f"{quote}{cell}{quote}" for cell in line) + end for line in lines)


def _both(lines: Lines) -> Lines:
    header, *body = lines
    names = [f"{name}: {LABELS[name]}" if name in LABELS else name for name in header]
    where = {name: header.index(name) for name in ("geo", "OBS_FLAG", "DATAFLOW", "freq")}

    def labelled(line: list[str]) -> list[str]:
        cells = list(line)
        for at in where.values():
            cells[at] = f"{cells[at]}: Provincia Autonoma di Bolzano/Bozen: nome" if cells[at] else ""
        return cells

    return [names, *map(labelled, body)]


def _commas(lines: Lines) -> Lines:
    at = lines[0].index("OBS_VALUE")
    return [lines[0], *([*line[:at], line[at].replace(".", ","), *line[at + 1 :]] for line in lines[1:])]


def _names_beside(lines: Lines) -> Lines:
    """SDMX-CSV 2.0: a label column after each dimension."""
    at = lines[0].index("geo") + 1
    label = ["Geopolitical entity (reporting)", *("Île-de-France" for _ in lines[1:])]
    return [[*line[:at], name, *line[at:]] for line, name in zip(lines, label, strict=True)]


def _book(lines: Lines, titles: int) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    book.create_sheet("Metadata", 0).append(["Extracted on", "26/11/2026"])
    for number in range(titles):
        sheet.append([f"Title {number}"])
    for line in lines:
        sheet.append(line)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


FORMS: dict[str, Callable[[Lines], bytes]] = {
    "plain.csv": lambda lines: _text(lines).encode(),
    "crlf.csv": lambda lines: _text(lines, end="\r\n").encode(),
    "quoted.csv": lambda lines: _text(lines, quote='"').encode(),
    "packed.csv.gz": lambda lines: gzip.compress(_text(lines).encode()),
    "mark.csv": lambda lines: _text(lines).encode("utf-8-sig"),
    "both.csv": lambda lines: _text(_both(lines), quote='"').encode(),
    "beside.csv": lambda lines: _text(_names_beside(lines)).encode(),
    "windows.csv": lambda lines: _text(_names_beside(lines)).encode("cp1252"),
    "semicolons.csv": lambda lines: _text(_commas(lines), ";", "\r\n").encode("utf-8-sig"),
    "both_semicolons.csv": lambda lines: _text(_both(_commas(lines)), ";", "\r\n").encode("utf-8-sig"),
    "sep.csv": lambda lines: b"sep=,\r\n" + _text(lines, end="\r\n").encode(),
    "sep_semicolon.csv": lambda lines: b'"sep=;"\r\n' + _text(_commas(lines), ";", "\r\n").encode(),
    "tabs.txt": lambda lines: _text(lines, "\t").encode(),
    "unicode.txt": lambda lines: _text(_commas(lines), "\t", "\r\n").encode("utf-16"),
    "titles.csv": lambda lines: b"Gross domestic product\n\nExtracted,26/11/2026\n" + _text(lines).encode(),
    "sheet.xlsx": lambda lines: _book(lines, 0),
    "sheet_with_titles.xlsx": lambda lines: _book(lines, 3),
}


def _tables(root: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (root / "tables").iterdir()}


def _given(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def _refused(root: Path, file: Path, capsys: pytest.CaptureFixture[str], name: str = "gdp") -> str:
    """The one sentence; nothing is changed and no command is named that could lose anything."""
    before = _tables(root)
    capsys.readouterr()
    assert refresh.main([name, "--from", str(file)], root=root) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert file.name in said
    assert said.rstrip().endswith(".")
    assert not any(word in said for word in ("data/tables", "git", "Traceback", "To mend it"))
    assert _tables(root) == before
    return said


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_download_gives_the_same_table(root: Path, tmp_path: Path, form: str) -> None:
    before = _tables(root)
    file = _given(tmp_path, form, FORMS[form](_lines("gdp")))
    said = refresh.refresh("gdp", [file], root=root)
    assert "Added 0, removed 0, changed 0." in said
    assert _tables(root) == before


@pytest.mark.parametrize("name", EUROSTAT)
def test_every_table_of_eurostats_can_be_imported_with_both_labels(
    root: Path, tmp_path: Path, name: str
) -> None:
    before = _tables(root)
    file = _given(tmp_path, "both.csv", FORMS["both_semicolons.csv"](_lines(name)))
    refresh.refresh(name, [file], root=root)
    assert _tables(root) == before


@pytest.mark.parametrize(
    "form", ["plain.csv", "both.csv", "semicolons.csv", "unicode.txt", "packed.csv.gz", "sheet.xlsx"]
)
def test_a_download_cut_off_anywhere_is_refused(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    whole = FORMS[form](_lines("gdp"))
    for part in (3, 50, 97):
        for shift in (0, 3):
            cut = whole[: len(whole) * part // 100 + shift]
            _refused(root, _given(tmp_path, form, cut.rstrip(b"\r\n")), capsys)


def test_a_number_that_may_be_cut_off_is_not_taken(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The value is the last column: only the missing line end tells."""
    short = [["unit", "geo", "time", "obs_value"], *([*line[3:7]] for line in _lines("gdp")[1:])]
    text = _text(short).encode()
    for missing in (1, 2, 3):
        assert "cut off" in _refused(root, _given(tmp_path, "short.csv", text[:-missing]), capsys)


@pytest.mark.parametrize("name", EUROSTAT)
@pytest.mark.parametrize("column", ["DATAFLOW", "STRUCTURE_ID"])
@pytest.mark.parametrize(
    "form", ["ESTAT:{}(1.0)", "ESTAT:{}$DEFAULTVIEW(1.0)", "{}", "ESTAT:{}(1.0): A title"]
)
def test_another_dataset_is_refused_though_its_units_are_the_same(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, column: str, form: str
) -> None:
    header, *body = _lines(name)[:9]
    lines = [[column, *header[1:]], *([form.format("TGS00026"), *line[1:]] for line in body)]
    said = _refused(root, _given(tmp_path, "other.csv", _text(lines).encode()), capsys, name)
    assert "tgs00026" in said
    assert f"line 2, column {column}" in said
    assert _record(name).source.dataset in said


@pytest.mark.parametrize("name", ["gdp", "gdp_volume", "employment_rate", "population"])
def test_an_older_vintage_of_the_regions_is_refused(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    regions = validation.regions(ROOT)
    new = set(regions.index[(regions["level"] == "nuts2") & regions["nuts2024"] & ~regions["nuts2021"]])
    old = sorted(regions.index[(regions["level"] == "nuts2") & regions["nuts2021"] & ~regions["nuts2024"]])
    header, *body = _lines(name)
    at = header.index("geo")
    kept = [line for line in body if line[at] not in new]
    older = [[*line[:at], old[0], *line[at + 1 :]] for line in body if line[at] == "ITC4"]
    file = _given(tmp_path, "old.csv", _text([header, *kept, *older]).encode())
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
    file = _given(tmp_path, "less.csv", _text(spoil(_lines("gdp"))).encode())
    said = _refused(root, file, capsys)
    assert clause in said
    assert "--accept-loss" in said
    assert refresh.main(["gdp", "--from", str(file), "--accept-loss"], root=root) == 0


def test_a_publisher_may_withdraw_single_values(root: Path, tmp_path: Path) -> None:
    lines = _lines("gdp")
    fewer = [line for at, line in enumerate(lines) if at % 41 or at == 0]
    assert "removed 65" in refresh.refresh(
        "gdp", [_given(tmp_path, "fewer.csv", _text(fewer).encode())], root=root
    )


def test_the_values_of_another_table_are_refused_where_nothing_names_it(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header, *body = _lines("gdp")
    at = header.index("OBS_VALUE")
    other = [[*line[1:at], str(float(line[at]) * 0.6), *line[at + 1 :]] for line in body]
    file = _given(tmp_path, "other.csv", _text([header[1:], *other]).encode())
    assert "differ by more than a quarter" in _refused(root, file, capsys)


def _changed(line: int, column: str, value: str) -> Callable[[Lines], bytes]:
    def spoil(lines: Lines) -> bytes:
        at = lines[0].index(column)
        lines[line - 1][at] = value
        return _text(lines).encode()

    return spoil


def _zip(lines: Lines) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("nama_10r_2gdp.csv", _text(lines))
    return content.getvalue()


BAD: dict[str, tuple[Callable[[Lines], bytes], tuple[str, ...]]] = {
    "text.csv": (_changed(7, "OBS_VALUE", "abc"), ("text.csv line 7", "'abc'", "not a number")),
    "high.csv": (_changed(9, "OBS_VALUE", "99999999"), ("high.csv line 9", "above", "40000000")),
    "comma.csv": (_changed(9, "OBS_VALUE", '"1,234"'), ("comma.csv line 9", "1,234", "comma")),
    "flag.csv": (_changed(11, "OBS_FLAG", "q"), ("flag.csv line 11", "'q'", "flag")),
    "quarter.csv": (_changed(13, "TIME_PERIOD", "2022-Q1"), ("quarter.csv line 13", "2022-Q1")),
    "twice.csv": (lambda lines: _text([*lines, lines[8]]).encode(), ("line 9 and", "line 2687", "twice")),
    "columns.csv": (
        lambda lines: _text([*lines[:5], lines[5][:-2], *lines[6:]]).encode(),
        ("line 6", "values"),
    ),
    "quote.csv": (_changed(13, "OBS_FLAG", '"p'), ("line 13", "quotation mark")),
    "names.csv": (
        lambda lines: _text([[LABELS.get(name, name) for name in lines[0]], *lines[1:]]).encode(),
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
    "header.csv": (lambda lines: _text(lines[:1]).encode(), ("has no rows",)),
    "sheet.xlsx": (lambda _: _book([["a", "b"]], 0), ("Excel workbook", "OBS_VALUE")),
    "damaged.xlsx": (lambda lines: FORMS["sheet.xlsx"](lines)[:900], ("zip archive",)),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_said_of_the_readers_own_file(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    spoil, says = BAD[name]
    said = _refused(root, _given(tmp_path, name, spoil(_lines("gdp"))), capsys)
    for part in says:
        assert part in said, said


@pytest.mark.parametrize(
    ("given", "kept"), [("b p", "bp"), ("b, d", "bd"), ("p: provisional", "p"), ("", "")]
)
def test_flags_are_written_together(root: Path, tmp_path: Path, given: str, kept: str) -> None:
    header, *body = _lines("gdp")
    body[4][-1] = f'"{given}"'
    names = [*header[:-1], "OBS_FLAG: Observation status (Flag)"]
    refresh.refresh("gdp", [_given(tmp_path, "flags.csv", _text([names, *body]).encode())], root=root)
    line = (root / "tables" / "gdp.csv").read_text(encoding="utf-8").split("\n")[5]
    assert line.endswith(f",{kept}")
