"""What an importer of a dataset gives back."""

from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True, eq=False)
class Result:
    """The tables of a dataset as text, ready for their csv files; what was left out (reason -> how many, or which);
    and top-level fields of the record that depend on the file, as they stand in the .toml."""

    tables: dict[str, pd.DataFrame]
    left_out: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
