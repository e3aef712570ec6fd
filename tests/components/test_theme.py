"""Colours can be told apart by everyone, and numbers are written as each language writes them."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from components.i18n.numbers import number
from components.theme import PALETTES, THEMES, Palette, palette
from serving.collect import style

# Machado, Oliveira & Fernandes (2009), full dichromacy, on linear RGB.
DICHROMACIES = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
ALL = {"full colour": np.eye(3).tolist(), **DICHROMACIES}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])
TELLS_APART = 11.0


def linear(colour: str) -> np.ndarray:
    """Linear RGB of "#rrggbb"."""
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(colour: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    light, dark = sorted((float(TO_XYZ[1] @ linear(c)) for c in (colour, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    """CIE L*a*b* of linear RGB."""
    scaled = np.clip(TO_XYZ @ rgb, 0, None) / WHITE
    f = np.where(scaled > 0.008856, np.cbrt(scaled), 7.787 * scaled + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(colour: str, other: str, matrix: list[list[float]]) -> float:
    """CIE76 distance of two colours as seen through a dichromacy."""
    seen = [lab(np.clip(np.array(matrix) @ linear(c), 0, 1)) for c in (colour, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))


def meanings(colours: Palette) -> dict[str, str]:
    return {
        "accent": colours.accent,
        "rest": colours.rest,
        "country": colours.country,
        "union": colours.union,
    }


@pytest.mark.parametrize("theme", THEMES)
def test_every_mark_stands_out_from_its_ground(theme: str) -> None:
    colours = palette(theme)
    marks = {
        **meanings(colours),
        "better": colours.better,
        "worse": colours.worse,
        **{c: c for c in colours.others},
    }
    assert {
        name: contrast(c, colours.ground) for name, c in marks.items() if contrast(c, colours.ground) < 3
    } == {}


def declared_colours(name: str) -> dict[str, str]:
    """A colour of the style sheet in each theme."""
    sheet = (Path(__file__).parents[2] / "assets/css/colours.css").read_text()
    return dict(zip(THEMES, re.findall(rf"--{name}: (#[0-9a-f]{{6}})", sheet), strict=False))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eyes", ALL)
def test_the_ring_around_a_marked_region_stands_out_and_is_no_other_colour(theme: str, eyes: str) -> None:
    colours, ring = palette(theme), declared_colours("mark")[theme]
    assert contrast(ring, colours.ground) >= 3
    others = {**meanings(colours), "lightest class": colours.steps[0], "darkest class": colours.steps[-1]}
    assert {
        name for name, colour in others.items() if distance(ring, colour, ALL[eyes]) < TELLS_APART
    } == set()


@pytest.mark.parametrize("theme", THEMES)
def test_what_holds_the_keyboard_is_outlined_in_a_colour_that_stands_out(theme: str) -> None:
    for ground in ("paper", "ground", "wash", "note"):
        assert contrast(declared_colours("focus")[theme], declared_colours(ground)[theme]) >= 3, ground


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read(theme: str) -> None:
    colours = palette(theme)
    assert min(contrast(c, colours.ground) for c in (colours.ink, colours.soft)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eyes", ALL)
def test_colours_with_a_meaning_differ_for_all_eyes(theme: str, eyes: str) -> None:
    named = meanings(palette(theme))
    near = {
        (a, b): d
        for (a, x), (b, y) in combinations(named.items(), 2)
        if (d := distance(x, y, ALL[eyes])) < TELLS_APART
    }
    assert near == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eyes", ALL)
def test_classes_of_a_map_follow_each_other_in_lightness(theme: str, eyes: str) -> None:
    light = [lab(np.clip(np.array(ALL[eyes]) @ linear(c), 0, 1))[0] for c in PALETTES[theme].steps]
    steps = np.diff(light)
    assert (steps < -8).all() or (steps > 8).all()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eyes", ALL)
def test_what_has_no_value_has_the_colour_of_no_class_of_a_map(theme: str, eyes: str) -> None:
    colours = palette(theme)
    near = [step for step in colours.steps if distance(colours.missing, step, ALL[eyes]) < TELLS_APART]
    assert near == []
    assert contrast(colours.soft, colours.missing) >= 4.5


@pytest.mark.parametrize(
    ("value", "language", "decimals", "written"),
    [
        (439986.0, "en", 0, "439,986"),
        (439986.0, "it", 0, "439.986"),
        (97.4, "it", 1, "97,4"),
        (-1.035, "en", 2, "−1.03"),
        (9765017.65, "it", 2, "9.765.017,65"),
        (2.5, "en", None, "2.5"),
        (None, "en", 1, "–"),
        (float("nan"), "it", 1, "–"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(
    value: float | None, language: str, decimals: int | None, written: str
) -> None:
    assert number(value, language, decimals) == written


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_no_two_lines_of_one_drawing_look_alike(theme: str) -> None:
    colours = palette(theme)
    lines = [*meanings(colours).values(), *colours.others]
    assert len(set(lines)) == len(lines)
    pairs = [(one, other) for at, one in enumerate(lines) for other in lines[at + 1 :]]
    assert min(distance(*pair, ALL["full colour"]) for pair in pairs) > 30


def test_a_colour_of_the_dark_theme_is_one_colour_on_paper() -> None:
    light, dark = (style.colours_of(theme) for theme in ("light", "dark"))
    on_paper = {(dark[name], light[name]) for name in dark}
    assert len(on_paper) == len({colour for colour, _ in on_paper})
