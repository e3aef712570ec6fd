"""One style sheet: the part of Bootstrap that our controls wear, and our own."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import bootstrap_wrapper

from components import theme

BOOTSTRAP = Path(bootstrap_wrapper.__file__).parents[1] / "bootstrap/css/bootstrap.min.css"
THEME = Path(theme.__file__)
WORN = re.compile(
    r"^(:root|\[data-bs-theme=\w+\]$|(\[data-bs-theme=\w+\] )?\.form-|\.input-group|\.was-validated \.form-)"
)
"""Which rules of Bootstrap stay: its colours, and what the form controls are dressed in."""


def bootstrap() -> str:
    """Bootstrap's form rules, in a layer below ours, so that ours win without a louder selector."""
    text = re.sub(r"/\*.*?\*/|@charset[^;]*;", "", BOOTSTRAP.read_text(), flags=re.DOTALL)
    return f"@layer bootstrap{{{''.join(used_rules(text))}}}"


def used_rules(text: str) -> Iterator[str]:
    """The rules whose selectors we wear, inside @media and @supports too."""
    for head, body in blocks(text):
        if head.startswith(("@media", "@supports")):
            inner = "".join(used_rules(body))
            if inner:
                yield f"{head}{{{inner}}}"
        elif selectors := [part for part in head.split(",") if WORN.match(part)]:
            yield f"{','.join(selectors)}{{{body}}}"


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """The top-level blocks of a style sheet: what stands before the brace, and what stands inside."""
    start = depth = opened = 0
    for place, letter in enumerate(text):
        if letter == "{":
            depth += 1
            opened = place if depth == 1 else opened
        elif letter == "}":
            depth -= 1
            if depth == 0:
                yield text[start:opened].strip(), text[opened + 1 : place]
                start = place + 1


def without_comments(text: str) -> str:
    """Our own CSS without its comments and indentation."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip())


def paper_colours() -> str:
    """Rules for paper, which is white: whatever a drawing of the dark theme paints in a colour of its palette is
    printed in the same colour of the light one. Drawings have colours in attributes and in styles, written in either
    way."""
    dark, light = map(colours_of, ("dark", "light"))
    rules = [
        f'[data-bs-theme="dark"] :is({",".join(painted(way, dark[name]))}){{{way}:{light[name]}!important}}'
        for name in dark
        for way in ("fill", "stroke", "stop-color", "background")
    ]
    return f"@media print{{{''.join(rules)}}}"


def painted(way: str, colour: str) -> Iterator[str]:
    """The selectors of what is painted in a colour."""
    for written in (colour, f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"):
        yield from (f'[{way}="{written}"]', f'[style*="{way}:{written}"]', f'[style*="{way}: {written}"]')


def colours_of(name: str) -> dict[str, str]:
    """The colours of a theme's palette by name, those of a list by name and place."""
    fields = asdict(theme.palette(name)).items()
    lists = {field: (value,) if isinstance(value, str) else value for field, value in fields}
    return {f"{field}{at}": colour for field, colours in lists.items() for at, colour in enumerate(colours)}
