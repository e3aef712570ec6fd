"""Which blocks a fact sheet may have, and how its address says which: the one list that page, file and form share."""

from collections.abc import Iterable
from urllib.parse import urlencode

from components.layout.factsheet.block import Maker
from components.layout.factsheet.economy import clusters, inside_region, structure, twin
from components.layout.factsheet.numbers import key, trend
from components.layout.factsheet.profile import pack, standing
from components.layout.factsheet.research import innovation, partners
from components.state.selection import DEFAULTS, WEIGHTS, Selection, to_url

ADDRESS = "/factsheet"
BLOCKS: dict[str, Maker] = {
    "key": key,
    "standing": standing,
    "trend": trend,
    "structure": structure,
    "clusters": clusters,
    "twin": twin,
    "innovation": innovation,
    "partners": partners,
    "inside": inside_region,
    "pack": pack,
}
FACTSHEET_FIELDS = (
    "region",
    "lang",
    "theme",
    "indicator",
    "lens",
    "peers",
    "others",
    "lq",
    "share",
    *WEIGHTS.values(),
)
"""The fields of the Selection on which a fact sheet depends."""
PARAMETER = "blocks"


def factsheet_selection(chosen: Selection) -> Selection:
    """What the fact sheet keeps of a Selection."""
    return Selection(**{name: getattr(chosen, name) for name in FACTSHEET_FIELDS})


def blocks_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The blocks that an address names, in the order of the sheet; all where it names none that exists."""
    named = set(words_in(texts))
    return tuple(name for name in BLOCKS if name in named) or tuple(BLOCKS)


def unknown_blocks(texts: Iterable[str]) -> str:
    """The words of an address that name no block."""
    return ",".join(word for word in words_in(texts) if word not in BLOCKS)


def words_in(texts: Iterable[str]) -> list[str]:
    """The words of a list that may be written once with commas, or once for each word."""
    return [word.strip().casefold() for text in texts for word in text.split(",") if word.strip()]


def factsheet_url(chosen: Selection, blocks: tuple[str, ...] = tuple(BLOCKS), kind: str = "") -> str:
    """The address of a fact sheet, or of its file where `kind` is ".pptx". It always names the region, so that it means
    the same where another region is the default; all blocks need no word in it."""
    rest = to_url(factsheet_selection(chosen).but(region=DEFAULTS["region"])).partition("?")[2]
    some = "" if blocks == tuple(BLOCKS) else urlencode({PARAMETER: ",".join(blocks)}, safe=",")
    return f"{ADDRESS}{kind}?" + "&".join(filter(None, (f"region={chosen.region}", rest, some)))
