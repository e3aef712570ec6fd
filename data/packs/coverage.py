"""What a pack will show and what it cannot, chart by chart."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pandas as pd

from data.packs import schema
from data.records import Record

FILE = Path(__file__).parent / "charts.toml"


class ChartNeeds(Record):
    """What one chart takes from a pack (see charts.toml)."""

    shows: str
    needs: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    otherwise: str = ""


@cache
def charts() -> dict[str, ChartNeeds]:
    """Every chart that a pack feeds, by its full name."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        f"{view}.{name}": ChartNeeds.model_validate(block)
        for view, blocks in content.items()
        for name, block in blocks.items()
    }


def missing_for_chart(chart: ChartNeeds, tables: Mapping[str, pd.DataFrame]) -> str:
    """What a pack with these tables would need for a chart, in words; "" where it has all of it."""
    missing = [name for name in (*chart.needs, *chart.uses) if not has_rows(name, tables)]
    if missing:
        return " and ".join(f"{name}.csv" for name in missing)
    for rule in chart.rows:
        place, _, words = rule.partition(" = ")
        table, _, column = place.partition(".")
        if not set(tables[table][column]) & set(words.split()):
            return f"rows in {table}.csv whose {column} is {words.replace(' ', ' or ')}"
    places = [place.partition(".") for place in chart.filled]
    if places and not any((tables[table][column] != "").any() for table, _, column in places):
        return f"a value in the column {' or '.join(column for *_, column in places)} of {places[0][0]}.csv"
    return ""


def has_rows(table: str, tables: Mapping[str, pd.DataFrame]) -> bool:
    return table in tables and len(tables[table]) > 0


def report(tables: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    """Line by line: per view the charts that will be there, then those that will not and what they would need."""
    views = dict.fromkeys(name.partition(".")[0] for name in charts())
    for view in views:
        found = {
            name.partition(".")[2]: (chart, missing_for_chart(chart, tables))
            for name, chart in charts().items()
            if name.partition(".")[0] == view
        }
        shown = [name for name, (_, lack) in found.items() if not lack]
        yield f"{view}: {len(shown)} of {len(found)} charts from this pack"
        for name, (chart, lack) in found.items():
            otherwise = f"; in its place: {chart.otherwise}" if chart.otherwise else ""
            yield (
                f"  - {name}: {chart.shows} (needs {lack}{otherwise})"
                if lack
                else f"  + {name}: {chart.shows}"
            )
    yield from unused_tables(tables)


def unused_tables(tables: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    """Tables that are there and that no chart shows, and tables without rows."""
    shown = {name for chart in charts().values() for name in (*chart.needs, *chart.uses)}
    for name, rows in tables.items():
        if rows.empty:
            yield f"{name}.csv has no rows: it is as if it were not there"
        elif name not in shown:
            yield f"{name}.csv: {schema.tables()[name].about}; read together with other tables or kept for reference"
