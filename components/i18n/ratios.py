"""How many times as much, in words."""

from components.i18n.numbers import number
from components.i18n.text import say


def times_text(ratio: float, language: str) -> str:
    """A ratio to one decimal; "about as much" where that is 1."""
    if round(ratio, 1) == 1:
        return say("ratio.about", language)
    return say("ratio.times", language, ratio=number(ratio, language, 1))
