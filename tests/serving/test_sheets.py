"""The style sheets: each served once, in the written order, as one writes CSS, and what is minified says the same."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from serving.collect import style
from serving.collect.sheets import FACT_SHEET, PAGE, SLIDES

ASSETS = Path("assets")
NESTED = {"media", "container", "supports", "layer"}


@dataclass(frozen=True)
class Rule:
    """A rule, and the media query and the like that it stands in."""

    inside: str
    selectors: tuple[str, ...]
    declarations: tuple[tuple[str, str, bool], ...]
    lines: tuple[int, ...]


def plain(nodes: list[Node]) -> str:
    """What is written, whatever white space was needed to write it."""
    return "".join(tinycss2.serialize(nodes).replace("/**/", "").split())


def rules(nodes: list[Node], inside: str = "") -> Iterator[Rule]:
    for node in nodes:
        assert node.type != "error", node
        if isinstance(node, AtRule) and node.lower_at_keyword in NESTED:
            yield from rules(tinycss2.parse_rule_list(node.content), inside + plain(node.prelude))
        elif isinstance(node, QualifiedRule):
            found = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            assert all(isinstance(item, Declaration) for item in found)
            yield Rule(
                inside,
                tuple("".join(selector.split("/**/")) for selector in style.selectors(node)),
                tuple((item.name, plain(item.value), item.important) for item in found),
                tuple(item.source_line for item in found),
            )


def rules_of(text: str) -> list[Rule]:
    return list(rules(tinycss2.parse_stylesheet(text)))


def test_every_style_sheet_is_served_once() -> None:
    assert sorted([*PAGE, *SLIDES, *FACT_SHEET]) == sorted(path.resolve() for path in ASSETS.rglob("*.css"))


@pytest.mark.parametrize("sheets", [PAGE, SLIDES, FACT_SHEET], ids=["page", "slides", "fact sheet"])
def test_no_selector_stands_twice_in_the_same_media_query(sheets: tuple[Path, ...]) -> None:
    found = Counter((rule.inside, rule.selectors) for path in sheets for rule in rules_of(path.read_text()))
    assert [place for place, count in found.items() if count > 1] == []


@pytest.mark.parametrize("sheet", [*PAGE, *SLIDES, *FACT_SHEET], ids=lambda path: path.name)
def test_a_declaration_has_a_line_of_its_own_and_a_sheet_says_what_it_is_for(sheet: Path) -> None:
    text = sheet.read_text()
    assert text.startswith("/* ")
    assert [line for line in text.splitlines() if len(line) > 120] == []
    lines = Counter(line for rule in rules_of(text) for line in rule.lines)
    assert [line for line, count in lines.items() if count > 1] == []


@pytest.mark.parametrize("sheets", [PAGE, SLIDES, FACT_SHEET], ids=["page", "slides", "fact sheet"])
def test_what_is_minified_says_the_same_in_the_same_order(sheets: tuple[Path, ...]) -> None:
    text = "\n".join(path.read_text() for path in sheets)
    assert meaning(style.minified(text)) == meaning(text)


def test_what_is_not_ours_is_minified_as_carefully() -> None:
    text = style.bootstrap() + style.paper_colours()
    assert meaning(style.minified(text)) == meaning(text)
    assert len(meaning(text)) > 50


def meaning(text: str) -> list[tuple[str, tuple[str, ...], tuple[tuple[str, str, bool], ...]]]:
    """The rules of a sheet in order, without lines and white space."""
    return [(rule.inside, tuple(map(compact, rule.selectors)), rule.declarations) for rule in rules_of(text)]


def compact(selector: str) -> str:
    """A selector without the white space that says nothing: around a combinator, a comma, inside brackets."""
    words = " ".join(selector.split())
    for sign in (">", "+", "~", ","):
        words = words.replace(f" {sign}", sign).replace(f"{sign} ", sign)
    return words.replace("( ", "(").replace(" )", ")")
