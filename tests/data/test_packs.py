"""A region pack keeps its records' promises, and a bad one is named in one line."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from data import Data, DataError, load, refresh
from data.languages import LANGUAGES
from data.packs import schema
from data.packs.default import default_region
from data.records import PROVENANCE
from data.standings import STANDINGS
from tests.data.small_pack import LINKS, loaded_pack, pack, replace_text, root

__all__ = ["pack", "root"]


def test_a_pack_loads_with_typed_columns(root: Path, pack: Path) -> None:
    loaded = loaded_pack(root, pack)
    people, shares = loaded.tables["organisations"], loaded.tables["shares_of_country"]
    assert loaded.title["it"] == "Emilia-Romagna"
    assert people["members"].tolist()[::2] == [120, 4]
    assert pd.isna(people["members"].iloc[1]), "missing stays missing"
    assert pd.isna(shares["value"].iloc[1]), "what is not published has no value"
    assert people["founded"].tolist() == ["2009-05-30", "2010", ""]
    assert loaded.tables["errata"]["id"].tolist() == [7, 8]
    assert loaded.records["organisations"].place == "Table 1"


def test_every_table_has_every_column_of_its_schema_whatever_its_file_leaves_out(
    root: Path, pack: Path
) -> None:
    loaded = loaded_pack(root, pack)
    for name, rows in loaded.tables.items():
        assert list(rows.columns) == list(schema.tables()[name].all_columns)
    people = loaded.tables["organisations"]
    assert people["website"].tolist() == ["", "", ""]
    assert people["found_lon"].isna().all()


def test_a_table_without_rows_is_as_none(root: Path, pack: Path) -> None:
    file = pack / "links.csv"
    file.write_text(LINKS.split("\n", 1)[0] + "\n", encoding="utf-8")
    assert refresh.main(["--stamp", "ITH5"], root=root) == 0
    loaded = loaded_pack(root, pack)
    assert not loaded.has("links")
    assert loaded.rows("links").empty
    assert loaded.has("organisations", "errata")


def test_only_one_region_is_the_default(root: Path, pack: Path) -> None:
    assert default_region(root) == "ITC4"
    replace_text(pack / "pack.toml", 'country = "IT"', 'country = "IT"\ndefault = true')
    assert refresh.main(["--stamp", "ITH5"], root=root) == 0
    with pytest.raises(DataError, match="only one region can be the default"):
        load(root)


def test_the_default_region_is_there_whatever_packs_are(root: Path, pack: Path) -> None:
    for head in (root / "packs").glob("*/pack.toml"):
        if head.parent != pack:
            shutil.rmtree(head.parent)
    assert default_region(root) == "ITH5"
    shutil.rmtree(pack)
    assert default_region(root) in load(root).regions.index


def test_every_table_of_every_pack_says_its_standing_and_source(data: Data) -> None:
    for region_pack in data.packs.values():
        assert region_pack.region in data.regions.index
        for name, rows in region_pack.tables.items():
            assert set(PROVENANCE) <= set(rows.columns), name
            assert rows["standing"].isin(list(STANDINGS)).all(), name
            assert len(rows), name


def test_every_table_and_source_of_every_pack_has_words_in_every_language(data: Data) -> None:
    for region_pack in data.packs.values():
        for name, record in region_pack.records.items():
            assert all(record.title[language] for language in LANGUAGES), name
            assert all(column.label is None or column.label["it"] for column in record.columns.values()), name
        assert all(
            source.title[language] for source in region_pack.sources.values() for language in LANGUAGES
        )
