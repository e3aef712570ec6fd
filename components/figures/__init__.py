"""Pure figures: tidy rows in, a plotly figure (a plain dict) or HTML out. Nothing here knows a region or a
tab."""

from components.figures.all_classes import titled_classes, with_all_classes
from components.figures.bars import ranking
from components.figures.bars_with_expected import bars_with_expected
from components.figures.beeswarm import beeswarm
from components.figures.bubbles import bubbles
from components.figures.callouts import callouts
from components.figures.changes import dumbbell, gains
from components.figures.classes import class_map, tiles
from components.figures.dot_plot import dot_plot
from components.figures.limits import against_limit, beside_limit
from components.figures.lines import over_time, trend
from components.figures.maps import countries
from components.figures.margins import UNIT
from components.figures.parts_of_whole import weighted_bars
from components.figures.party_dots import party_dots
from components.figures.pictogram import pictogram
from components.figures.positions import grouped_positions, positions
from components.figures.shares import shares
from components.figures.size_key import with_size_key
from components.figures.small_multiples import small_multiples
from components.figures.sparks import spark
from components.figures.stretches import stretches
from components.figures.timeline import timeline
from components.figures.words import cards, empty_state, headings, scroll_box

__all__ = [
    "UNIT",
    "against_limit",
    "bars_with_expected",
    "beeswarm",
    "beside_limit",
    "bubbles",
    "callouts",
    "cards",
    "class_map",
    "countries",
    "dot_plot",
    "dumbbell",
    "empty_state",
    "gains",
    "grouped_positions",
    "headings",
    "over_time",
    "party_dots",
    "pictogram",
    "positions",
    "ranking",
    "scroll_box",
    "shares",
    "small_multiples",
    "spark",
    "stretches",
    "tiles",
    "timeline",
    "titled_classes",
    "trend",
    "weighted_bars",
    "with_all_classes",
    "with_size_key",
]
