"""Two indicators of every region against each other, with their correlation."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import code_label, median_line
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.figures.margins import SMALL
from components.figures.widths import fold_text
from components.i18n.numbers import number
from components.i18n.text import say
from components.state.selection import LATEST, Selection
from components.views.compare.context import REST, CompareContext, compare_context
from components.views.compare.mark_keys import aliases
from data import Data, areas, peer_profiles, peers, queries
from data.statistics import LEAST_PAIRS, correlation

STRONG, MODERATE, WEAK = 0.7, 0.4, 0.2
"""The least |r| of a correlation that is called so: a convention of ours, stated in the method of the comparison."""
NAME_ROOM = 110  # pixels across, beyond which a name goes on in a second line


def scatter(data: Data, chosen: Selection) -> ChartResult:
    """Two indicators of every region, the bubble as large as its population or its product."""
    horizontal = compare_context(data, chosen)
    vertical = compare_context(
        data, chosen.but(year=second_year(data, chosen.second, horizontal.year)), chosen.second
    )
    blanks = {**horizontal.blanks, "second": vertical.indicator.title[chosen.lang]}
    rows = pair_rows(horizontal, vertical)
    if rows.empty:
        return ChartResult(
            figures.empty_state(say("compare.scatter.none", chosen.lang, **blanks)), rows, blanks=blanks
        )
    bubbles = bubble_rows(rows, horizontal, vertical, peer_profiles.latest_values(data, chosen.bubble))
    figure = figures.bubbles(
        bubbles,
        (horizontal.look, vertical.look),
        titles=(axis(horizontal), axis(vertical)),
        ends=(horizontal.ends, vertical.ends),
        lines=median_lines(rows, horizontal, vertical),
    )
    figure = figures.with_size_key(figure, bubbles["weight"].max(), weight_look(data, chosen))
    figure = {**figure, "data": [{**trace, "meta": aliases(horizontal)} for trace in figure["data"]]}
    found = pearson_r(rows)
    r = number(found.r, chosen.lang, 2)
    text = say(f"compare.scatter.{strength(found.r, found.n)}", chosen.lang, **blanks, n=found.n, r=r)
    decimals = {"value": horizontal.places, "second": vertical.places}
    return ChartResult(
        figure,
        rows,
        scatter_sources(data, horizontal, vertical, chosen.bubble),
        text,
        scatter_notes(horizontal, vertical, rows),
        blanks,
        decimals,
    )


def weight_look(data: Data, chosen: Selection) -> Look:
    """How the size of a bubble is written."""
    return Look(chosen.theme, chosen.lang, data.indicators[chosen.bubble].unit[chosen.lang], 0)


def median_lines(
    rows: pd.DataFrame, horizontal: CompareContext, vertical: CompareContext
) -> tuple[dict[str, float], dict[str, float]]:
    """The median of either value over the areas drawn, by its name."""
    return (
        median_line(rows["value"], horizontal.look),
        median_line(rows["second"], vertical.look),
    )


def bubble_rows(
    rows: pd.DataFrame, horizontal: CompareContext, vertical: CompareContext, weight: Any
) -> pd.DataFrame:
    """The rows as bubbles: `key`, `x`, `y`, `weight`, `words` (tooltip), `label` ("" unless named) and `party`."""
    records = rows.to_dict("records")
    return rows.assign(
        key=rows["code"],
        x=rows["value"],
        y=rows["second"],
        weight=[bubble_weight(horizontal, row, weight) for row in records],
        words=[bubble_text(horizontal, vertical, row) for row in records],
        label=[
            fold_text(label, NAME_ROOM, SMALL)
            if horizontal.is_named(area) or vertical.is_named(other)
            else ""
            for label, area, other in zip(rows["label"], rows["area"], rows["second_area"], strict=True)
        ],
        party=[
            horizontal.party(area) if horizontal.party(area) != REST else vertical.party(other)
            for area, other in zip(rows["area"], rows["second_area"], strict=True)
        ],
    )


def scatter_sources(
    data: Data, horizontal: CompareContext, vertical: CompareContext, bubble: str
) -> tuple[Citation, ...]:
    """Both indicators with their years, and that of the size of a bubble with its own."""
    cited = (
        (horizontal.indicator, horizontal.year),
        (vertical.indicator, vertical.year),
        (data.indicators[bubble], queries.latest_year(data, bubble)),
    )
    return tuple(Citation(indicator.source, str(year), (indicator,)) for indicator, year in cited)


def bubble_weight(now: CompareContext, row: dict[str, Any], weight: pd.Series) -> float:
    """The size of what a bubble stands for: all regions of an area that both indicators are published for."""
    inside = areas.regions_of_area(now.data, row["area"]) if row["alike"] else (row["code"],)
    return float(weight.reindex(list(inside)).sum(min_count=len(inside)))


def second_year(data: Data, code: str, year: int) -> str:
    """The same year where the second indicator is well covered in it, else its latest."""
    return str(year) if queries.is_ranked(data, code, year) else LATEST


def pair_rows(horizontal: CompareContext, vertical: CompareContext) -> pd.DataFrame:
    """One row per pair of areas that cover a region, with both values; `alike` where both are the same area."""
    names = []
    for code in peers.regions(horizontal.data):
        first, second = (queries.area(now.data, now.indicator, code) for now in (horizontal, vertical))
        if first in horizontal.rows.index and second in vertical.rows.index:
            alike = areas.regions_of_area(horizontal.data, first) == areas.regions_of_area(
                horizontal.data, second
            )
            names.append({"code": code, "area": first, "second_area": second, "alike": alike})
    if not names:
        return pd.DataFrame()
    rows = pd.DataFrame(names).drop_duplicates(["area", "second_area"])
    first, second = horizontal.rows.loc[rows["area"]], vertical.rows.loc[rows["second_area"]]
    label = [
        horizontal.area_name(area) if alike else horizontal.name(code)
        for area, code, alike in zip(rows["area"], rows["code"], rows["alike"], strict=True)
    ]
    both_standing = "published" if {horizontal.standing, vertical.standing} == {"published"} else "recomputed"
    return (
        rows.assign(
            label=label,
            value=first["value"].to_numpy(),
            unit=horizontal.look.unit,
            year=horizontal.year,
            second=second["value"].to_numpy(),
            second_unit=vertical.look.unit,
            second_year=vertical.year,
            standing=both_standing,
        )
        .reset_index(drop=True)
        .assign(solid=lambda r: r["alike"])
    )


def pearson_r(rows: pd.DataFrame) -> Any:
    """Pearson's r over the areas that both indicators are published for."""
    alike = rows[rows["alike"]]
    return correlation(
        alike[["area", "value"]].rename(columns={"area": "region"}),
        alike[["area", "second"]].rename(columns={"area": "region", "second": "value"}),
    )


def strength(r: float | None, n: int) -> str:
    """How close two indicators go together, and whether in the same direction, or why that cannot be said: a key of
    words."""
    if r is None:
        return "few" if n < LEAST_PAIRS else "constant"
    if abs(r) < WEAK:
        return "no"
    size = "strong" if abs(r) >= STRONG else "moderate" if abs(r) >= MODERATE else "weak"
    return size if r > 0 else f"{size}_opposite"


def bubble_text(horizontal: CompareContext, vertical: CompareContext, row: dict[str, Any]) -> str:
    """What a bubble says."""
    values = (horizontal.look.value(row["value"]), vertical.look.value(row["second"]))
    flags = [
        code_label("flag", now.rows.at[area, "flag"], horizontal.lang)
        for now, area in ((horizontal, row["area"]), (vertical, row["second_area"]))
        if now.rows.at[area, "flag"]
    ]
    code = areas.region_of(horizontal.data, row["area"]) if row["alike"] else row["code"]
    return f"{row['label']} ({code}): {values[0]}; {values[1]}" + (f" ({'; '.join(flags)})" if flags else "")


def axis(now: CompareContext) -> str:
    """An axis: the indicator, its unit, its year."""
    return f"{now.indicator.short[now.lang]}, {figures.UNIT}, {now.years_text}"


def scatter_notes(
    horizontal: CompareContext, vertical: CompareContext, rows: pd.DataFrame
) -> tuple[str, ...]:
    """Different areas, different years, what a correlation is not."""
    apart = int((~rows["alike"]).sum())
    found = [say("compare.scatter.areas", horizontal.lang, count=apart)] if apart else []
    found += (
        [
            say(
                "compare.scatter.years",
                horizontal.lang,
                first=horizontal.years_text,
                second=vertical.years_text,
            )
        ]
        if horizontal.years_text != vertical.years_text
        else []
    )
    found += [
        refused for now in (horizontal, vertical) for refused in now.notes[: 1 if now.scaled.refused else 0]
    ]
    return (
        *found,
        say("compare.scatter.rule", horizontal.lang),
        say(f"compare.bubble.{horizontal.chosen.bubble}", horizontal.lang),
    )
