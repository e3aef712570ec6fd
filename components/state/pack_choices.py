"""What the filters of region packs may be: values of the packs' own tables, in the order of their schema."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from data import Pack
from data.packs import schema


def pack_choices(packs: Iterable[Pack]) -> dict[str, tuple[str, ...]]:
    """What the tables of some packs offer to filter by: of all of them, what an address may say; of one, what its
    region's controls offer."""
    return {
        name: values([pack for pack in packs if pack.has(table)], table, columns, also)
        for name, (table, columns, also) in FROM_PACK.items()
    }


@cache
def own_choices(pack: Pack) -> dict[str, tuple[str, ...]]:
    """What the filters of one pack's region offer."""
    return {name: allowed for name, allowed in pack_choices([pack]).items() if pack.has(FROM_PACK[name][0])}


def allowed_values(value: Any, allowed: tuple[str, ...]) -> Any:
    """Those of the values chosen that are allowed; the empty choice always is."""
    if isinstance(value, tuple):
        return tuple(word for word in value if word in allowed)
    return value if value in allowed else ""


FROM_PACK: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "ecosystem": ("links", "ecosystem", ()),
    "kind": ("organisations", "kind", ()),
    "members": ("organisations", "band", ("unknown",)),
    "place": ("organisations", "declared found_province", ()),
    "organisation": ("organisations", "no", ("",)),
    "programme": ("projects", "programme", ()),
    "partner": ("partner_countries", "country", ()),
    "confidence": ("projects", "confidence", ()),
    "project": ("projects", "project", ("",)),
    "innovation": ("s3_ecosystems", "ecosystem", ("",)),
}


def values(packs: list[Pack], table: str, columns: str, also: tuple[str, ...]) -> tuple[str, ...]:
    """What some columns may be, in the order of their schema, else what they are; "none chosen" comes first,
    whatever else is always there last."""
    named = [
        choice for column in columns.split() for choice in schema.tables()[table].columns[column].choices
    ]
    there = [
        str(value)
        for pack in packs
        for column in columns.split()
        for value in pack.tables[table][column]
        if str(value)
    ]
    known = [choice for choice in named if choice in there]
    return tuple(dict.fromkeys([*(item for item in also if item == ""), *known, *there, *also]))
