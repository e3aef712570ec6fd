"""Pure figures: tidy rows in, a plotly figure (a plain dict) or HTML out. Nothing here knows a region or a tab."""

from components.figures.bars import dots, ranking
from components.figures.lines import trend
from components.figures.maps import places, regions
from components.figures.words import cards, nothing

__all__ = ["cards", "dots", "nothing", "places", "ranking", "regions", "trend"]
