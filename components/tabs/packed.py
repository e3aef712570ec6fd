"""What every tab that tells a pack's facts needs: the pack of the chosen region, or the words that there is
none."""

from collections.abc import Callable
from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.picture import Picture
from components.selection import Selection, to_url
from components.tables import name_of
from components.text import say
from data import Data, Pack

PackChart = Callable[[Pack, Data, Selection], Picture]


def packed(chart: PackChart) -> Callable[[Data, Selection], Picture]:
    """A chart of a pack's facts, as a chart of any region: without a pack it says that the paper covers
    others."""

    def picture(data: Data, chosen: Selection) -> Picture:
        pack = data.packs.get(chosen.region)
        return no_pack(data, chosen) if pack is None else chart(pack, data, chosen)

    picture.__name__, picture.__doc__ = chart.__name__, chart.__doc__
    return picture


def no_pack(data: Data, chosen: Selection) -> Picture:
    """That the paper covers other regions, with the way to them."""
    covered = {code: name_of(data, code, chosen.lang) for code in data.packs}
    words = {"region": name_of(data, chosen.region, chosen.lang), "covered": ", ".join(covered.values())}
    ways = [
        html.A(
            say("pack.see", chosen.lang, region=name),
            href=to_url(chosen.but(region=code)),
            **{"data-nav": "mark"},
        )
        for code, name in covered.items()
    ]
    return Picture(
        figures.nothing(say("pack.none", chosen.lang, **words), *ways), pd.DataFrame(), blanks=words
    )


def region_of(data: Data, chosen: Selection) -> dict[str, Any]:
    """The region's name, for questions and sentences."""
    return {"region": name_of(data, chosen.region, chosen.lang)}


def table_notes(pack: Pack, language: str, *tables: str) -> tuple[str, ...]:
    """What the records of some tables say that a reader must know."""
    return tuple(str(notes[language]) for table in tables if (notes := pack.records[table].notes))
