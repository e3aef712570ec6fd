"""What a region's economy consists of, section by section, and how that has changed: official figures, for any region
that the file has."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import area_note, member_name, name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.economy.headlines import blanks
from components.views.extreme_changes import extreme_changes
from data import Data, queries, structure
from data.records import Source

TABLE = structure.TABLE
DECADE = 10


def source_of(data: Data) -> Source:
    return data.breakdowns[TABLE].record.source


def last_year(data: Data) -> int:
    return data.breakdowns[TABLE].years[-1]


def parties(data: Data, chosen: Selection) -> dict[str, str]:
    """The region as the file has it, its country where it has more than one region there, and the Union."""
    area = structure.area(data, chosen.region)
    country = queries.country(data, chosen.region)
    regions = [code for code in structure.codes(data) if code.startswith(country)]
    return {
        "home": area,
        **({"country": country} if len(regions) > 1 else {}),
        "union": queries.UNION,
    }


def no_sections(data: Data, chosen: Selection, **more: int) -> ChartResult:
    """One sentence: the file does not have the region; `more` fills the chart's question."""
    words = {**blanks(data, chosen), **more}
    text = say("economy.sections.none", chosen.lang, **words)
    return ChartResult(figures.empty_state(text), pd.DataFrame(), blanks=words)


def notes_of(data: Data, chosen: Selection) -> tuple[str, ...]:
    """Which regions the sums lack, and under which boundaries the region stands."""
    missing = structure.missing_regions(data)
    names = [str(name_of(data, code, chosen.lang)) for code in missing]
    area = structure.area(data, chosen.region)
    return (
        say("economy.sections.sums", chosen.lang, count=len(names), names=listing(names, chosen.lang)),
        *area_note(data, area, chosen.region, chosen.lang),
    )


def section_shares(data: Data, chosen: Selection, measure: str) -> ChartResult:
    """Shares of the sections in a measure, for the region, its country and the Union, from the largest."""
    if not structure.area(data, chosen.region):
        return no_sections(data, chosen)
    year = last_year(data)
    shares = structure.shares(data, measure, year)
    codes = parties(data, chosen)
    if shares.loc[codes["home"]].isna().any():
        return no_sections(data, chosen)
    look = Look(chosen.theme, chosen.lang, "%", 1)
    rows = share_rows(data, shares, codes, chosen).assign(year=year, unit="%", standing="recomputed")
    names: dict[str, str] = {party: name_of(data, code, chosen.lang) for party, code in codes.items()}
    words = {**blanks(data, chosen), "year": year, **largest_shares(data, shares, codes["home"], look)}
    about = {"gva": "economy.sections.prices", "jobs": "economy.sections.workplace"}[measure]
    return ChartResult(
        figures.party_dots(rows, look, names),
        rows[["label", "party", "region", "year", "value", "unit", "standing"]],
        (source_of(data),),
        say(f"economy.section_{measure}.summary", chosen.lang, **words),
        (say(about, chosen.lang), *notes_of(data, chosen)),
        blanks(data, chosen),
        1,
    )


def share_rows(data: Data, shares: pd.DataFrame, codes: dict[str, str], chosen: Selection) -> pd.DataFrame:
    """A row per section and party, sections from the region's largest."""
    order = shares.loc[codes["home"]].sort_values(ascending=False).index
    return pd.DataFrame(
        [
            {
                "label": member_name(data, TABLE, section, chosen.lang),
                "party": party,
                "region": code,
                "value": shares.at[code, section],
            }
            for section in order
            for party, code in codes.items()
        ]
    )


def largest_shares(data: Data, shares: pd.DataFrame, home: str, look: Look) -> dict[str, Any]:
    """Blanks about the region's largest section, and the one by which it exceeds the Union most."""
    own, union = shares.loc[home], shares.loc[queries.UNION]
    largest, more = str(own.sort_values(ascending=False).index[0]), str((own - union).idxmax())
    return {
        "largest": member_name(data, TABLE, largest, look.lang),
        "largest_share": look.number(own[largest]),
        "sector": member_name(data, TABLE, more, look.lang),
        "home": look.number(own[more]),
        "union": look.number(union[more]),
    }


def section_gva(data: Data, chosen: Selection) -> ChartResult:
    """Which sections value added comes from."""
    return section_shares(data, chosen, "gva")


def section_jobs(data: Data, chosen: Selection) -> ChartResult:
    """In which sections people work."""
    return section_shares(data, chosen, "jobs")


def section_change(data: Data, chosen: Selection) -> ChartResult:
    """The share of each section in the jobs of a region in the first and the last year of the file."""
    area = structure.area(data, chosen.region)
    if not area:
        return no_sections(data, chosen)
    first, last = data.breakdowns[TABLE].years[0], last_year(data)
    before, after = (structure.shares(data, "jobs", year).loc[area] for year in (first, last))
    rows = pd.DataFrame(
        {
            "label": [member_name(data, TABLE, code, chosen.lang) for code in after.index],
            "first": before.to_numpy(),
            "last": after.to_numpy(),
            "change": (after - before).to_numpy(),
            "unit": "%",
            "standing": "recomputed",
        }
    )
    rows = rows.sort_values("last", ascending=False, ignore_index=True)
    look = Look(chosen.theme, chosen.lang, "%", 1)
    words = {**blanks(data, chosen), "first": first, "last": last, **extreme_changes(rows, look)}
    return ChartResult(
        figures.dumbbell(rows, look, names=(str(first), str(last))),
        rows,
        (source_of(data),),
        say("economy.section_change.summary", chosen.lang, **words),
        (say("economy.sections.workplace", chosen.lang), *area_note(data, area, chosen.region, chosen.lang)),
        blanks(data, chosen),
        1,
        year=f"{first}–{last}",
    )


def shift_share(data: Data, chosen: Selection) -> ChartResult:
    """Jobs gained or lost in ten years beyond what the Union's growth and the region's mix of sections explain."""
    area, last = structure.area(data, chosen.region), last_year(data)
    first = last - DECADE
    if not area:
        return no_sections(data, chosen, first=first, last=last)
    parts = structure.shift_share(data, area, first, last)
    rows = pd.DataFrame(
        {
            "label": [member_name(data, TABLE, str(code), chosen.lang) for code in parts.index],
            **{name: parts[name].to_numpy() for name in ("first", "last", "change")},
            **{f"{name}_part": parts[name].to_numpy() for name in ("national", "mix")},
            "value": parts["competitive"].to_numpy(),
            "unit": say("unit.jobs", chosen.lang),
            "standing": "recomputed",
        }
    ).sort_values("value", ascending=False, ignore_index=True)
    look = Look(chosen.theme, chosen.lang, say("unit.jobs", chosen.lang), 1)
    return ChartResult(
        figures.gains(rows, look),
        rows,
        (source_of(data),),
        shift_sentence(data, parts, rows, (first, last), chosen),
        (
            say("economy.shift_share.method", chosen.lang),
            say("economy.sections.workplace", chosen.lang),
            *notes_of(data, chosen),
        ),
        {**blanks(data, chosen), "first": first, "last": last},
        1,
        year=f"{first}–{last}",
    )


def shift_sentence(
    data: Data, parts: pd.DataFrame, rows: pd.DataFrame, years: tuple[int, int], chosen: Selection
) -> str:
    """The change of all jobs and its three parts, and the sections where the last part is largest and smallest."""

    def signed(value: float) -> str:
        return number(value, chosen.lang, 1, sign=True)

    totals = parts.sum()
    words: dict[str, Any] = {
        **blanks(data, chosen),
        "first": years[0],
        "last": years[1],
        **{name: signed(totals[name]) for name in ("change", "national", "mix", "competitive")},
        "percent": number(100 * totals["change"] / totals["first"], chosen.lang, 1, sign=True),
        "best": rows["label"].iloc[0],
        "best_value": signed(rows["value"].iloc[0]),
        "worst": rows["label"].iloc[-1],
        "worst_value": signed(rows["value"].iloc[-1]),
    }
    return say("economy.shift_share.summary", chosen.lang, **words)
