"""Lines of a download in every form that a publisher gives them: for the rules about downloads."""

import gzip
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd

from data import ROOT, validation
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


def record_of(name: str) -> Table:
    return table(name, toml(ROOT / "tables" / f"{name}.toml", ROOT))


EUROSTAT = [
    name for name in validation.names(ROOT / "tables", ROOT) if record_of(name).source.importer == "eurostat"
]


def download_lines(name: str) -> Lines:
    """The table as Eurostat would send it, header first."""
    record = record_of(name)
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


def csv_text(lines: Lines, separator: str = ",", end: str = "\n", quote: str = "") -> str:
    return "".join(separator.join(f"{quote}{cell}{quote}" for cell in line) + end for line in lines)


def with_both_labels(lines: Lines) -> Lines:
    header, *body = lines
    names = [f"{name}: {LABELS[name]}" if name in LABELS else name for name in header]
    where = {name: header.index(name) for name in ("geo", "OBS_FLAG", "DATAFLOW", "freq")}

    def labelled(line: list[str]) -> list[str]:
        cells = list(line)
        for at in where.values():
            cells[at] = f"{cells[at]}: Provincia Autonoma di Bolzano/Bozen: nome" if cells[at] else ""
        return cells

    return [names, *map(labelled, body)]


def with_decimal_commas(lines: Lines) -> Lines:
    at = lines[0].index("OBS_VALUE")
    return [lines[0], *([*line[:at], line[at].replace(".", ","), *line[at + 1 :]] for line in lines[1:])]


def with_names_beside(lines: Lines) -> Lines:
    """SDMX-CSV 2.0: a label column after each dimension."""
    at = lines[0].index("geo") + 1
    label = ["Geopolitical entity (reporting)", *("Île-de-France" for _ in lines[1:])]
    return [[*line[:at], name, *line[at:]] for line, name in zip(lines, label, strict=True)]


def workbook_bytes(lines: Lines, titles: int) -> bytes:
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
    "plain.csv": lambda lines: csv_text(lines).encode(),
    "crlf.csv": lambda lines: csv_text(lines, end="\r\n").encode(),
    "quoted.csv": lambda lines: csv_text(lines, quote='"').encode(),
    "packed.csv.gz": lambda lines: gzip.compress(csv_text(lines).encode()),
    "mark.csv": lambda lines: csv_text(lines).encode("utf-8-sig"),
    "both.csv": lambda lines: csv_text(with_both_labels(lines), quote='"').encode(),
    "beside.csv": lambda lines: csv_text(with_names_beside(lines)).encode(),
    "windows.csv": lambda lines: csv_text(with_names_beside(lines)).encode("cp1252"),
    "semicolons.csv": lambda lines: csv_text(with_decimal_commas(lines), ";", "\r\n").encode("utf-8-sig"),
    "both_semicolons.csv": lambda lines: csv_text(
        with_both_labels(with_decimal_commas(lines)), ";", "\r\n"
    ).encode("utf-8-sig"),
    "sep.csv": lambda lines: b"sep=,\r\n" + csv_text(lines, end="\r\n").encode(),
    "sep_semicolon.csv": lambda lines: (
        b'"sep=;"\r\n' + csv_text(with_decimal_commas(lines), ";", "\r\n").encode()
    ),
    "tabs.txt": lambda lines: csv_text(lines, "\t").encode(),
    "unicode.txt": lambda lines: csv_text(with_decimal_commas(lines), "\t", "\r\n").encode("utf-16"),
    "titles.csv": lambda lines: (
        b"Gross domestic product\n\nExtracted,26/11/2026\n" + csv_text(lines).encode()
    ),
    "sheet.xlsx": lambda lines: workbook_bytes(lines, 0),
    "sheet_with_titles.xlsx": lambda lines: workbook_bytes(lines, 3),
}


def table_bytes(root: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (root / "tables").iterdir()}


def written_file(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file
