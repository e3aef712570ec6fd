"""The text of an address: its path and query, the words of a query by name, and values as a query has them."""

from typing import Any
from urllib.parse import parse_qsl


def number_within(text: str, least: float, most: float) -> float | None:
    """`text` as a number between two bounds, or None."""
    try:
        value = round(float(text), 2)
    except ValueError:
        return None
    return value if least <= value <= most else None


def words_of(query: str) -> dict[str, str]:
    """The words of a query by name; of a name that stands twice, the first."""
    return dict(reversed(parse_qsl(query.lstrip("?")[:4000], max_num_fields=None)))


def split_address(address: str) -> tuple[str, str]:
    """Path and query of an address of this host. Unlike `urlsplit` it takes any text."""
    path, _, query = address.partition("#")[0].partition("?")
    return path, query


def query_value(value: Any) -> str:
    """One value as the query has it: lists with commas, whole numbers without a point."""
    if isinstance(value, tuple):
        return ",".join(value)
    return f"{value:g}" if isinstance(value, float) else str(value)
