"""The list of what is gathered, in the order in which it is made."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from serving.collect import fonts, plotly, sheets, style, suites
from serving.collect.gather import ROOT, Addresses, Piece

ASSETS = ROOT / "assets"
SHAPES = ROOT / "data/shapes"
SHARED = ("00_trusted.js", "01_addresses.js", "10_no_base_map.js", "20_enlarge.js", "storage.js", "marks.js")
SLIDES = (*(ASSETS / name for name in SHARED), *sorted((ASSETS / "present").glob("*.js")))


def pieces(say: Callable[[str], None]) -> Iterator[Piece]:
    """Icons, boundaries and typeface; the one style sheet; plotly.js; the one script; those of other pages."""
    faces = tuple(face.name for face in fonts.FACES)
    scripts = tuple(sorted(ASSETS.glob("*.js")))
    yield from (plain_file(path, "static") for path in sorted(ASSETS.glob("*.svg")))
    yield from (plain_file(path, "shapes") for path in sorted(SHAPES.glob("*.geojson")))
    yield Piece("sans-licence.txt", (fonts.LICENCE,), lambda _: fonts.LICENCE.read_bytes())
    yield from (Piece(face.name, (face.source,), partial(typeface, face)) for face in fonts.FACES)
    yield Piece("page.css", (style.BOOTSTRAP, style.THEME, *sheets.PAGE), page_rules, needs=faces)
    yield Piece("present.css", sheets.SLIDES, lambda _: rules(sheets.SLIDES))
    yield Piece("factsheet.css", sheets.FACT_SHEET, lambda _: rules(sheets.FACT_SHEET))
    yield Piece("plotly.js", plotly.SOURCES, lambda _: plotly.script(say))
    first = tuple(path for path in scripts if path.name[0].isdigit())
    rest = tuple(path for path in scripts if path not in first)
    yield Piece("charts.js", first, lambda _: suites.in_a_row(first))
    yield Piece("dash-renderer.js", (*suites.SCRIPTS, *rest), lambda _: suites.join_scripts(rest))
    light = tuple(
        ASSETS / name
        for name in ("01_addresses.js", "find_box.js", "36_paper_line.js", "factsheet/print_page.js")
    )
    yield Piece("find_box.js", light, lambda _: suites.in_a_row(light))
    yield Piece("present.js", SLIDES, lambda _: suites.in_a_row(SLIDES))


def plain_file(path: Path, folder: str) -> Piece:
    """A file as it is. Boundaries are named by folder and file: "shapes/nuts2_2024.geojson"."""
    name = path.name if folder == "static" else f"{folder}/{path.name}"
    return Piece(name, (path,), lambda _: path.read_bytes(), folder=folder)


def typeface(face: fonts.Face, _: Addresses) -> bytes:
    """One file of the typeface."""
    return fonts.subset_font(face)


def rules(own: tuple[Path, ...]) -> bytes:
    """Rules of our own that only some pages need."""
    return style.minified("\n".join(path.read_text() for path in own)).encode()


def page_rules(addresses: Addresses) -> bytes:
    """The typeface's rules, Bootstrap's forms, our own rules, and the colours of paper."""
    faces = [fonts.css(face, addresses[face.name]) for face in fonts.FACES]
    own = [path.read_text() for path in sheets.PAGE]
    return style.minified("\n".join([*faces, style.bootstrap(), *own, style.paper_colours()])).encode()
