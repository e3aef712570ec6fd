"""Each publisher's format, in the small: a raw file goes in, known rows come out, anything else is refused
in words."""

import gzip
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from data import ROOT, importers, validation
from data.importers import NotThisFormat, ardeco, eurostat, rci, ris, sbs
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


def _workbook(path: Path, sheets: dict[str, Iterable[Sequence[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, lines in sheets.items():
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(list(line))
    book.save(path)
    return path


def _record(name: str) -> Table:
    return table(name, toml(ROOT / "tables" / f"{name}.toml", ROOT))


def _only(record: Table, *codes: str) -> Table:
    return record.model_copy(update={"indicators": {code: record.indicators[code] for code in codes}})


def _tidy(path: Path, record: Table, regions: pd.DataFrame) -> importers.ImportResult:
    return importers.tidy([path], record, regions, validation.known_codes(regions, record.source.areas))


def _tuples(rows: pd.DataFrame) -> Rows:
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


@pytest.mark.parametrize("name", ["gdp.csv", "gdp.csv.gz"])
def test_eurostats_labelled_csv(file: Callable[[str, str], Path], regions: pd.DataFrame, name: str) -> None:
    """Missing stays missing, flags stay together, one unit is picked, four kinds of code are left out by
    reason."""
    found = _tidy(file(name, LABELLED), _record("gdp"), regions)
    assert _tuples(found.rows) == [
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
    found = _tidy(file("answer.csv", answer), _record("gdp"), regions)
    assert _tuples(found.rows) == [("gdp", "ITC4", "2022", "457232.64", "p")]


def test_the_short_form_has_no_flags(file: Callable[[str, str], Path], regions: pd.DataFrame) -> None:
    short = "freq,unit,geo,time,obs_value\nA,PPS_EU27_2020_HAB,ITC4,2022,46000\nA,PPS_EU27_2020_HAB,AL,2022,11000\n"
    found = _tidy(file("short.csv", short), _record("gdp_per_head_pps"), regions)
    assert _tuples(found.rows) == [("gdp_per_head_pps", "ITC4", "2022", "46000", "")]


def test_a_column_of_a_panel_keeps_old_and_new_codes_apart(
    file: Callable[[str, str], Path], regions: pd.DataFrame
) -> None:
    panel = (
        "nuts2_id,country,year,population\n"
        "PT17,PT,2023,2921564.0\nPT1A,PT,2023,2097742.0\nEU28,EU,2016,509382312.0\n"
    )
    found = _tidy(file("panel.csv", panel), _record("population"), regions)
    assert _tuples(found.rows) == [
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
    record = _only(_record("lfs_2008_2015"), "lfs_total", "lfs_a")
    found = _tidy(file("lfs.tsv.gz", tsv), record, regions)
    assert _tuples(found.rows) == [
        ("lfs_a", "ITC4", "2015", "62.4", "bu"),
        ("lfs_total", "ITC4", "2014", "4237.2", "b"),
        ("lfs_total", "ITC4", "2015", "4256.3", ""),
    ]
    assert found.left_out == {"outside the 27 countries": ("EU27",)}, "the EU of 2008 is not the EU27_2020"


RIS_HEADER = "Indicator,Year,Zone,Country,CountryName,Region,RegionName,Level,Value,performance group".split(
    ","
)
INDEX, ICT = "0 Summary Innovation Index", "2.3.2 Employed ICT specialists"


def _ris(path: Path, header: Sequence[object] = RIS_HEADER, sheet: str = "RIS") -> Path:
    lines = [
        (INDEX, 2023, "EU", "IT", "Italy", "ITC4", "Lombardia", 1, 105.67, "Moderate"),
        (INDEX, 2023, "EU", "EU Average", "EU", "EU", "European Union", 1, 108.47, "EU"),
        (INDEX, 2016, "EU", "AT", "Austria", "AT1", "Ostösterreich", 1, 125.95, "Leader"),
        (INDEX, 2023, "non-EU", "CH", "Switzerland", "CH01", "Lake Geneva", 1, 150, "Leader"),
        (ICT, 2023, "EU", "IT", "Italy", "ITC4", "Lombardia", 1, 166.35, "Moderate"),
        (ICT, 2022, "EU", "IT", "Italy", "ITC4", "Lombardia", 1, None, "Moderate"),
        ("1.1 Human resources", 2023, "EU", "IT", "Italy", "ITC4", "Lombardia", 1, 80, "Moderate"),
    ]
    return _workbook(path, {sheet: [header, *lines]})


def test_the_innovation_scoreboards_workbook(tmp_path: Path, regions: pd.DataFrame) -> None:
    record = _only(_record("ris_2023"), "ris_index", "ris_ict_specialists")
    found = _tidy(_ris(tmp_path / "ris.xlsx"), record, regions)
    assert _tuples(found.rows) == [
        ("ris_ict_specialists", "ITC4", "2023", "166.35", ""),
        ("ris_index", "AT1", "2016", "125.95", ""),
        ("ris_index", "EU27_2020", "2023", "108.47", ""),
        ("ris_index", "ITC4", "2023", "105.67", ""),
    ]
    assert found.left_out == {}


def _rci(path: Path, raw: str = "RCI_2022_raw_data") -> Path:
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
    return _workbook(path, {raw: values, "RCI_2022_population_GDP": context})


def test_the_competitiveness_indexs_workbook(tmp_path: Path, regions: pd.DataFrame) -> None:
    codes = (
        "rci_corruption",
        "rci_lifelong_learning",
        "rci_online_orders",
        "rci_population",
        "rci_gdp_per_head",
    )
    found = _tidy(_rci(tmp_path / "rci.xlsx"), _only(_record("rci_2022"), *codes), regions)
    assert _tuples(found.rows) == [
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
    record = _only(_record("sbs_2022"), "employed_c", "employed_c11")
    found = _tidy(_workbook(tmp_path / "sbs.xlsx", {"Sheet1": lines}), record, regions)
    assert _tuples(found.rows) == [
        ("employed_c", "ITC4", "2022", "906475", ""),
        ("employed_c11", "IT", "2022", "45000", ""),
    ]


def test_persons_employed_are_also_read_from_eurostats_csv(
    file: Callable[[str, str], Path], regions: pd.DataFrame
) -> None:
    answer = (
        "DATAFLOW,LAST UPDATE,freq,indic_sbs,nace_r2,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
        "X,Y,A,EMP_LOC_NR,C13,ITC4,2022,37795,\nX,Y,A,LOC_NR,C13,ITC4,2022,4000,\n"
    )
    found = _tidy(file("sbs.csv", answer), _only(_record("sbs_2022"), "employed_c13"), regions)
    assert _tuples(found.rows) == [("employed_c13", "ITC4", "2022", "37795", "")]


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
    record = _only(_record("ardeco"), "ardeco_gdp_per_head_eur", "ardeco_gdp_per_head_pps")
    found = _tidy(file("ardeco.csv", wide), record, regions)
    assert _tuples(found.rows) == [
        ("ardeco_gdp_per_head_eur", "EU27_2020", "2022", "35557", ""),
        ("ardeco_gdp_per_head_eur", "IT", "2000", "21800", ""),
        ("ardeco_gdp_per_head_eur", "IT", "2022", "33000", ""),
        ("ardeco_gdp_per_head_eur", "ITC4", "2022", "44200", ""),
        ("ardeco_gdp_per_head_pps", "ITC4", "2022", "46000", ""),
    ]


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
        read(_ris(tmp_path / "ris.xlsx"))


def test_a_workbook_with_other_sheets_is_refused_with_their_names(tmp_path: Path) -> None:
    book = _ris(tmp_path / "ris.xlsx", sheet="Data")
    for read in BOOKS:
        with pytest.raises(NotThisFormat, match="Data"):
            read(book)


def test_a_workbook_without_a_needed_column_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(NotThisFormat, match="'Value'"):
        ris.read(_ris(tmp_path / "ris.xlsx", header=[name.replace("Value", "Score") for name in RIS_HEADER]))


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    whole = _ris(tmp_path / "ris.xlsx").read_bytes()
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
        _tidy(file("other.csv", other), _record("gdp"), regions)


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
