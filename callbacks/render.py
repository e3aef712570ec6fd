"""The answer to an address: what the URL asks for, less what is on the screen already."""

from dataclasses import dataclass, field
from typing import Any

from dash import no_update

from components.layout import app_layout, content, page
from components.layout.boxes import PageContent
from components.layout.controls import values as values_of
from components.render.markup import with_base_in
from components.state.query_text import split_address
from components.state.selection import Selection, from_url
from data import Data

Outputs = tuple[Any, list[Any], list[Any], list[Any], Any, Any]


@dataclass(frozen=True)
class OnScreen:
    """The names of what is on the reader's screen, in the order of the answer: graphs, boxes whose content is
    components, and controls."""

    graphs: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    controls: list[str] = field(default_factory=list)


def render(data: Data, address: dict[str, Any], screen: dict[str, Any], on_screen: OnScreen) -> Outputs:
    """The answer to an address: a new page for another view, language or theme, else only what differs.

    `address` is where the reader is (`url`), what led there (`by`: control, link, history, mark, late) and the charts
    whose tables are open (`open`); `screen` is what is shown (`view`, `url`, `digests`).
    """
    chosen = selection_at(address["url"], data)
    before = selection_at(screen["url"], data) if screen.get("url") else None
    now = content.page_content(data, chosen, tuple(address["open"]))
    if app_layout.view_of(data, chosen, now) != screen["view"]:
        had = screen["digests"] if before and before.tab == chosen.tab and before.part == chosen.part else {}
        return new_page(data, chosen, address["url"], on_screen, before, had)
    return same_page(data, chosen, now, address, screen["digests"], on_screen, before)


def selection_at(url: str, data: Data) -> Selection:
    """The Selection of an address."""
    return from_url(*split_address(url), data)


def new_page(
    data: Data,
    chosen: Selection,
    asked: str,
    on_screen: OnScreen,
    before: Selection | None = None,
    had: dict[str, str] | None = None,
) -> Outputs:
    """The whole page."""
    now = content.page_content(data, chosen)
    return (
        with_base_in(page.page(data, chosen)),
        [no_update] * len(on_screen.graphs),
        [no_update] * len(on_screen.boxes),
        [no_update] * len(on_screen.controls),
        {},
        app_layout.screen_state(data, chosen, now, asked=asked, before=before, had=had),
    )


def same_page(
    data: Data,
    chosen: Selection,
    now: PageContent,
    address: dict[str, Any],
    digests: dict[str, str],
    on_screen: OnScreen,
    before: Selection | None = None,
) -> Outputs:
    """Only what differs from what the reader has. Controls move only when something else than a control asked, so
    that none changes under the hand that holds it.

    After an answer that came too late nobody knows what is on the screen: then everything is sent.
    """
    by, had = address["by"], {} if address["by"] == "late" else digests
    values = values_of(on_screen.controls, chosen)
    changed = {name for name, digest in now.digests.items() if had.get(name) != digest}
    return (
        no_update,
        [now.figures.get(name) if is_new(name, had, now) else no_update for name in on_screen.graphs],
        [with_base_in(now.boxes[name]) if name in changed else no_update for name in on_screen.boxes],
        [no_update if by == "control" else values[name] for name in on_screen.controls],
        {name: html for name, html in now.words.items() if name in changed},
        app_layout.screen_state(data, chosen, now, asked=address["url"], before=before, had=had),
    )


def is_new(name: str, had: dict[str, str], now: PageContent) -> bool:
    """Whether the figure of a graph differs from the one on the screen, or has come or gone; True for all where it is
    not known what the screen shows."""
    key = f"figure {name}"
    return not had or had.get(key) != now.digests.get(key)
