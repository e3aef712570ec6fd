"""Pure figures: tidy rows in, a plotly figure (a plain dict) or HTML out. Nothing here knows a region or a
tab."""

from components.figures.against import against
from components.figures.bars import dots, positions, ranking, thresholds
from components.figures.lines import trend
from components.figures.maps import countries, numbered, places, regions
from components.figures.periods import periods
from components.figures.squares import squares
from components.figures.words import boxed, cards, nothing

__all__ = [
    "against",
    "boxed",
    "cards",
    "countries",
    "dots",
    "nothing",
    "numbered",
    "periods",
    "places",
    "positions",
    "ranking",
    "regions",
    "squares",
    "thresholds",
    "trend",
]
