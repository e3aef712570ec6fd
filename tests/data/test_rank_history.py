"""Since when a region has had its place among some others, against a count by hand."""

import pandas as pd

from data import Data, peers, queries
from data.change import breaks
from data.rank_history import PlaceSince, place_since
from tests import sample

EQUAL = tuple((name, 1.0) for name in peers.DIMENSIONS)


def expected_place(values: dict[str, float], home: str, direction: str) -> int:
    """1 and those that are better."""
    own = values[home]
    return 1 + sum(value < own if direction == "lower" else value > own for value in values.values())


def test_the_place_holds_in_every_year_since_and_not_before(data: Data) -> None:
    kinds = set()
    for turn, (code, indicator) in enumerate(data.indicators.items()):
        for region in sample.share(data, turn)[:4]:
            near = peers.compared_regions(data, region, "structure", EQUAL, 10)["region"]
            home = queries.area(data, indicator, region)
            others = [queries.area(data, indicator, code) for code in near]
            others = [item for item in dict.fromkeys(others) if item != home]
            year = queries.latest_year(data, code)
            found = place_since(data, code, data.values[code], home, others, year)
            if found is not None:
                kinds.add(checked(data, code, home, others, found))
    assert kinds == {(True, True), (True, False), (False, True), (False, False)}


def checked(data: Data, code: str, home: str, others: list[str], found: PlaceSince) -> tuple[bool, bool]:
    """Whether the place lasted, and whether the one before is known, after counting again."""
    direction = data.indicators[code].direction
    held = {year: queries.cells(data, code, year) for year in queries.ranked_years(data, code)}
    of = [item for item in (home, *others) if item in held[found.year]]
    assert found.of == len(of)
    for year in [item for item in held if found.since <= item <= found.year]:
        assert expected_place({item: held[year][item] for item in of}, home, direction) == found.rank
        assert not any(breaks(data, code, item, year, found.year) for item in of)
    earlier = [year for year in held if year < found.since]
    if found.before:
        year, rank = found.before
        assert year == earlier[-1]
        assert rank == expected_place({item: held[year][item] for item in of}, home, direction) != found.rank
    elif earlier:
        lacks = any(item not in held[earlier[-1]] for item in of)
        assert lacks or any(breaks(data, code, item, earlier[-1], found.year) for item in of)
    return found.since < found.year, found.before is not None


def test_without_a_value_or_without_others_there_is_no_place(data: Data) -> None:
    rows = pd.DataFrame([("A", 2020, 1.0), ("B", 2019, 2.0)], columns=["region", "year", "value"])
    assert place_since(data, "gerd", rows, "B", ["A"], 2020) is None
    assert place_since(data, "gerd", rows, "A", ["B"], 2020) is None
