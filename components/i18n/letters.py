"""Names as a reader types them: without accents, capitals and letters that a keyboard lacks."""

import unicodedata

PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


def plain_letters(text: str) -> str:
    """A text in small letters without accents: "Île-de-France" is "ile-de-france", "Łódź" is "lodz"."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(PLAIN_LETTERS))
    return "".join(item for item in apart if not unicodedata.combining(item))
