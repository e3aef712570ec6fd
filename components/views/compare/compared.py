"""The regions compared with the chosen one, through the chosen lens."""

import pandas as pd

from components.state.selection import WEIGHTS, Selection
from data import Data, peers


def weights(chosen: Selection) -> dict[str, float]:
    """The reader's weights by dimension."""
    return {name: float(getattr(chosen, field)) for name, field in WEIGHTS.items()}


def compared_rows(data: Data, chosen: Selection) -> pd.DataFrame:
    """The regions compared, through the chosen lens, with their distance."""
    weighted = tuple(weights(chosen).items())
    return peers.compared_regions(
        data, chosen.region, chosen.lens, weighted, int(chosen.peers), chosen.others
    )


def compared_with(data: Data, chosen: Selection) -> tuple[str, ...]:
    """The codes of the regions compared."""
    return tuple(compared_rows(data, chosen)["region"])
