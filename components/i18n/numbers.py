"""Numbers as the CLDR writes them in the reader's language."""

from components.i18n import cldr

DASH = "–"


def number(value: float | None, language: str, decimals: int | None = 1, *, sign: bool = False) -> str:
    """A number as the CLDR writes it in the reader's language; a dash when there is none.

    Groups of three from 10,000 on in neither language's tables are a trap for the eye, so every number is grouped.
    `decimals=None` keeps what the number has, up to six places.
    """
    if value is None or value != value:
        return DASH
    places = len(f"{value:.6f}".rstrip("0").partition(".")[2]) if decimals is None else decimals
    return cldr.decimal(float(value), language, places, sign=sign)


def separators(language: str) -> str:
    """Plotly's own decimal and thousands marks, as `number` writes them."""
    return "".join(cldr.marks(language))
