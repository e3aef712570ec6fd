"""A quotient is written with the decimals that show on which side of the threshold it lies, and what the accent of its
bar means stands in the sentence beside the chart."""

from typing import Any

import pandas as pd
import pytest

from components import figures
from components.figures.frame import Look
from components.i18n.text import LANGUAGES
from components.layout import chart_results
from components.state.selection import Selection
from components.theme import palette
from data import Data

CHARTS = (
    "clusters.sectors_here",
    "clusters.division_regions",
    "economy.division_quotients",
    "economy.quotients",
)
ACCENTED = {"en": "thicker edge", "it": "bordo più spesso"}
REGIONS = ("ITC4", "BG34", "FRY5", "DE30")


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("name", CHARTS)
def test_no_quotient_beside_the_limit_is_written_as_the_limit(data: Data, name: str, region: str) -> None:
    for limit in (1.0, 1.5, 2.0):
        chosen = Selection(tab=name.partition(".")[0], region=region, lq=limit)
        result = chart_results.chart_result(name, data, chosen)
        if not isinstance(result.figure, dict):
            continue
        bars, texts = result.figure["data"]
        for value, text in zip(bars["x"], texts["text"], strict=True):
            shown = float(text.split()[0])
            assert (shown > limit, shown == limit) == (value > limit, value == limit), (text, value)
        for value in result.rows["value"]:
            assert value == limit or round(value, result.places("value") or 0) != limit


def test_only_a_value_that_rounds_to_the_limit_has_more_decimals() -> None:
    look = Look(decimals=2)
    texts = [
        figures.beside_limit(look, 1.5, value).number(value) for value in (1.4961, 1.5, 1.5036, 1.51, 3.2)
    ]
    assert texts == ["1.496", "1.50", "1.504", "1.51", "3.20"]
    assert figures.beside_limit(look, 1.5, 1.49996).number(1.49996) == "1.49996"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["clusters.sectors_here", "economy.division_quotients", "economy.quotients"])
def test_a_sentence_says_what_the_accent_of_bars_means(data: Data, name: str, lang: str) -> None:
    seen = 0
    for region in REGIONS:
        chosen = Selection(tab=name.partition(".")[0], region=region, lang=lang)
        result = chart_results.chart_result(name, data, chosen)
        if isinstance(result.figure, dict) and is_accented(result.figure):
            seen += 1
            assert ACCENTED[lang] in result.summary, (region, result.summary)
    assert seen


def is_accented(figure: dict[str, Any]) -> bool:
    """Whether any bar has the accent."""
    colours = pd.Series(figure["data"][0]["marker"]["line"]["color"])
    return bool((colours == palette("light").accent).any())
