"""Colours and type: the plotly layout both themes share."""

from dataclasses import dataclass
from typing import Any

from components.i18n.numbers import separators

THEMES = ("light", "dark")
FONT = "'Regioscope Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True)
class Palette:
    """Colours by what they mean. `accent` is the chosen region and nothing else; `rest` is everybody else; `others`
    tell a few lines apart, and are no colour that means something."""

    ground: str
    ink: str
    soft: str
    grid: str
    accent: str
    rest: str
    country: str
    union: str
    missing: str
    better: str
    worse: str
    others: tuple[str, ...]
    steps: tuple[str, ...]


PALETTES = {
    "light": Palette(
        ground="#ffffff",
        ink="#17212f",
        soft="#50607a",
        grid="#e2e7ee",
        accent="#0a4fc4",
        rest="#8793a6",
        country="#b45309",
        union="#17212f",
        missing="#e0dbd0",
        better="#0f766e",
        worse="#b42318",
        others=("#0f766e", "#9d2f7f", "#5b6b00", "#be123c"),
        steps=("#dce8f7", "#a9c8ec", "#6fa2dc", "#3575c2", "#0b3f8f"),
    ),
    "dark": Palette(
        ground="#131a24",
        ink="#eef2f8",
        soft="#a9b6c9",
        grid="#2b3646",
        accent="#7db4ff",
        rest="#74839a",
        country="#f2a24a",
        union="#eef2f8",
        missing="#45423d",
        better="#4fc7b8",
        worse="#ff8f85",
        others=("#4fc7b8", "#ee8fd2", "#b6c94a", "#ff6b5e"),
        steps=("#1d3557", "#29538c", "#3f78bf", "#6ea4e0", "#b5d4fb"),
    ),
}


def palette(theme: str) -> Palette:
    """The colours of one theme."""
    return PALETTES[theme]


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colour: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_on(ground: str) -> str:
    """Black or white, whichever stands out more from a colour."""
    return max("#000000", "#ffffff", key=lambda colour: contrast(colour, ground))


def axis(colours: Palette, **more: Any) -> dict[str, Any]:
    """One quiet axis: hair-thin grid, no zero line, no box. It asks for no room: each figure knows its words."""
    quiet = {
        "gridcolor": colours.grid,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "tickfont": {"color": colours.soft},
        "title": {"font": {"size": 13, "color": colours.soft}, "standoff": 8},
    }
    return {**quiet, **more}


def layout(theme: str, language: str, **more: Any) -> dict[str, Any]:
    """The layout every figure starts from; `more` wins."""
    colours = palette(theme)
    base = {
        "font": {"family": FONT, "size": 14, "color": colours.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "separators": separators(language),
        "hoverlabel": {
            "bgcolor": colours.ground,
            "bordercolor": colours.soft,
            "font": {"family": FONT, "size": 14, "color": colours.ink},
            "align": "left",
        },
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "xaxis": axis(colours),
        "yaxis": axis(colours),
    }
    return {**base, **more}
