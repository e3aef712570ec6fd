"""The regions compared over the years, each in a panel of its own on one scale."""

import pandas as pd

from components import figures
from components.charts.result import ChartResult
from components.figures.small_multiples import Panel, Point
from components.i18n.text import say
from components.state.selection import MOST, Selection
from components.views.compare.context import CompareContext, compare_context
from components.views.compare.geography import no_values
from components.views.compare.mark_keys import key_of
from components.views.compare.peers_table import mark_link
from components.views.compare.trend_scatter import notes, trend_sentence
from data import Data
from data.periods import years_of_value


def panels(data: Data, chosen: Selection) -> ChartResult:
    """One panel for the chosen region and for each of those compared, the chosen one in grey in all of them."""
    now = compare_context(data, chosen)
    codes = [now.home, *now.compared[:MOST]]
    shown = now.scaled.rows[now.scaled.rows["region"].isin(codes)].dropna(subset=["value"])
    present = [code for code in codes if (shown["region"] == code).any()]
    if not present:
        return no_values(now)
    rows = shown.assign(
        key=shown["region"],
        label=shown["region"].map(now.area_name),
        unit=now.look.unit,
        flag=shown["flag"].fillna(""),
        standing=now.standing,
    )[["key", "region", "label", "year", "value", "unit", "flag", "standing"]]
    rows = rows.sort_values(["region", "year"], ignore_index=True)
    series = {code: points_of(rows, code) for code in present}
    small_charts = [panel(now, code, series[code]) for code in present]
    return ChartResult(
        figures.scroll_box(
            figures.small_multiples(small_charts, series.get(now.home, ()), now.look),
            say("compare.panels", now.lang, **now.blanks),
        ),
        rows,
        (now.indicator,),
        f"{trend_sentence(now, rows)} {scale_text(now, rows)}",
        notes(now, rows, []),
        now.blanks,
        now.places,
    )


def points_of(rows: pd.DataFrame, code: str) -> tuple[Point, ...]:
    """The (year, value, flag) of one area in order."""
    own = rows[rows["region"] == code]
    return tuple(zip(own["year"].tolist(), own["value"].tolist(), own["flag"].tolist(), strict=True))


def panel(now: CompareContext, code: str, points: tuple[Point, ...]) -> Panel:
    """The panel of one area."""
    (first, begin, _), (last, end, _) = points[0], points[-1]
    blanks: dict[str, object] = {
        "region": now.area_name(code),
        "first": years_of_value(now.indicator, first),
        "last": years_of_value(now.indicator, last),
        "begin": now.look.number(begin),
        "end": now.look.number(end),
    }
    key = key_of(now, code)
    return Panel(
        mark_link(key, now.area_name(code), now.chosen),
        say("compare.panels.alt", now.lang, **blanks),
        say("compare.panels.ends", now.lang, **blanks),
        points,
        key,
    )


def scale_text(now: CompareContext, rows: pd.DataFrame) -> str:
    """The one scale of all panels, and whose line is grey."""
    blanks: dict[str, object] = {
        "low": now.look.in_sentence(rows["value"].min()),
        "high": now.look.in_sentence(rows["value"].max()),
        "first": int(rows["year"].min()),
        "last": int(rows["year"].max()),
    }
    key = "scale" if (rows["region"] == now.home).any() else "scale.alone"
    return say(f"compare.panels.{key}", now.lang, **now.blanks, **blanks)
