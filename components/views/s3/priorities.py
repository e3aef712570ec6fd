"""The priorities of a region's strategy where its pack names them with their themes; else the eight themes."""

from dataclasses import dataclass

from components.state.selection import Selection
from components.views.pack_charts import pack_with, sources_of
from data import Data
from data.pack_records import PackSource
from data.themes import themes

TABLE = "s3_ecosystems"


@dataclass(frozen=True)
class Priorities:
    """`themes` pairs each name with the key of its theme, "" where none is named; `own` says whether they are the
    region's, `sources` who says so."""

    themes: tuple[tuple[str, str], ...]
    own: bool
    sources: tuple[PackSource, ...] = ()


def priorities(data: Data, chosen: Selection) -> Priorities:
    """The priorities that the region's pack has, if any names its theme."""
    pack = pack_with(data, chosen.region, TABLE)
    if pack is None or not (pack.rows(TABLE)["theme"] != "").any():
        return Priorities(
            tuple((str(theme.title[chosen.lang]), key) for key, theme in themes().items()), own=False
        )
    table = pack.rows(TABLE).sort_values("order", kind="stable")
    names = table[f"name_{chosen.lang}"].tolist()
    pairs = tuple(zip(names, table["theme"].tolist(), strict=True))
    return Priorities(pairs, own=True, sources=sources_of(pack, table))
