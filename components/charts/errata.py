"""The notes that belong to values: where a paper contradicts itself or its sources. Knows a pack's errata,
not its figures."""

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


PLACES = {
    "Table": "Tabella",
    "Section": "Sezione",
    "Figures": "Figure",
    "Figure": "Figura",
    "Box": "Riquadro",
    "Executive summary": "Sintesi",
    "Footnotes": "Note",
    "Footnote": "Nota",
    "Annex": "Allegato",
    " and ": " e ",
}


def place_in_language(place: str, language: str) -> str:
    """A place of the paper as the reader's language names it."""
    if language == "en":
        return place
    for english, italian in PLACES.items():
        place = place.replace(english, italian)
    return place
