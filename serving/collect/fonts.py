"""The typeface, cut to what Europe's names and numbers need.

Source Sans Pro (SIL Open Font License 1.1) comes whole from its package. What is cut is a modified version,
which by that licence may not carry the reserved name 'Source': it is called Regioscope Sans.
"""

import io
from dataclasses import dataclass
from pathlib import Path

import font_source_sans_pro
from fontTools.ttLib import TTFont

FAMILY = "Regioscope Sans"
OWN, POSTSCRIPT = (1, 3, 4, 6, 16), 6
FILES = Path(font_source_sans_pro.__file__).parent / "files"
LICENCE = FILES / "LICENSE.txt"
FEATURES = ["kern", "liga", "locl", "ccmp", "mark", "mkmk", "frac", "sups", "subs", "pnum", "tnum", "case"]
SCRIPTS = {
    "latin": "20-7E A0-17F 218-21B 300-30C 327-328 2010-2027 2030-203A 2044 2070-209C 20AC 2116-2122 "
    "2190-2193 2212 2248 2260-2265 25A0-25CF 2713",
    "greek-cyrillic": "386-3CE 400-45F",
}


@dataclass(frozen=True)
class Face:
    """One font file: which letters, drawn how; `weights` and `style` are CSS."""

    name: str
    file: str
    script: str
    weights: str
    style: str = "normal"

    @property
    def source(self) -> Path:
        """The file it is cut from."""
        return FILES / self.file


FACES = (
    Face("sans-regular.woff2", "SourceSansPro-Regular.ttf", "latin", "200 500"),
    Face("sans-semibold.woff2", "SourceSansPro-Semibold.ttf", "latin", "600 900"),
    Face("sans-italic.woff2", "SourceSansPro-It.ttf", "latin", "200 900", "italic"),
    Face("sans-regular-east.woff2", "SourceSansPro-Regular.ttf", "greek-cyrillic", "200 500"),
    Face("sans-semibold-east.woff2", "SourceSansPro-Semibold.ttf", "greek-cyrillic", "600 900"),
)


def letters(script: str) -> list[int]:
    """The code points of a script."""
    ranges = (part.partition("-") for part in SCRIPTS[script].split())
    return [code for low, _, high in ranges for code in range(int(low, 16), int(high or low, 16) + 1)]


def subset_font(face: Face) -> bytes:
    """The face as WOFF2: its letters only, its own name, the same bytes each time."""
    from fontTools import subset  # takes a tenth of a second, which a start that cuts nothing need not pay

    font = TTFont(face.source, recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(layout_features=FEATURES, hinting=False, notdef_outline=True))
    cutter.populate(unicodes=letters(face.script))
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID in OWN:
            record.string = FAMILY if record.nameID != POSTSCRIPT else FAMILY.replace(" ", "")
    font.flavor = "woff2"
    woff2 = io.BytesIO()
    font.save(woff2)
    return woff2.getvalue()


def names(woff2: bytes) -> bytes:
    """Every name a font file carries for itself, and not as a credit."""
    records = TTFont(io.BytesIO(woff2))["name"].names
    return b"\n".join(record.toUnicode().encode() for record in records if record.nameID in OWN)


def css(face: Face, address: str) -> str:
    """The rule that makes a browser load the face, which lies beside the sheet, when it meets one of its letters."""
    ranges = ",".join(f"U+{part}" for part in SCRIPTS[face.script].split())
    return (
        f'@font-face{{font-family:"{FAMILY}";font-style:{face.style};font-weight:{face.weights};font-display:swap;'
        f'src:url("{address.rpartition("/")[2]}") format("woff2");unicode-range:{ranges}}}'
    )
