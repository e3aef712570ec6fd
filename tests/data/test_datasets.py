"""Every dataset keeps its record's promise, and what is read from it agrees with a naive count."""

import csv
import re
from pathlib import Path

import pytest

from data import ROOT, Data, DataError, load, partners, reading, refresh
from data.dataset import Column, DatasetTable
from data.languages import LANGUAGES


def _columns(data: Data) -> list[tuple[str, DatasetTable, str, Column]]:
    return [
        (f"{name}.{table}.{column}", shape, column, described)
        for name, dataset in data.datasets.items()
        for table, shape in dataset.record.tables.items()
        for column, described in shape.columns.items()
    ]


def test_every_dataset_and_column_has_words_in_every_language(data: Data) -> None:
    assert {"h2020", "innovation_fund", "inside_regions", "region_categories"} <= data.datasets.keys()
    for name, dataset in data.datasets.items():
        source = dataset.source
        assert source.notes is not None, name
        for words in (source.title, source.obtained, source.notes):
            assert all(words[language].strip() for language in LANGUAGES), name
            assert words["en"] != words["it"], name
        for table in dataset.record.tables.values():
            assert all(table.title[language] for language in LANGUAGES), name
    for place, _, _, column in _columns(data):
        for words in (column.label, *column.choices.values()):
            assert all(words[language].strip() for language in LANGUAGES), place


def test_no_key_stands_twice(data: Data) -> None:
    for name, dataset in data.datasets.items():
        for table, rows in dataset.tables.items():
            keys = rows[list(dataset.record.tables[table].key)].astype(
                {key: str for key in dataset.record.tables[table].key if rows[key].dtype == "category"}
            )
            assert not keys.duplicated().any(), (name, table)


def test_no_cell_holds_more_than_an_organisation_s_name(data: Data) -> None:
    for name, dataset in data.datasets.items():
        for table, rows in dataset.tables.items():
            texts = rows.select_dtypes(["str", "category"]).astype(str)
            for column in texts:
                assert not texts[column].str.contains("@", regex=False).any(), (name, table, column)
                assert "vat" not in str(column).lower()


@pytest.fixture(params=["region", "number", "choice", "key", "cut"])
def spoiled(request: pytest.FixtureRequest, root: Path) -> tuple[Path, str]:
    """A copy in which one cell of a dataset is wrong, and what the error must name."""
    file = root / "datasets" / "h2020" / "regions.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    cells = lines[5].split(",")
    changed = {
        "region": ([cells[0], "XX99", *cells[2:]], "column region, line 6, value 'XX99'"),
        "number": ([*cells[:2], "many", *cells[3:]], "column participations, line 6, value 'many'"),
        "choice": (["XYZ", *cells[1:]], "column scope, line 6, value 'XYZ'"),
        "key": (lines[4].split(","), "line 6"),
        "cut": (cells[:3], "regions.csv"),
    }
    lines[5], named = ",".join(changed[request.param][0]), changed[request.param][1]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root, named


def test_a_bad_cell_stops_the_start_and_is_named(spoiled: tuple[Path, str]) -> None:
    root, named = spoiled
    with pytest.raises(DataError) as error:
        load(root)
    assert named in str(error.value)
    assert "regions.csv" in str(error.value)


def test_a_bad_cell_cannot_be_stamped(spoiled: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    root, named = spoiled
    before = (root / "datasets" / "h2020" / "dataset.toml").read_bytes()
    assert refresh.main(["--stamp", "h2020"], root=root) == 1
    assert named in capsys.readouterr().err
    assert (root / "datasets" / "h2020" / "dataset.toml").read_bytes() == before


def test_a_good_edit_is_refused_until_it_is_stamped(root: Path) -> None:
    file = root / "datasets" / "region_categories" / "categories.csv"
    file.write_text(
        file.read_text(encoding="utf-8").replace("AT11,transition", "AT11,less_developed"), "utf-8"
    )
    with pytest.raises(DataError, match="not the one"):
        load(root)
    assert refresh.main(["--stamp", "region_categories"], root=root) == 0
    assert (
        load(root).datasets["region_categories"].tables["categories"]["category"].iat[0] == "less_developed"
    )


def test_a_record_without_files_is_a_form_to_import_into(root: Path) -> None:
    folder = root / "datasets" / "h2020"
    for file in folder.glob("*.csv"):
        file.unlink()
    assert load(root).datasets["h2020"].tables == {}


def _naive_pairs(scope: str) -> dict[tuple[str, str], int]:
    with (ROOT / "datasets" / "h2020" / "pairs.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["region_a"], row["region_b"]): int(row["projects"])
            for row in csv.DictReader(file)
            if row["scope"] == scope
        }


@pytest.mark.parametrize("scope", ["research", "all"])
@pytest.mark.parametrize("region", ["ITC4", "EE00", "PT20", "FRY4", "DE30"])
def test_partners_agree_with_a_naive_count(data: Data, region: str, scope: str) -> None:
    pairs = _naive_pairs(scope)
    degree: dict[str, int] = {}
    for (code, other), projects in pairs.items():
        degree[code] = degree.get(code, 0) + projects
        degree[other] = degree.get(other, 0) + projects
    found = partners.partners(data, region, "h2020", scope)
    assert len(found) == len(degree) - 1
    for row in found.itertuples():
        shared = pairs.get((region, row.partner), pairs.get((row.partner, region), 0))
        expected = degree[region] * degree[row.partner] / sum(degree.values())
        assert row.projects == shared
        assert row.expected == pytest.approx(expected)
        assert row.ratio == pytest.approx(shared / expected)
        assert row.rank == 1 + sum(other > row.projects for other in found["projects"])
    assert found["projects"].is_monotonic_decreasing


def test_lombardy_s_partners_are_those_that_were_counted_independently(data: Data) -> None:
    found = partners.partners(data, "ITC4", "h2020").head(5)
    counted = {"FR10": 242, "DE21": 157, "NL36": 129, "ITI4": 128, "ES51": 128}
    assert dict(zip(found["partner"], found["projects"], strict=True)) == counted
    figures = partners.figures(data, "h2020", "research").loc["ITC4"]
    assert (figures["projects"], figures["organisations"], round(figures["eur"] / 1e6)) == (953, 43, 446)


def test_coverage_is_the_share_of_money_that_was_placed(data: Data) -> None:
    for country, share in {"HR": 0.65, "SI": 0.67, "LV": 0.73, "RO": 0.76}.items():
        found = partners.coverage(data, country, "h2020")
        assert found is not None
        assert round(found.share, 2) == share
    for country in data.regions.index[data.regions["level"] == "country"]:
        found = partners.coverage(data, country, "h2020", "all")
        assert found is not None, country
        assert 0 < found.share <= 1, country


def test_the_research_figures_are_those_of_universities_and_research_organisations(data: Data) -> None:
    types = [partners.figures(data, "h2020", kind)["participations"] for kind in partners.RESEARCH_TYPES]
    both = types[0].add(types[1], fill_value=0)
    research = partners.figures(data, "h2020", "research")["participations"]
    assert both.loc[research.index].eq(research).all()
    assert both.sum() == research.sum()


def test_the_innovation_fund_adds_up_to_its_own_total(data: Data) -> None:
    rows = data.datasets["innovation_fund"].tables["participants"]
    assert round(rows["eur"].sum(), 2) == 7_400_765_675.80
    assert rows["project"].nunique() == 131
    assert len(rows) == 299
    placed = rows["region"].astype(str) != ""
    assert ((rows["unplaced"] == "") == placed).all()
    assert placed.sum() == 257


def test_a_dataset_s_notes_say_what_inflates_its_figures(data: Data) -> None:
    for language in LANGUAGES:
        notes = data.datasets["h2020"].source.notes
        assert notes is not None
        assert set(re.findall(r"\(([A-Z]{2}[A-Z0-9]{2})\)", notes[language])) == set(partners.SEATS)


def test_every_record_carries_its_own_checksum() -> None:
    for file in (ROOT / "datasets").glob("*/dataset.toml"):
        reading.check_stamp(file, ROOT)
