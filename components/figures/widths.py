"""How wide words are in the dashboard's typeface, so that a drawing's margins need no second drawing. Knows
letters, no figure."""

import re
from functools import cache
from pathlib import Path

import font_source_sans_pro
from fontTools.ttLib import TTFont

FILE = Path(font_source_sans_pro.__file__).parent / "files" / "SourceSansPro-Regular.ttf"
UNKNOWN = 0.7
SPARE = 1.03
BREAK, TAG = re.compile(r"<br\s*/?>"), re.compile(r"<[^>]*>")


@cache
def advances() -> dict[str, float]:
    """How far each letter moves the next one, in ems."""
    with TTFont(FILE, lazy=True) as font:
        per_em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {chr(code): metrics[name][0] / per_em for code, name in font.getBestCmap().items()}


def width(text: str, size: float = 14) -> float:
    """Pixels across of a text, of its longest line if it has several: kerning, bold type and a typeface that
    stands in for ours are what `SPARE` is for."""
    known = advances()
    lines = (TAG.sub("", line) for line in BREAK.split(text))
    return SPARE * size * max(sum(known.get(letter, UNKNOWN) for letter in line) for line in lines)


def fold_text(text: str, room: float, size: float = 14) -> str:
    """A text on as few lines as `room` pixels across allow; a word is never broken."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        lines[-1:] = [longer] if width(longer, size) <= room or not lines else [lines[-1], word]
    return "<br>".join(lines)
