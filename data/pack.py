"""A region pack: what the input paper says about one region, as checked tables."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data import stories as talks
from data.errors import DataError
from data.languages import stems, with_fallbacks
from data.pack_files import head_of, read_files
from data.pack_records import PackSource, PackTable
from data.packs import schema
from data.packs.schema import TableSchema
from data.records import Words, number


@dataclass(frozen=True, eq=False)
class Pack:
    """One region's pack. `tables` are those with rows, each with every column of its schema: blanks are "" in text
    columns and NaN in numbers; dates stay ISO text."""

    region: str
    country: str
    title: Words
    sources: dict[str, PackSource]
    tables: dict[str, pd.DataFrame]
    records: dict[str, PackTable]
    stories: dict[str, talks.Story]
    default: bool = False

    def has(self, *tables: str) -> bool:
        """Whether it has rows in all of these tables."""
        return all(name in self.tables for name in tables)

    def rows(self, table: str) -> pd.DataFrame:
        """The rows of a table; none where the pack does not have it."""
        return self.tables[table] if table in self.tables else blank(table)

    @property
    def paper(self) -> PackSource:
        """The document that the pack is made from: the first source of pack.toml."""
        return next(iter(self.sources.values()))

    @property
    def year(self) -> str:
        """The year in which that document was published, "" where pack.toml does not say it."""
        return self.paper.published[:4]


def pack(folder: Path, root: Path, regions: pd.DataFrame) -> Pack:
    """The checked pack in `folder`, named after its region; raises DataError on the first mistake."""
    read = read_files(folder, root, regions)
    for fault in read.mistakes():
        raise DataError(fault)
    head = head_of(folder, root, regions)
    tables = {
        name: compact_types(rows.reset_index(drop=True), schema.tables()[name])
        for name, rows in read.texts.items()
        if len(rows)
    }
    return Pack(
        head.region, head.country, head.title, head.sources, tables, read.records, read.stories, head.default
    )


def blank(table: str) -> pd.DataFrame:
    """No rows of a table."""
    form = schema.tables()[table]
    return compact_types(pd.DataFrame(columns=list(form.all_columns), dtype=str), form)


def compact_types(rows: pd.DataFrame, table: TableSchema) -> pd.DataFrame:
    """The rows with numbers as numbers and every text in every language."""
    numbers = {
        name: whole_numbers(rows[name]) if column.type == "integer" else number(rows[name])
        for name, column in table.columns.items()
        if column.type in ("number", "integer")
    }
    return with_fallbacks(rows.assign(**numbers), stems(rows.columns))


def whole_numbers(texts: pd.Series) -> pd.Series:
    """Whole numbers as int64; as float64 with NaN where some are blank, because NaN survives plotly and
    JSON."""
    numbers = number(texts)
    return numbers if numbers.isna().any() else numbers.astype("int64")
