"""What every figure shares: its look, the wrapping of labels, and how a click on a mark changes the Selection."""

from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from components.i18n.numbers import number, number_in_words, spoken_numbers, spoken_unit, unit_after
from components.theme import Palette, layout, palette

LINE = 28


@dataclass(frozen=True)
class Look:
    """How a figure is to look: theme, language, unit and decimals of its numbers; `singular` is the unit of a
    single one."""

    theme: str = "light"
    lang: str = "en"
    unit: str = ""
    decimals: int | None = 1
    singular: str = ""

    @property
    def colours(self) -> Palette:
        """The palette of the theme."""
        return palette(self.theme)

    @property
    def halo(self) -> str:
        """The shadow of names that stand over marks and lines: the colour of the ground around each letter, which a
        style sheet draws as a stroke."""
        return ", ".join([f"0 0 2px {self.colours.ground}"] * 3)

    def number(self, value: float | None, *, sign: bool = False) -> str:
        """A bare number."""
        return number(value, self.lang, self.decimals, sign=sign)

    def value(self, value: float | None) -> str:
        """A number with its unit."""
        counted = self.singular if self.singular and value == 1 else self.unit
        unit = f"({counted})" if "=" in counted else counted
        return f"{self.number(value)} {unit}".strip()

    def in_sentence(self, value: float | None, *, sign: bool = False) -> str:
        """A number with its unit as a sentence says it: "10.0 million inhabitants"."""
        counted = self.singular if self.singular and value == 1 else self.unit
        return number_in_words(value, self.lang, counted, self.decimals, sign=sign)

    def spoken_number(self, value: float | None) -> str:
        """One number in the unit `spoken_unit`."""
        return self.spoken_numbers(value)[0]

    def spoken_numbers(self, *values: float | None) -> list[str]:
        """The numbers of one sentence, in the unit `spoken_unit`."""
        return spoken_numbers(values, self.lang, self.unit, self.decimals)

    def unit_after(self, value: float | None) -> str:
        """The unit as it follows that one number."""
        return unit_after(value, self.lang, self.unit)

    @property
    def spoken_unit(self) -> str:
        """The unit of `spoken_numbers`."""
        return spoken_unit(self.unit, self.lang)

    def layout(self, **more: Any) -> dict[str, Any]:
        """The plotly layout in this look."""
        return layout(self.theme, self.lang, **more)


def wrap_label(label: str, width: int = LINE) -> str:
    """A label on as many short lines as it needs, so that a phone keeps room for the marks."""
    return "<br>".join(wrap(str(label), width, break_long_words=False)) or str(label)


def leads_to(field: str, value: object) -> str:
    """What a mark carries in `customdata`: the one change of the Selection that a click on it makes."""
    return f"{field}={value}"


def legend(look: Look, *, below: bool = False) -> dict[str, Any]:
    """The names of the traces in one line above the drawing, or under it; a click on them hides nothing."""
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 0 if below else 1,
        "yanchor": "top" if below else "bottom",
        "font": {"size": 13, "color": look.colours.ink},
        "itemclick": False,
        "itemdoubleclick": False,
        "traceorder": "normal",
    }
