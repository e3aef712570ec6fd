"""Values, places and breaks in plain Python, from the values and flags alone: for the rules about the comparison's sentences."""

from functools import cache

from tests.own_data import DATA

CODES = ("gdp_per_head_pps", "gerd", "ris_index", "unemployment_rate", "population", "rci_rd")


REGIONS = tuple(DATA.regions.index[DATA.regions["level"] == "nuts2"])


SAMPLE = REGIONS[::16]


Cells = dict[str, dict[int, tuple[float, str]]]


@cache
def cells(code: str) -> Cells:
    """Value and flag by area and year."""
    found: Cells = {}
    for row in DATA.values[code].to_dict("records"):
        found.setdefault(row["region"], {})[row["year"]] = (row["value"], row["flag"] or "")
    return found
