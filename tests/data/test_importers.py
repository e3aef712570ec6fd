"""Each publisher's format, in the small: a raw file goes in, known rows come out, anything else is refused
in words."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from data import importers
from tests.data.publishers_files import LABELLED, as_tuples, file, imported, record_of, record_with, regions

__all__ = ["file", "regions"]


@pytest.mark.parametrize("name", ["gdp.csv", "gdp.csv.gz"])
def test_eurostats_labelled_csv(file: Callable[[str, str], Path], regions: pd.DataFrame, name: str) -> None:
    """Missing stays missing, flags stay together, one unit is picked, four kinds of code are left out by
    reason."""
    found = imported(file(name, LABELLED), record_of("gdp"), regions)
    assert as_tuples(found.rows) == [
        ("gdp", "EU27_2020", "2022", "15900000", ""),
        ("gdp", "ITC4", "2021", "431000", "bd"),
        ("gdp", "ITC4", "2022", "457232.64", "p"),
    ]
    assert found.left_out == {
        "outside the 27 countries": ("CH01",),
        "not in regions.csv (another NUTS vintage)": ("HR04",),
        "NUTS 1 or NUTS 3": ("ITC",),
        "Extra-Regio, no territory": ("ITZZ",),
    }


def test_eurostats_answer_of_the_api_is_read_like_its_download(
    file: Callable[[str, str], Path], regions: pd.DataFrame
) -> None:
    answer = (
        "DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
        "ESTAT:NAMA_10R_2GDP(1.0),10/02/26 23:00:00,A,MIO_EUR,ITC4,2022,457232.64,p\n"
    )
    found = imported(file("answer.csv", answer), record_of("gdp"), regions)
    assert as_tuples(found.rows) == [("gdp", "ITC4", "2022", "457232.64", "p")]


def test_the_short_form_has_no_flags(file: Callable[[str, str], Path], regions: pd.DataFrame) -> None:
    short = "freq,unit,geo,time,obs_value\nA,PPS_EU27_2020_HAB,ITC4,2022,46000\nA,PPS_EU27_2020_HAB,AL,2022,11000\n"
    found = imported(file("short.csv", short), record_of("gdp_per_head_pps"), regions)
    assert as_tuples(found.rows) == [("gdp_per_head_pps", "ITC4", "2022", "46000", "")]


def test_a_column_of_a_panel_keeps_old_and_new_codes_apart(
    file: Callable[[str, str], Path], regions: pd.DataFrame
) -> None:
    panel = (
        "nuts2_id,country,year,population\n"
        "PT17,PT,2023,2921564.0\nPT1A,PT,2023,2097742.0\nEU28,EU,2016,509382312.0\n"
    )
    found = imported(file("panel.csv", panel), record_of("population"), regions)
    assert as_tuples(found.rows) == [
        ("population", "PT17", "2023", "2921564", ""),
        ("population", "PT1A", "2023", "2097742", ""),
    ]
    assert found.left_out == {"outside the 27 countries": ("EU28",)}


def test_eurostats_tsv_holds_value_and_flag_in_one_cell(
    file: Callable[[str, str], Path], regions: pd.DataFrame
) -> None:
    tsv = (
        "unit,nace_r2,age,geo\\time\t2015 \t2014 \n"
        "THS,TOTAL,Y_GE15,ITC4\t4256.3 \t4237.2 b\n"
        "THS,A,Y_GE15,ITC4\t62.4 bu\t: u\n"
        "THS,A,Y15-64,ITC4\t60.0 \t: c\n"
        "THS,A,Y_GE15,EU27\t9000.0 \t: \n"
    )
    record = record_with(record_of("lfs_2008_2015"), "lfs_total", "lfs_a")
    found = imported(file("lfs.tsv.gz", tsv), record, regions)
    assert as_tuples(found.rows) == [
        ("lfs_a", "ITC4", "2015", "62.4", "bu"),
        ("lfs_total", "ITC4", "2014", "4237.2", "b"),
        ("lfs_total", "ITC4", "2015", "4256.3", ""),
    ]
    assert found.left_out == {"outside the 27 countries": ("EU27",)}, "the EU of 2008 is not the EU27_2020"


def test_persons_employed_are_also_read_from_eurostats_csv(
    file: Callable[[str, str], Path], regions: pd.DataFrame
) -> None:
    answer = (
        "DATAFLOW,LAST UPDATE,freq,indic_sbs,nace_r2,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
        "X,Y,A,EMP_LOC_NR,C13,ITC4,2022,37795,\nX,Y,A,LOC_NR,C13,ITC4,2022,4000,\n"
    )
    found = imported(file("sbs.csv", answer), record_with(record_of("sbs_2022"), "employed_c13"), regions)
    assert as_tuples(found.rows) == [("employed_c13", "ITC4", "2022", "37795", "")]


def test_ardeco_keeps_countries_and_nuts_2_from_2000_on(
    file: Callable[[str, str], Path], regions: pd.DataFrame
) -> None:
    wide = (
        "TERRITORY_ID,LEVEL_ID,NAME_HTML,VERSIONS,UNIT,1999,2000,2022\n"
        "IT,0,Italy,2021,EUR,20647.0,21800.0,33000.0\n"
        "ITC,1,Nord-Ovest,2021,EUR,,25000.0,38000.0\n"
        "ITC4,2,Lombardia,2021,EUR,27531.0,,44200.0\n"
        "ITC4,2,Lombardia,2021,PPS,28530.0,,46000.0\n"
        "ITC4C,3,Milano,2021,EUR,,40000.0,60000.0\n"
        "EU27_2020,9,European Union,2021,EUR,17377.0,,35557.0\n"
    )
    record = record_with(record_of("ardeco"), "ardeco_gdp_per_head_eur", "ardeco_gdp_per_head_pps")
    found = imported(file("ardeco.csv", wide), record, regions)
    assert as_tuples(found.rows) == [
        ("ardeco_gdp_per_head_eur", "EU27_2020", "2022", "35557", ""),
        ("ardeco_gdp_per_head_eur", "IT", "2000", "21800", ""),
        ("ardeco_gdp_per_head_eur", "IT", "2022", "33000", ""),
        ("ardeco_gdp_per_head_eur", "ITC4", "2022", "44200", ""),
        ("ardeco_gdp_per_head_pps", "ITC4", "2022", "46000", ""),
    ]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("9976509.0", "9976509"),
        ("0.10", "0.1"),
        ("-0.0", "0"),
        ("1e3", "1000"),
        ("97.418641", "97.418641"),
        ("n.a.", "n.a."),
    ],
)
def test_a_number_is_written_in_its_shortest_form(given: str, written: str) -> None:
    assert importers.shortest_number(given) == written
