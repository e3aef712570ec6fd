"""Files as their publishers give them, in small: for the rules about importers."""

import gzip
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from data import ROOT, importers, validation
from data.reading import toml
from data.records import COLUMNS, Table, table

Rows = list[tuple[str, ...]]


@pytest.fixture(scope="module")
def regions() -> pd.DataFrame:
    return validation.regions(ROOT)


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str], Path]:
    def write(name: str, content: str) -> Path:
        path = tmp_path / name
        data = content.encode("utf-8")
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return path

    return write


def written_workbook(path: Path, sheets: dict[str, Iterable[Sequence[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, lines in sheets.items():
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(list(line))
    book.save(path)
    return path


def record_of(name: str) -> Table:
    return table(name, toml(ROOT / "tables" / f"{name}.toml", ROOT))


def record_with(record: Table, *codes: str) -> Table:
    return record.model_copy(update={"indicators": {code: record.indicators[code] for code in codes}})


def imported(path: Path, record: Table, regions: pd.DataFrame) -> importers.ImportResult:
    return importers.tidy([path], record, regions, validation.known_codes(regions, record.source.areas))


def as_tuples(rows: pd.DataFrame) -> Rows:
    assert list(rows.columns) == list(COLUMNS)
    return [tuple(line) for line in rows.to_numpy().tolist()]


LABELLED = """\
STRUCTURE,STRUCTURE_ID,freq,Time frequency,unit,Unit of measure,geo,Geopolitical entity (reporting),TIME_PERIOD,Time,\
OBS_VALUE,Observation value,OBS_FLAG,Observation status (Flag) V2 structure,CONF_STATUS,Confidentiality status (flag)
dataflow,X,A,Annual,MIO_EUR,Million euro,ITC4,Lombardia,2022,,457232.640,,p,provisional,,
dataflow,X,A,Annual,MIO_EUR,Million euro,ITC4,Lombardia,2021,,431000.0,,bd,"break, definition differs",,
dataflow,X,A,Annual,MIO_EUR,Million euro,ITC4,Lombardia,2023,,,,,,C,confidential
dataflow,X,A,Annual,MIO_EUR,Million euro,ITC,Nord-Ovest,2022,,600000,,,,,
dataflow,X,A,Annual,MIO_EUR,Million euro,ITZZ,Extra-Regio,2022,,1200,,,,,
dataflow,X,A,Annual,MIO_EUR,Million euro,CH01,Genferseeregion,2022,,150000,,,,,
dataflow,X,A,Annual,MIO_EUR,Million euro,HR04,Kontinentalna Hrvatska,2022,,30000,,,,,
dataflow,X,A,Annual,EUR_HAB,Euro per inhabitant,ITC4,Lombardia,2022,,45000,,,,,
dataflow,X,A,Annual,MIO_EUR,Million euro,EU27_2020,European Union,2022,,15900000,,,,,
"""


RIS_HEADER = "Indicator,Year,Zone,Country,CountryName,Region,RegionName,Level,Value,performance group".split(
    ","
)


INDEX, ICT = "0 Summary Innovation Index", "2.3.2 Employed ICT specialists"


def ris_workbook(path: Path, header: Sequence[object] = RIS_HEADER, sheet: str = "RIS") -> Path:
    lines = [
        (INDEX, 2023, "EU", "IT", "Italy", "ITC4", "Lombardia", 1, 105.67, "Moderate"),
        (INDEX, 2023, "EU", "EU Average", "EU", "EU", "European Union", 1, 108.47, "EU"),
        (INDEX, 2016, "EU", "AT", "Austria", "AT1", "Ostösterreich", 1, 125.95, "Leader"),
        (INDEX, 2023, "non-EU", "CH", "Switzerland", "CH01", "Lake Geneva", 1, 150, "Leader"),
        (ICT, 2023, "EU", "IT", "Italy", "ITC4", "Lombardia", 1, 166.35, "Moderate"),
        (ICT, 2022, "EU", "IT", "Italy", "ITC4", "Lombardia", 1, None, "Moderate"),
        ("1.1 Human resources", 2023, "EU", "IT", "Italy", "ITC4", "Lombardia", 1, 80, "Moderate"),
    ]
    return written_workbook(path, {sheet: [header, *lines]})
