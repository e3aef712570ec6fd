"""The notes that belong to values: where a paper contradicts itself or its sources."""

import re
from collections.abc import Iterable
from functools import cache

from components.i18n.text import say
from data import Pack


def erratum_sentences(pack: Pack, notes: Iterable[str], language: str) -> tuple[str, ...]:
    """One sentence pair per erratum that any of `notes` names: what is wrong, how to read it. In the order
    of the list."""
    wanted = {int(item) for note in notes if isinstance(note, str) for item in note.split()}
    return tuple(sentence for number, sentence in sentences(pack, language) if number in wanted)


@cache
def sentences(pack: Pack, language: str) -> tuple[tuple[int, str], ...]:
    """Every erratum as its number and its sentence pair."""
    return tuple(
        (
            int(row["id"]),
            say(
                "errata.note",
                language,
                place=place_in_language(str(row["place"]), language),
                problem=row[f"problem_{language}"],
                reading=row[f"reading_{language}"],
            ),
        )
        for row in pack.rows("errata").sort_values("id").to_dict("records")
    )


PLACES = (
    "Table",
    "Section",
    "Figures",
    "Figure",
    "Box",
    "Executive summary",
    "Footnotes",
    "Footnote",
    "Annex",
)
PLACE = re.compile(rf"\b(?:{'|'.join(PLACES)}|and)\b")


def place_in_language(place: str, language: str) -> str:
    """A place of the paper as the reader's language names it: "Figures 1 and 2" is "Figure 1 e 2" in Italian."""
    return PLACE.sub(lambda found: say(f"paper.place.{found.group()}", language), place)
