"""A table is replaced whole or not at all; the same file gives the same bytes; a new indicator needs no
Python."""

from pathlib import Path

import pytest

from data import DataError, load, reading, refresh, stamping

HEADER = "freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"


def _download(folder: Path, lines: str, name: str = "download.csv") -> Path:
    file = folder / name
    file.write_text(HEADER + lines, encoding="utf-8")
    return file


@pytest.fixture
def download(tmp_path: Path) -> Path:
    return _download(
        tmp_path, "A,MIO_EUR,ITC4,2022,457232.64,p\nA,MIO_EUR,IT,2022,1998072.9,\nA,MIO_EUR,ITZZ,2022,1,\n"
    )


def _both(root: Path, name: str = "gdp") -> tuple[bytes, bytes]:
    return (root / "tables" / f"{name}.csv").read_bytes(), (root / "tables" / f"{name}.toml").read_bytes()


def test_rebuilding_gives_identical_bytes(root: Path, download: Path) -> None:
    assert refresh.main(["gdp", "--from", str(download), "--accept-loss"], root=root) == 0
    first = _both(root)
    assert (
        first[0] == b"indicator,region,year,value,flag\ngdp,IT,2022,1998072.9,\ngdp,ITC4,2022,457232.64,p\n"
    )
    assert refresh.main(["gdp", "--from", str(download), "--accept-loss"], root=root) == 0
    assert _both(root) == first
    load(root)


def test_the_order_of_the_lines_of_a_download_does_not_matter(
    root: Path, tmp_path: Path, download: Path
) -> None:
    refresh.refresh("gdp", [download], root=root, accept_loss=True)
    first = _both(root)
    lines = download.read_text(encoding="utf-8").split("\n")[1:-1]
    refresh.refresh(
        "gdp",
        [_download(tmp_path, "\n".join(reversed(lines)) + "\n", "reversed.csv")],
        root=root,
        accept_loss=True,
    )
    assert _both(root) == first


def test_a_refresh_says_what_it_changes_and_leaves_out(
    root: Path, download: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = len((root / "tables" / "gdp.csv").read_text(encoding="utf-8").split("\n")) - 2
    assert refresh.main(["gdp", "--from", str(download), "--accept-loss"], root=root) == 0
    said = capsys.readouterr().out
    assert f"Added 0, removed {before - 2}" in said
    assert "Extra-Regio, no territory: ITZZ" in said
    assert "replaced" in said


def test_a_refresh_keeps_every_word_of_the_record(root: Path, download: Path) -> None:
    stamps = ("checksum", "rows", "retrieved", "record_checksum")

    def kept() -> list[str]:
        lines = (root / "tables" / "gdp.toml").read_text(encoding="utf-8").split("\n")
        return [line for line in lines if not line.startswith(stamps)]

    before = kept()
    refresh.refresh("gdp", [download], root=root, accept_loss=True)
    assert kept() == before


def test_the_day_of_retrieval_changes_only_with_the_data(root: Path, download: Path) -> None:
    refresh.refresh("gdp", [download], root=root, accept_loss=True)
    toml = root / "tables" / "gdp.toml"
    old = toml.read_text(encoding="utf-8")
    dated = stamping.replace_fields(old, {"retrieved": "2020-02-02"})
    toml.write_text(dated, encoding="utf-8")
    refresh.refresh("gdp", [download], root=root, accept_loss=True)
    assert "retrieved = 2020-02-02" in toml.read_text(encoding="utf-8")


def test_check_writes_nothing(root: Path, download: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _both(root)
    assert refresh.main(["gdp", "--from", str(download), "--check", "--accept-loss"], root=root) == 0
    assert _both(root) == before
    assert "Nothing written" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("A,MIO_EUR,ITC4,2022,999999999,\n", "above the most"),
        ("A,MIO_EUR,ITC4,2022,abc,\n", "not a number"),
        ("A,MIO_EUR,ITC4,2022,1000,q\n", "not a known flag"),
        ("A,MIO_EUR,ITC4,2022,1000,\nA,MIO_EUR,ITC4,2022,1001,\n", "twice"),
        ("A,MIO_EUR,CH01,2022,1000,\n", "no rows"),
        ("A,EUR_HAB,ITC4,2022,1000,\n", "MIO_EUR"),
    ],
)
def test_a_bad_download_leaves_the_table_untouched(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: str, said: str
) -> None:
    before = _both(root)
    assert refresh.main(["gdp", "--from", str(_download(tmp_path, lines))], root=root) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert _both(root) == before
    assert not list((root / "tables").glob(".*"))


@pytest.mark.parametrize(
    "arguments", [["gdp", "--from", "nowhere.csv"], ["nothing", "--from", "x"], ["gdp"], []]
)
def test_a_wrong_command_is_answered_in_one_line(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert refresh.main(arguments, root=root) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_list_names_every_table_and_dataset(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refresh.main(["--list"], root=root) == 0
    listed = {line.split()[0] for line in capsys.readouterr().out.strip().split("\n")}
    datasets = {file.parent.name for file in (root / "datasets").glob("*/dataset.toml")}
    folders = [root / name for name in ("tables", "breakdowns")]
    assert listed == {file.stem for folder in folders for file in folder.glob("*.csv")} | datasets


NEW_INDICATOR = """
[indicators.broadband_test]
title.en = "Households with fast internet"
title.it = "Famiglie con internet veloce"
short.en = "Fast internet"
short.it = "Internet veloce"
unit.en = "% of households"
unit.it = "% delle famiglie"
definition.en = "Households with a fast connection."
definition.it = "Famiglie con una connessione veloce."
direction = "higher"
decimals = 1
minimum = 0
maximum = 100
theme = "innovation"
pick = { unit = "PC_HH" }
"""


def test_adding_an_indicator_takes_rows_and_a_record_entry_and_no_python(root: Path) -> None:
    csv, toml = root / "tables" / "gdp.csv", root / "tables" / "gdp.toml"
    header, *rows = csv.read_text(encoding="utf-8").strip().split("\n")
    added = [*rows, "broadband_test,ITC4,2022,71.5,", "broadband_test,ITH5,2022,73,p"]
    csv.write_text("\n".join([header, *sorted(added)]) + "\n", encoding="utf-8")
    toml.write_text(toml.read_text(encoding="utf-8") + NEW_INDICATOR, encoding="utf-8")
    with pytest.raises(DataError, match="--stamp gdp"):
        load(root)
    assert refresh.main(["--stamp", "gdp"], root=root) == 0
    data = load(root)
    assert data.indicators["broadband_test"].title["it"] == "Famiglie con internet veloce"
    assert data.values["broadband_test"]["value"].tolist() == [71.5, 73.0]


def test_a_new_table_is_a_record_and_an_import(root: Path, tmp_path: Path) -> None:
    text = (root / "tables" / "gdp.toml").read_text(encoding="utf-8")
    record = text[: text.index("[indicators.")] + NEW_INDICATOR
    (root / "tables" / "broadband.toml").write_text(record, encoding="utf-8")
    refresh.refresh("broadband", [_download(tmp_path, "A,PC_HH,ITC4,2022,71.5,\n")], root=root)
    assert load(root).values["broadband_test"]["region"].tolist() == ["ITC4"]


def test_a_stamp_is_refused_where_the_edit_is_wrong(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    csv = root / "tables" / "gdp.csv"
    csv.write_text(
        csv.read_text(encoding="utf-8").replace("gdp,AT,2014,", "gdp,AT,2014,9999", 1), encoding="utf-8"
    )
    before = _both(root)
    assert refresh.main(["--stamp", "gdp"], root=root) == 1
    assert "above the most" in capsys.readouterr().err
    assert _both(root) == before


def test_a_stamp_replaces_the_top_fields_only() -> None:
    text = 'checksum = "old" # why\n\n[columns.checksum]\nchecksum = "kept"\n'
    assert (
        stamping.replace_fields(text, {"checksum": '"new"'})
        == 'checksum = "new"\n\n[columns.checksum]\nchecksum = "kept"\n'
    )
    assert (
        stamping.replace_fields("a = 1\n\n[b]\nc = 2\n", {"rows": "3"}) == "a = 1\nrows = 3\n\n[b]\nc = 2\n"
    )


def test_a_checksum_is_the_one_other_tools_compute() -> None:
    """sha256 of nothing, as any sha256sum prints it."""
    assert reading.checksum(b"").endswith("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
