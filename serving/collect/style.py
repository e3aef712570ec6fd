"""One style sheet: the part of Bootstrap that our controls wear, and our own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import bootstrap_wrapper
import rcssmin
import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from components import theme

BOOTSTRAP = Path(bootstrap_wrapper.__file__).parents[1] / "bootstrap/css/bootstrap.min.css"
THEME = Path(theme.__file__)
WORN = re.compile(
    r"^(:root|\[data-bs-theme=\w+\]$|(\[data-bs-theme=\w+\] )?\.form-|\.input-group|\.was-validated \.form-)"
)
"""Which rules of Bootstrap stay: its colours, and what the form controls are dressed in."""


def minified(text: str) -> str:
    """The same rules in the same order, without comments and without white space that says nothing.

    Inside @container rcssmin also drops the space of `.rows :is(td)`; `tests/serving/test_sheets.py` refuses that.
    """
    return str(rcssmin.cssmin(text))


def bootstrap() -> str:
    """Bootstrap's form rules, in a layer below ours, so that ours win without a louder selector."""
    return f"@layer bootstrap{{{''.join(used_rules(tinycss2.parse_stylesheet(BOOTSTRAP.read_text())))}}}"


def used_rules(nodes: Iterable[Node]) -> Iterator[str]:
    """The rules whose selectors we wear, inside @media and @supports too."""
    for node in nodes:
        if isinstance(node, AtRule) and node.lower_at_keyword in {"media", "supports"}:
            inner = "".join(used_rules(tinycss2.parse_rule_list(node.content)))
            if inner:
                yield f"@{node.lower_at_keyword}{tinycss2.serialize(node.prelude)}{{{inner}}}"
        elif isinstance(node, QualifiedRule):
            worn = [selector for selector in selectors(node) if WORN.match(selector)]
            if worn:
                yield f"{','.join(worn)}{{{tinycss2.serialize(node.content)}}}"


def selectors(rule: QualifiedRule) -> list[str]:
    """What the rule applies to, one selector each; commas in brackets separate none."""
    parts: list[list[Node]] = [[]]
    for node in rule.prelude:
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return [tinycss2.serialize(part).strip() for part in parts]


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
