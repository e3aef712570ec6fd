"""What the chart of the nearest indicators says in words: that it is no survey, what is missing, how to read it."""

from typing import Any

import pandas as pd

from components.charts.naming import area_note, name_of
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.s3 import measures
from components.views.s3.priorities import Priorities
from data import Data, clustering, themes


def summary(rows: pd.DataFrame, shown: Priorities, chosen: Selection, blanks: dict[str, Any]) -> str:
    """Where the region stands best and worst, that these are no answers to a survey, and what nothing is near to."""
    ordered = rows.sort_values("position", ascending=False)
    best, least = ordered.iloc[0], ordered.iloc[-1]
    counts = {"count": len(rows), "of": len(shown.themes)}
    kind = "own" if shown.own else "themes"
    sentences = [say(f"s3.nearest.summary.{kind}", chosen.lang, **blanks, **counts)]
    if len(rows) > 1:
        sentences.append(
            say(
                "s3.nearest.ends",
                chosen.lang,
                **blanks,
                **end_of_rows("best", best),
                **end_of_rows("least", least),
            )
        )
    if silent := [name for name, _ in shown.themes if name not in set(rows["theme"])]:
        sentences.append(say("s3.nearest.silent", chosen.lang, names=listing(silent, chosen.lang)))
    return " ".join(sentences)


def end_of_rows(name: str, row: pd.Series) -> dict[str, Any]:
    """One end of the rows: its label and its rank."""
    return {name: row["label"], f"{name}_rank": int(row["rank"]), f"{name}_of": int(row["of"])}


def notes(data: Data, rows: pd.DataFrame, shown: Priorities, chosen: Selection) -> tuple[str, ...]:
    """Whose priorities these are, how to read the marks, what has no value, and what each kind of measure rests on."""
    lang = chosen.lang
    region = name_of(data, chosen.region, lang)
    found = [] if shown.own else [say("s3.nearest.base", lang, region=region)]
    found += [say("s3.nearest.rule", lang), say("s3.nearest.horizon", lang)]
    found += missing_measures(data, rows, shown, chosen)
    years = [row["year"] for row in rows.to_dict("records") if row["measure"].kind == "division"]
    found += [say(f"clusters.scope.{year}", lang) for year in sorted(set(years))]
    found += undisclosed_divisions(data, rows, lang)
    found += [say("economy.digital.national", lang)] if rows["hollow"].any() else []
    areas = rows["region"].drop_duplicates()
    return (
        *found,
        *dict.fromkeys(note for area in areas for note in area_note(data, area, chosen.region, lang)),
    )


def missing_measures(data: Data, rows: pd.DataFrame, shown: Priorities, chosen: Selection) -> list[str]:
    """The measures near these priorities that have no value for the region."""
    every = [item for _, theme in shown.themes if theme for item in themes.themes()[theme].measures]
    there = set(rows["measure"])
    names = [
        measures.measure_label(data, item, chosen.lang) for item in dict.fromkeys(every) if item not in there
    ]
    return [say("s3.nearest.missing", chosen.lang, names=listing(names, chosen.lang))] if names else []


def undisclosed_divisions(data: Data, rows: pd.DataFrame, language: str) -> list[str]:
    """The divisions that some countries do not publish, with these countries: their quotients are too high."""
    found: dict[str, str] = {}
    for row in rows.to_dict("records"):
        measure = row["measure"]
        countries = (
            clustering.hidden_in(data, measure.code, row["year"]) if measure.kind == "division" else ()
        )
        if countries:
            names = listing([name_of(data, code, language) for code in countries], language)
            found[row["label"]] = say("s3.nearest.hidden.entry", language, label=row["label"], names=names)
    return [say("s3.nearest.hidden", language, entries="; ".join(found.values()))] if found else []
