"""Pure figures: tidy rows in, a plotly figure (a plain dict) or HTML out. Nothing here knows a region or a tab."""

from components.figures.against import against
from components.figures.bars import dots, positions, ranking, thresholds
from components.figures.lines import trend
from components.figures.maps import numbered, places, regions
from components.figures.words import cards, nothing

__all__ = ["against", "cards", "dots", "nothing", "numbered", "places", "positions", "ranking", "regions", "thresholds", "trend"]
