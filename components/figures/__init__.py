"""Pure figures: tidy rows in, a plotly figure (a plain dict) or HTML out. Nothing here knows a region or a
tab."""

from components.figures.against import against
from components.figures.bars import dots, positions, ranking, thresholds
from components.figures.callouts import callouts
from components.figures.classes import classed, tiles
from components.figures.lines import over_time, trend
from components.figures.maps import countries
from components.figures.periods import periods
from components.figures.shares import shares
from components.figures.sparks import spark
from components.figures.squares import squares
from components.figures.stretches import stretches
from components.figures.swarms import bubbles, swarm
from components.figures.words import boxed, cards, headings, nothing

__all__ = [
    "against",
    "boxed",
    "bubbles",
    "callouts",
    "cards",
    "classed",
    "countries",
    "dots",
    "headings",
    "nothing",
    "over_time",
    "periods",
    "positions",
    "ranking",
    "shares",
    "spark",
    "squares",
    "stretches",
    "swarm",
    "thresholds",
    "tiles",
    "trend",
]
