"""What rose and what fell most, in the words that sentences about a change are filled with."""

from typing import Any

import pandas as pd

from components.figures.frame import Look


def extreme_changes(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Blanks about the rows with the highest and the lowest change: `up`, `down`, and both values of either.

    `rows` has `label`, `first`, `last` and `change`, none of them missing."""
    extremes = {"up": rows.loc[rows["change"].idxmax()], "down": rows.loc[rows["change"].idxmin()]}
    return {
        name: text
        for key, row in extremes.items()
        for name, text in (
            (key, row["label"]),
            (f"{key}_first", look.number(row["first"])),
            (f"{key}_last", look.number(row["last"])),
        )
    }
