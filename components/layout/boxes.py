"""What may change on a page without a new page, and the boxes it stands in."""

from dataclasses import dataclass
from typing import Any

from dash.development.base_component import Component

from components.render import markup


@dataclass(frozen=True)
class PageContent:
    """All that may change on a page without a new page, each with a digest: the figures of charts, words as HTML by
    part, and the controls whose choices depend on others. `charts` names all charts, those without a figure too;
    `not_covered` those that have no rows for the region."""

    charts: tuple[str, ...]
    figures: dict[str, dict[str, Any]]
    boxes: dict[str, Component]
    words: dict[str, str]
    digests: dict[str, str]
    not_covered: tuple[str, ...] = ()
    failed: bool = False


def dom_id(name: str) -> str:
    """The id that Dash writes into the document for a part."""
    return f'{{"part":"{name}"}}'


def part(name: str, content: PageContent, tag: str = "div", /, **attributes: Any) -> Component:
    """A box of words that a callback may replace."""
    return markup.Words(children=content.words[name], name=dom_id(name), tag=tag, **attributes)


def joined_boxes(tag: str, boxes: list[Any], class_name: str = "") -> Component:
    """Boxes of words as one component."""
    return markup.Words(children=markup.html_of(boxes), tag=tag, className=class_name)
