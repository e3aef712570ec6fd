"""The regions of the ordinary run, always the same; under `nightly` the same rules take all of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import TypeVar

import pytest

from data import Data

ALL = "all"
Item = TypeVar("Item")
EXTENT = pytest.mark.parametrize("extent", ["sample", pytest.param(ALL, marks=pytest.mark.nightly)])
TRAPS = {
    "ITC4": "has a pack of its own",
    "BG34": "is in the upper half of nothing digital",
    "BE10": "is the whole of its larger area",
    "DE30": "is a state of one city",
    "ES21": "has a plural name",
    "ES70": "is at the end of a normalised scale",
    "FR10": "is the most populous",
    "FRK1": "shares its area with another region",
    "FRY1": "lies oversea",
    "EL30": "has a name in Greek letters",
    "NL31": "is of NUTS 2021 only",
    "PT1D": "is of NUTS 2024 only and in no area",
    "PT20": "is an archipelago with a plural name",
}


def regions(data: Data, extent: str = "sample") -> list[str]:
    """Every region, or the traps and the first region of every country by code."""
    countries = data.regions.loc[data.regions["level"] == "nuts2", "country"]
    if extent == ALL:
        return list(countries.index)
    first = countries.sort_index().drop_duplicates().index
    return list(countries.index[countries.index.isin([*TRAPS, *first])])


def share(data: Data, turn: int, extent: str = "sample") -> list[str]:
    """For rules over many indicators or charts: every region, or the share of the sample that the one in this turn
    is tried on. Six in a row take the whole sample between them."""
    return regions(data, extent) if extent == ALL else regions(data)[turn % 6 :: 6]


def some(items: Iterable[Item], extent: str, step: int) -> Iterator[Item]:
    """Every item, or each `step`-th, beginning with the first."""
    return islice(items, 0, None, 1 if extent == ALL else step)


def nightly_values(*values: object) -> list[object]:
    """Values of a parameter that only `make nightly` takes."""
    return [
        pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=pytest.mark.nightly)
        for value in values
    ]


def ordinary(values: Sequence[str], *few: str) -> list[object]:
    """Of the values of a parameter the few that the ordinary run takes; `make nightly` takes all."""
    assert set(few) < set(values), set(few) - set(values)
    return [*few, *nightly_values(*(value for value in values if value not in few))]


def in_turn(first: Sequence[str], second: Sequence[str]) -> list[object]:
    """Every pair of two lists: the ordinary run takes each of the first with one of the second, in turn."""
    pairs = [(value, second[turn % len(second)]) for turn, value in enumerate(first)]
    return [*pairs, *nightly_values(*(pair for pair in product(first, second) if pair not in pairs))]
