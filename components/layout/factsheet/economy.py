"""What a region's economy is made of: sections, sectors that cluster, the twin transition, the areas inside."""

import pandas as pd

from components.charts.naming import name_of
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import say
from components.layout.factsheet.block import Block, Column, Gap, Sheet, Table, is_empty, reason
from components.layout.source_line import printed_source
from data import clustering, queries

STRUCTURE, CLUSTERS, INSIDE = "economy.section_gva", "clusters.sectors_here", "economy.inside_areas"
GASES, SECTORS = "economy.emissions_per_head", "economy.emissions_by_sector"
DIGITAL, TWIN = "economy.digital", "economy.twin"


def structure(sheet: Sheet) -> Block | Gap:
    """The sections by their share of value added, beside the country and the Union."""
    result = sheet.result(STRUCTURE)
    if is_empty(result):
        return Gap("structure", sheet.words("structure.any"), reason(result))
    title = sheet.words("structure", year=result.years)
    shares = result.rows.pivot_table(index="label", columns="party", values="value", sort=False)
    parties = [party for party in ("home", "country", "union") if party in shares]
    codes = {
        "home": sheet.chosen.region,
        "country": queries.country(sheet.data, sheet.chosen.region),
        "union": queries.UNION,
    }
    heads = [str(name_of(sheet.data, codes[party], sheet.lang)) for party in parties]
    columns = [
        Column(sheet.words("column.section"), 46),
        *[Column(head, 18, is_number=True) for head in heads],
    ]
    shown = shares.sort_values("home", ascending=False).head(sheet.room(10, 10, 8, 6, 5, 4))
    rows = [
        (str(label), *[number(row[party], sheet.lang, 1) for party in parties])
        for label, row in shown.iterrows()
    ]
    bars = tuple(float(value) for value in shown["home"] / shown["home"].max())
    return Block(
        "structure",
        title,
        (result.summary,),
        printed_source([result], sheet.lang),
        STRUCTURE,
        (*rows_without_room(sheet, len(shares) - len(shown)), sheet.words("structure.limits")),
        (Table(title, tuple(columns), tuple(rows), bars=bars),),
    )


def rows_without_room(sheet: Sheet, count: int) -> tuple[str, ...]:
    """How many rows of a table had no room."""
    return (sheet.words("rest", count=count),) if count else ()


def first_and_last(rows: pd.DataFrame, count: int) -> pd.DataFrame:
    """So many rows from either end; all where there are no more."""
    return rows if len(rows) <= 2 * count else pd.concat([rows.head(count), rows.tail(count)])


def clusters(sheet: Sheet) -> Block | Gap:
    """The sectors with the highest quotient, those that pass the rule of agglomerations standing out."""
    result = sheet.result(CLUSTERS)
    if is_empty(result):
        return Gap("clusters", sheet.words("clusters.any"), reason(result))
    title = sheet.words("clusters", year=result.years)
    shown = result.rows.head(sheet.room(14, 10, 8, 6, 5, 4))
    columns = (
        Column(sheet.words("column.sector"), 46),
        Column(sheet.words("column.quotient"), 16, is_number=True),
        Column(sheet.words("column.share"), 18, is_number=True),
        Column(sheet.words("column.persons"), 20, is_number=True),
    )
    rows = tuple(
        (
            str(row["label"]),
            number(row["value"], sheet.lang, 2),
            number(row["employed_share"], sheet.lang, 1),
            number(row["persons"], sheet.lang, 0),
        )
        for row in shown.to_dict("records")
    )
    is_whole = int(shown["year"].iloc[0]) == clustering.ALL_SECTORS
    limits = "clusters.limits" if is_whole else "clusters.limits.manufacturing"
    strong = frozenset(at for at, passes in enumerate(shown["agglomeration"]) if passes)
    return Block(
        "clusters",
        title,
        (result.summary,),
        printed_source([result], sheet.lang),
        CLUSTERS,
        (*((sheet.words("clusters.strong"),) if strong else ()), sheet.words(limits), *result.notes[1:]),
        (Table(title, columns, rows, strong),),
    )


def twin(sheet: Sheet) -> Block | Gap:
    """Greenhouse gases per head beside the country and the Union, and the places in the digital indicators."""
    results = {name: sheet.result(name) for name in (GASES, SECTORS, DIGITAL, TWIN)}
    shown = [item for item in results.values() if not is_empty(item)]
    own = [result for name, result in results.items() if name != TWIN and not is_empty(result)]
    title = sheet.words("twin")
    if not own:
        return Gap("twin", title, reason(results[SECTORS]))
    tables = [table for table in (gases(sheet), digital(sheet)) if table]
    lacking = tuple(reason(results[name]) for name in (GASES, DIGITAL) if is_empty(results[name]))
    texts = tuple(item.summary for item in (results[SECTORS], results[TWIN]) if not is_empty(item))
    return Block(
        "twin",
        title,
        texts,
        printed_source(shown, sheet.lang),
        GASES,
        (*lacking, *twin_limits(sheet)),
        tuple(tables),
    )


def twin_limits(sheet: Sheet) -> tuple[str, ...]:
    """That gases are modelled, what a national value is, and for which larger areas values are published."""
    digital_result = sheet.result(DIGITAL)
    modelled = () if is_empty(sheet.result(SECTORS)) else (sheet.words("twin.limits"),)
    if is_empty(digital_result):
        return modelled
    has_national = bool(digital_result.rows["national"].any())
    areas = digital_result.notes[1:] if has_national else digital_result.notes
    return (*modelled, sheet.words("twin.digital"), *areas)


def gases(sheet: Sheet) -> Table | None:
    """Greenhouse gases per head in the first and the last year, by party."""
    rows = sheet.result(GASES).rows
    if rows.empty:
        return None
    years = rows.loc[rows["key"] == "home", "year"]
    first, last = int(years.min()), int(years.max())
    values = rows.pivot_table(index="region", columns="year", values="value", sort=False)
    title = sheet.words("gases")
    columns = (Column(title, 60), *(Column(str(year), 20, is_number=True) for year in (first, last)))
    cells = tuple(
        (
            str(name_of(sheet.data, str(code), sheet.lang)),
            *(number(row.get(year), sheet.lang, 1) for year in (first, last)),
        )
        for code, row in values.iterrows()
    )
    return Table(title, columns, cells, frozenset({0}))


def digital(sheet: Sheet) -> Table | None:
    """The digital indicators with value and place, the best place first; with little room the first and the last."""
    rows = sheet.result(DIGITAL).rows
    if rows.empty:
        return None
    ends = sheet.room(8, 8, 3, 2, 2, 1)
    shown = first_and_last(rows, ends)
    title = sheet.words("digital" if len(shown) == len(rows) else "digital.ends", count=ends)
    columns = (
        Column(title, 60),
        Column(sheet.words("column.value"), 18, is_number=True),
        Column(sheet.words("column.place"), 22, is_number=True),
    )
    cells = tuple(
        (
            str(row["label"]),
            Look("light", sheet.lang, "%" if str(row["unit"]).startswith("%") else "", 1).value(row["own"]),
            sheet.words("place.short", rank=int(row["rank"]), of=int(row["of"])),
        )
        for row in shown.to_dict("records")
    )
    return Table(title, columns, cells)


def rest_areas(sheet: Sheet, count: int) -> tuple[str, ...]:
    """How many areas between the ends are not shown."""
    return (sheet.words("inside.rest", count=count),) if count else ()


def inside_region(sheet: Sheet) -> Block | Gap:
    """GDP per head of the areas inside the region, the richest and the poorest."""
    result, title = sheet.result(INSIDE), sheet.words("inside.any")
    if is_empty(result):
        return Gap("inside", title, reason(result))
    rows = result.rows.sort_values("value", ascending=False)
    ends = sheet.room(6, 4, 3, 2, 2, 1)
    shown = first_and_last(rows, ends)
    title = sheet.words("inside" if len(shown) == len(rows) else "inside.ends", count=ends, year=result.years)
    columns = (
        Column(sheet.words("column.area"), 50),
        Column(sheet.words("column.gdp"), 25, is_number=True),
        Column(say("column.population", sheet.lang), 25, is_number=True),
    )
    cells = tuple(
        (str(row["label"]), number(row["value"], sheet.lang, 0), number(row["population"], sheet.lang, 0))
        for row in shown.to_dict("records")
    )
    return Block(
        "inside",
        title,
        (result.summary,),
        printed_source([result], sheet.lang),
        INSIDE,
        (*rest_areas(sheet, len(rows) - len(shown)), sheet.words("inside.limits")),
        (Table(title, columns, cells),),
    )
