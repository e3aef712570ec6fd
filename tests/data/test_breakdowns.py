"""Every breakdown keeps its record's promise, and the csv is what the importers make of a publisher's file."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data import (
    ROOT,
    Data,
    DataError,
    breakdown,
    breakdown_rows,
    breakdown_validation,
    load,
    reading,
    refresh,
)
from data.importers import FORMATS
from data.languages import LANGUAGES

NAMES = breakdown_validation.names(ROOT)

SECTIONS = """\
NUTS,Name,Unit,NACE,1999,2018,2019,2020
ITC4,Lombardia,{unit},A,1,3500.5,3400,3300
ITC4,Lombardia,{unit},K,1,,100,100
LT00,Lietuva (NUTS 2013),{unit},A,1,10,10,10
UKC1,Tees Valley,{unit},A,1,10,10,10
"""


@pytest.mark.parametrize("name", NAMES)
def test_every_member_and_measure_has_words_in_every_language(data: Data, name: str) -> None:
    record = data.breakdowns[name].record
    titled = [(part.title, part.short) for part in record.members.values()]
    titled += [(part.title, part.short) for part in record.measures.values()]
    for title, short in titled:
        assert all(title[language] and 0 < len(short[language]) <= 32 for language in LANGUAGES), short
    for language in LANGUAGES:
        parts = [record.members[code].short[language] for code in record.parts]
        assert len(set(parts)) == len(parts), sorted(parts)
    assert record.source.importer in FORMATS
    assert record.source.obtained["en"] != record.source.obtained["it"]


@pytest.mark.parametrize("name", NAMES)
def test_every_breakdown_has_every_member_and_known_regions(data: Data, name: str) -> None:
    table = data.breakdowns[name]
    for measure in table.record.measures:
        rows = table.values.loc[measure]
        assert set(rows.index.get_level_values("member")) == set(table.record.members)
        assert set(rows.index.get_level_values("region")) <= set(data.regions.index)
        assert np.isfinite(rows.to_numpy()).mean() > 0.5
        limit = table.record.measures[measure].maximum
        assert np.nanmax(rows.to_numpy()) * 1000 > limit


@pytest.mark.parametrize("name", NAMES)
def test_wide_and_long_form_are_the_same_values(name: str) -> None:
    content = (ROOT / breakdown.FOLDER / f"{name}.csv").read_bytes()
    record = breakdown_validation.record_of(
        name, reading.toml(ROOT / breakdown.FOLDER / f"{name}.toml", ROOT)
    )
    long = breakdown_rows.long_rows(name, ROOT)
    assert breakdown_rows.content(long, record) == content
    assert (long["value"] != "").all()


def test_an_import_keeps_what_is_there_and_leaves_empty_what_is_not(
    root: Path, tmp_path: Path, data: Data
) -> None:
    files = []
    for unit in ("Million EUR", "Thousands Persons"):
        file = tmp_path / f"{unit}.csv"
        file.write_bytes(_all_sections(unit, data).encode("cp1252"))
        files.append(file)
    report = refresh.refresh("sections", files, root=root, accept_loss=True)
    assert "LT00" in report
    assert "UKC1" in report
    table = load(root).breakdowns["sections"]
    assert table.years == (2018, 2019)
    assert table.of("gva", 2018).loc["ITC4", "A"] == 3500.5
    assert np.isnan(table.of("gva", 2018).loc["ITC4", "K"])
    assert table.of("jobs", 2019).loc["ITC4", "K"] == 100
    assert list(table.of("jobs", 2019).index) == ["ITC4"]


def _all_sections(unit: str, data: Data) -> str:
    members = [code for code in data.breakdowns["sections"].record.members if code not in ("A", "K")]
    lines = "".join(f"ITC4,Valle d\u2019Aosta é,{unit},{code},1,1,1,1\n" for code in members)
    return SECTIONS.format(unit=unit) + lines


def test_the_same_file_gives_the_same_bytes(root: Path, tmp_path: Path, data: Data) -> None:
    files = [tmp_path / "gva.csv", tmp_path / "jobs.csv"]
    for file, unit in zip(files, ("Million EUR", "Thousands Persons"), strict=True):
        file.write_text(_all_sections(unit, data), encoding="utf-8")
    refresh.refresh("sections", files, root=root, accept_loss=True)
    before = (root / breakdown.FOLDER / "sections.csv").read_bytes()
    assert "Nothing changed." in refresh.refresh("sections", files, root=root)
    assert (root / breakdown.FOLDER / "sections.csv").read_bytes() == before


def test_a_file_that_lacks_most_of_the_table_is_refused(root: Path, tmp_path: Path, data: Data) -> None:
    file = tmp_path / "gva.csv"
    file.write_text(_all_sections("Million EUR", data), encoding="utf-8")
    other = tmp_path / "jobs.csv"
    other.write_text(_all_sections("Thousands Persons", data), encoding="utf-8")
    before = (root / breakdown.FOLDER / "sections.csv").read_bytes()
    with pytest.raises(Exception, match="lacks what the table sections has"):
        refresh.refresh("sections", [file, other], root=root)
    assert (root / breakdown.FOLDER / "sections.csv").read_bytes() == before


def _changed(lines: list[str], at: int, cell: int, value: str) -> list[str]:
    cells = lines[at].split(",")
    cells[cell] = value
    return [*lines[:at], ",".join(cells), *lines[at + 1 :]]


SPOILED = {
    "a region nobody knows": (lambda lines: _changed(lines, 4, 2, "XX99"), ("region", "line 5", "XX99")),
    "a member nobody knows": (lambda lines: _changed(lines, 4, 1, "Q"), ("member", "line 5", "'Q'")),
    "a word for a number": (lambda lines: _changed(lines, 4, 5, "n.a."), ("line 5", "n.a.", "not a number")),
    "a number beyond reason": (lambda lines: _changed(lines, 4, 5, "1e12"), ("line 5", "outside the limits")),
    "a negative number": (lambda lines: _changed(lines, 4, 5, "-3"), ("line 5", "outside the limits")),
    "a line twice": (lambda lines: [*lines[:4], lines[3], *lines[4:]], ("line 5", "stands twice")),
    "lines in another order": (lambda lines: [*lines[:3], lines[4], lines[3], *lines[5:]], ("not sorted",)),
    "a line too short": (lambda lines: [*lines[:4], lines[4].rsplit(",", 2)[0], *lines[5:]], ("line 5",)),
    "years out of order": (lambda lines: _changed(lines, 0, 4, "1999"), ("years in order",)),
    "a line less": (lambda lines: [*lines[:4], *lines[5:]], ("rows", "its record says")),
    "the last line cut off": (lambda lines: [*lines[:-2], lines[-2][:-9]], ("cut off",)),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_bad_breakdown_stops_the_start_with_one_line(root: Path, name: str) -> None:
    spoil, says = SPOILED[name]
    file = root / breakdown.FOLDER / "sections.csv"
    file.write_text("\n".join(spoil(file.read_text(encoding="utf-8").split("\n"))), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load(root)
    message = str(raised.value)
    assert "\n" not in message
    for part in ("data/breakdowns/sections.csv", "To mend it", *says):
        assert part in message, message


def test_a_breakdown_without_its_record_stops_the_start(root: Path) -> None:
    (root / breakdown.FOLDER / "sections.toml").unlink()
    with pytest.raises(DataError, match="stands alone"):
        load(root)


def test_a_record_whose_member_is_within_nothing_stops_the_start(root: Path) -> None:
    file = root / breakdown.FOLDER / "sections.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("[members.K]\n", '[members.K]\nwithin = "X"\n'))
    with pytest.raises(DataError, match=r"has no \[members\.X\] block"):
        load(root)


def test_lombardys_sections_are_the_publishers(data: Data) -> None:
    table = data.breakdowns["sections"]
    assert table.of("gva", 2019).loc["ITC4"].sum() == pytest.approx(
        table.of("jobs", 2019).loc["ITC4"].sum() * 73.07497, rel=1e-4
    )


def test_no_old_code_stands_beside_its_successors(data: Data) -> None:
    for table in data.breakdowns.values():
        codes = set(table.values.index.get_level_values("region"))
        for code in codes:
            successors = set(str(data.regions.at[code, "successor"]).split())
            assert not successors & codes, (code, successors & codes)


def test_regions_of_an_earlier_nuts_are_recoded_to_regions_that_exist(data: Data) -> None:
    for table in data.breakdowns.values():
        record = table.record
        targets = [code for _, code in record.source.recoded]
        assert len(set(targets)) == len(targets)
        assert set(targets) <= set(data.regions.index)
        parts = [code for codes in record.split.values() for code in codes]
        assert set(parts) <= set(data.regions.index)
        assert not set(parts) & set(table.values.index.get_level_values("region"))


def test_what_a_record_omits_is_not_in_its_csv(data: Data) -> None:
    for table in data.breakdowns.values():
        for omission in table.record.omissions:
            members = [part for code in omission.members for part in table.record.members_of(code)]
            kept = table.values.index
            for member in members:
                found = (kept.get_level_values("region") == omission.region) & (
                    kept.get_level_values("member") == member
                )
                assert not found.any() or table.values[found].isna().all(axis=None)


def test_a_breakdown_is_read_by_year_and_by_region(data: Data) -> None:
    table = data.breakdowns["sections"]
    by_year, by_region = table.of("gva", 2010), table.series("gva", "ITC4")
    pd.testing.assert_series_equal(by_year.loc["ITC4"], by_region[2010], check_names=False)
    assert table.series("gva", "ES63").isna().all(axis=None)


def test_every_source_can_be_hashed_and_is_itself(data: Data) -> None:
    sources = [table.source for table in data.tables.values()]
    sources += [table.record.source for table in data.breakdowns.values()]
    assert len({hash(source) for source in sources}) == len(sources)
