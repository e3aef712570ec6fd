"""Pure figures: tidy rows in, a plotly figure (a plain dict) or HTML out. Nothing here knows a region or a
tab."""

from components.figures.against import against
from components.figures.bars import dots, positions, ranking, thresholds
from components.figures.callouts import callouts
from components.figures.lines import trend
from components.figures.maps import countries, places, regions
from components.figures.periods import periods
from components.figures.shares import shares
from components.figures.squares import squares
from components.figures.stretches import stretches
from components.figures.words import boxed, cards, nothing

__all__ = [
    "against",
    "boxed",
    "callouts",
    "cards",
    "countries",
    "dots",
    "nothing",
    "periods",
    "places",
    "positions",
    "ranking",
    "regions",
    "shares",
    "squares",
    "stretches",
    "thresholds",
    "trend",
]
