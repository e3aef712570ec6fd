"""A file that is no table of its publisher is refused in one sentence."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from data.importers import NotThisFormat, ardeco, eurostat, rci, ris, sbs
from tests.data.publishers_files import LABELLED, RIS_HEADER, file, imported, record_of, regions, ris_workbook

__all__ = ["file", "regions"]

TEXTS = [eurostat.read, ardeco.read]


BOOKS = [ris.read, rci.read, sbs.read]


ODD = {
    "page.csv": "<!DOCTYPE html><html><body>Scheduled maintenance</body></html>",
    "fault.csv": '<?xml version="1.0"?><S:Fault><faultcode>100</faultcode></S:Fault>',
    "answer.csv": '{"error": [{"status": 404, "id": 100}]}',
    "empty.csv": "",
    "notes.csv": "a,b\n1,2\n",
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("read", [*TEXTS, *BOOKS], ids=lambda read: read.__module__.split(".")[-1])
def test_what_is_no_table_of_the_publisher_is_refused_in_one_sentence(
    file: Callable[[str, str], Path], read: Callable[[Path], pd.DataFrame], name: str
) -> None:
    with pytest.raises(NotThisFormat) as caught:
        read(file(name, ODD[name]))
    sentence = str(caught.value)
    assert name in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("read", TEXTS, ids=lambda read: read.__module__.split(".")[-1])
def test_a_workbook_where_a_text_belongs_is_refused(
    tmp_path: Path, read: Callable[[Path], pd.DataFrame]
) -> None:
    with pytest.raises(NotThisFormat, match="Excel"):
        read(ris_workbook(tmp_path / "ris.xlsx"))


def test_a_workbook_with_other_sheets_is_refused_with_their_names(tmp_path: Path) -> None:
    book = ris_workbook(tmp_path / "ris.xlsx", sheet="Data")
    for read in BOOKS:
        with pytest.raises(NotThisFormat, match="Data"):
            read(book)


def test_a_workbook_without_a_needed_column_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(NotThisFormat, match="'Value'"):
        ris.read(
            ris_workbook(
                tmp_path / "ris.xlsx", header=[name.replace("Value", "Score") for name in RIS_HEADER]
            )
        )


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    whole = ris_workbook(tmp_path / "ris.xlsx").read_bytes()
    half = tmp_path / "half.xlsx"
    half.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(NotThisFormat, match="damaged"):
        ris.read(half)


def test_a_damaged_gzip_is_refused(tmp_path: Path) -> None:
    half = tmp_path / "half.csv.gz"
    half.write_bytes(gzip.compress(LABELLED.encode())[:60])
    with pytest.raises(NotThisFormat, match="cut off"):
        eurostat.read(half)


def test_quarters_are_refused(file: Callable[[str, str], Path]) -> None:
    with pytest.raises(NotThisFormat, match="2022-Q1"):
        eurostat.read(file("q.csv", "geo,TIME_PERIOD,OBS_VALUE\nITC4,2022-Q1,1\n"))


def test_a_file_of_another_dataset_is_refused_by_what_it_lacks(
    file: Callable[[str, str], Path], regions: pd.DataFrame
) -> None:
    other = LABELLED.replace("MIO_EUR", "MIO_NAC")
    with pytest.raises(NotThisFormat, match=r"unit = 'MIO_EUR'.*EUR_HAB, MIO_NAC"):
        imported(file("other.csv", other), record_of("gdp"), regions)
