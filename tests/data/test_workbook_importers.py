"""Workbooks of the innovation scoreboard, the competitiveness index and business statistics become tidy rows."""

from pathlib import Path

import pandas as pd

from tests.data.publishers_files import (
    as_tuples,
    imported,
    record_of,
    record_with,
    regions,
    ris_workbook,
    written_workbook,
)

__all__ = ["regions"]


def test_the_innovation_scoreboards_workbook(tmp_path: Path, regions: pd.DataFrame) -> None:
    record = record_with(record_of("ris_2023"), "ris_index", "ris_ict_specialists")
    found = imported(ris_workbook(tmp_path / "ris.xlsx"), record, regions)
    assert as_tuples(found.rows) == [
        ("ris_ict_specialists", "ITC4", "2023", "166.35", ""),
        ("ris_index", "AT1", "2016", "125.95", ""),
        ("ris_index", "EU27_2020", "2023", "108.47", ""),
        ("ris_index", "ITC4", "2023", "105.67", ""),
    ]
    assert found.left_out == {}


def rci_workbook(path: Path, raw: str = "RCI_2022_raw_data") -> Path:
    values = [
        (
            "NUTS",
            "Region name",
            "Corruption",
            "Lifelong learning ",
            "Enterprises having received orders online (at least 1\xa0%)",
        ),
        ("ITC4", "Lombardia", -1.035, 9.12752550307327, 11.6666666666667),
        ("AT_C", "Vienna and its commuting zone", 0.57695473538607, "NA", 20),
    ]
    context = [
        (None, None, "indicator", "Population", None, None, None, "GDP per capita", None, None, None),
        (None, None, "description", "inhabitants", None, None, None, "in PPS", None, None, None),
        (None, None, "source", "JRC", None, None, None, "JRC", None, None, None),
        ("NUTS", "Region name", "reference year", 2018, 2019, 2020, "Average", 2018, 2019, 2020, "Average"),
        ("ITC4", "Lombardia", "ITC4", 1, 2, 3, 10007566.5, 1, 2, 3, 126.5),
        (None,) * 11,
    ]
    return written_workbook(path, {raw: values, "RCI_2022_population_GDP": context})


def test_the_competitiveness_indexs_workbook(tmp_path: Path, regions: pd.DataFrame) -> None:
    codes = (
        "rci_corruption",
        "rci_lifelong_learning",
        "rci_online_orders",
        "rci_population",
        "rci_gdp_per_head",
    )
    found = imported(rci_workbook(tmp_path / "rci.xlsx"), record_with(record_of("rci_2022"), *codes), regions)
    assert as_tuples(found.rows) == [
        ("rci_corruption", "AT_C", "2022", "0.57695473538607", ""),
        ("rci_corruption", "ITC4", "2022", "-1.035", ""),
        ("rci_gdp_per_head", "ITC4", "2022", "126.5", ""),
        ("rci_lifelong_learning", "ITC4", "2022", "9.12752550307327", ""),
        ("rci_online_orders", "AT_C", "2022", "20", ""),
        ("rci_online_orders", "ITC4", "2022", "11.6666666666667", ""),
        ("rci_population", "ITC4", "2022", "10007566.5", ""),
    ]


def test_persons_employed_leave_confidential_cells_out(tmp_path: Path, regions: pd.DataFrame) -> None:
    lines = [
        ("NUTS_ID", "NUTS_NAME", "Sector", "Time", "Empl_pers"),
        ("ITC4", "Lombardia", "C", 2022, 906475),
        ("ITC4", "Lombardia", "C11", 2022, None),
        ("IT", "Italia", "C11", 2022, 45000),
        (None, None, None, None, None),
    ]
    record = record_with(record_of("sbs_2022"), "employed_c", "employed_c11")
    found = imported(written_workbook(tmp_path / "sbs.xlsx", {"Sheet1": lines}), record, regions)
    assert as_tuples(found.rows) == [
        ("employed_c", "ITC4", "2022", "906475", ""),
        ("employed_c11", "IT", "2022", "45000", ""),
    ]
