"""A region's place among all in several indicators at once, as a dot on one scale for each."""

from typing import Any

import pandas as pd

from components import figures
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import say
from components.state.selection import Selection


def position_figure(rows: pd.DataFrame, chosen: Selection, decimals: int | None) -> dict[str, Any]:
    """A dot per row where its rank lies between 0 and 100; hollow where the value is the country's.

    `rows` has `label`, `value` (the position), `own` (in its `unit`, shown with so many `decimals`), `rank`, `of` and
    `national`."""
    every = rows.to_dict("records")
    texts = [say("economy.raw.rank", chosen.lang, rank=row["rank"], of=row["of"]) for row in every]
    hover = [
        f"{row['label']}: {number(row['own'], chosen.lang, decimals)} {row['unit']}; {text}"
        for row, text in zip(every, texts, strict=True)
    ]
    look = Look(chosen.theme, chosen.lang, say("unit.position", chosen.lang), 0)
    half = say("line.half", chosen.lang)
    return figures.positions(
        rows, look, texts=texts, hover=hover, hollow=rows["national"].tolist(), half=half
    )
