"""What the server sends for what the screen shows: state before, what the reader did, what comes back."""

from typing import Any

import pytest
from dash import no_update

from callbacks.render import OnScreen, render
from components.layout import app_layout, content, controls, coverage
from components.state.selection import DEFAULT_REGION, DEFAULTS, RANGES, Selection, choices, to_url
from components.views import TABS
from data import Data
from tests import sample

ELSEWHERE, ALIKE = "DE21", "DE12"  # the same charts have rows for both
ACTIONS = ("control", "link", "history", "mark", "late", "start")


def screen(data: Data, chosen: Selection) -> dict[str, Any]:
    """What a browser keeps of the page of a Selection."""
    now = content.page_content(data, chosen)
    return {"view": app_layout.view_of(data, chosen, now), "digests": now.digests}


def names(chosen: Selection) -> tuple[list[str], list[str]]:
    """The boxes that may be sent as components, and the controls, of a part of a view."""
    controls = TABS[chosen.tab].controls_of(chosen.part)
    return [f"box.{name}" for name in content.DEPENDENT if name in controls], ["region", *controls]


def answer(
    data: Data, before: Selection, after: Selection, by: str, *, opened: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The named outputs of a move from one Selection to another."""
    boxes, values = names(before)
    address = {"url": to_url(after), "by": by, "open": list(opened)}
    graphs = [*content.page_content(data, before).charts]
    on_screen = OnScreen(graphs, boxes, values)
    whole, figures, sent, held, words, drawn = render(data, address, screen(data, before), on_screen)
    return {
        "page": whole,
        "figures": changed(graphs, figures),
        "boxes": dict(zip(boxes, sent, strict=True)),
        "controls": dict(zip(values, held, strict=True)),
        "words": words,
        "drawn": drawn,
    }


def changed(names: list[str], values: list[Any]) -> dict[str, Any]:
    """What is sent, by name."""
    return {name: value for name, value in zip(names, values, strict=True) if value is not no_update}


def other_value(data: Data, field: str) -> Any:
    """A choice of a field that is not its default."""
    if field in RANGES:
        return RANGES[field][1]
    if field == "region":
        return ALIKE
    options = choices(data)[field]
    if isinstance(DEFAULTS[field], tuple):
        return options[:1]
    return next(value for value in options if value not in (DEFAULTS[field], "", "latest"))


@pytest.mark.parametrize("tab", TABS)
def test_nothing_is_sent_when_nothing_differs(data: Data, tab: str) -> None:
    start = Selection(tab=tab, part="all")
    for by in ("control", "link", "history", "mark", "start"):
        sent = answer(data, start, start, by)
        assert sent["page"] is no_update
        assert all(box is no_update for box in sent["boxes"].values())
        assert (sent["words"], sent["figures"]) == ({}, {})


def part_with(tab: str, field: str) -> str:
    """The first part of a view that has charts which read a field."""
    sections = TABS[tab].sections
    return next((section.shown_in for section in sections if field in section.controls), sections[0].shown_in)


@sample.EXTENT
@pytest.mark.parametrize("tab", TABS)
def test_all_that_differs_is_sent_and_nothing_else(data: Data, tab: str, extent: str) -> None:
    """After any one choice, what was on the screen and what is sent together are the page of the new Selection."""
    for field in ("region", *TABS[tab].controls):
        part = "all" if extent == sample.ALL else part_with(tab, field)
        before = Selection(tab=tab, part=part, region=ELSEWHERE if field == "region" else DEFAULT_REGION)
        after = before.but(**{field: other_value(data, field)})
        shown = content.page_content(data, before)
        wanted = content.page_content(data, after)
        sent = answer(data, before, after, "control")
        assert sent["page"] is no_update
        assert {**shown.words, **sent["words"]} == wanted.words, field
        for name in wanted.charts:
            figure = sent["figures"].get(name, shown.figures.get(name))
            assert figure == wanted.figures.get(name), (field, name)
        for name in sent["words"]:
            assert shown.words.get(name) != wanted.words[name], f"{field}: {name} was on the screen already"
        for name, figure in sent["figures"].items():
            assert figure != shown.figures.get(name), (field, name)
        assert sent["drawn"]["digests"] == wanted.digests
        for box, value in sent["boxes"].items():
            assert (value is not no_update) == (shown.digests[box] != wanted.digests[box]), (field, box)


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("by", ACTIONS)
def test_controls_move_unless_a_control_asked(data: Data, tab: str, by: str) -> None:
    before = Selection(tab=tab, part="all", region=ELSEWHERE)
    after = before.but(region=ALIKE, **{name: other_value(data, name) for name in TABS[tab].controls[:2]})
    sent = answer(data, before, after, by)["controls"]
    if by == "control":
        assert all(value is no_update for value in sent.values()), "a control moved under the reader's hand"
    else:
        assert sent == controls.values(list(sent), after)
        assert sent["region"] == ALIKE


@pytest.mark.parametrize("tab", TABS)
def test_after_a_late_answer_nothing_on_the_screen_is_trusted(data: Data, tab: str) -> None:
    chosen = Selection(tab=tab, part="all", region="ITH5")
    sent, wanted = answer(data, chosen, chosen, "late"), content.page_content(data, chosen)
    assert sent["words"] == wanted.words
    assert {name: figure for name, figure in sent["figures"].items() if figure} == wanted.figures
    assert all(box is not no_update for box in sent["boxes"].values())


@pytest.mark.parametrize("changes", [{"tab": "s3"}, {"part": "policy"}, {"lang": "it"}, {"theme": "dark"}])
@pytest.mark.parametrize("by", ACTIONS)
def test_another_view_part_language_or_theme_is_a_new_page(
    data: Data, changes: dict[str, str], by: str
) -> None:
    before = Selection(tab="clusters")
    after = before.but(**changes)
    sent = answer(data, before, after, by)
    assert sent["page"] is not no_update
    assert all(value is no_update for value in [*sent["boxes"].values(), *sent["controls"].values()])
    assert sent["words"] == {}
    assert sent["figures"] == {}
    assert sent["drawn"]["view"] == app_layout.view_of(data, after, content.page_content(data, after))


@pytest.mark.parametrize("by", ACTIONS)
def test_a_region_of_which_other_charts_are_covered_is_a_new_page(data: Data, by: str) -> None:
    before, after = Selection(tab="clusters"), Selection(tab="clusters", region="FR10")
    assert coverage.not_covered(data, before) == ()
    assert coverage.not_covered(data, after)
    sent = answer(data, before, after, by)
    assert sent["page"] is not no_update
    assert sent["figures"] == {}


def test_a_table_is_sent_only_while_it_is_open_and_follows_the_selection(data: Data) -> None:
    before, after = Selection(region="ITH3"), Selection(region="ITH5")
    name = "economy.headlines.table"
    shut = answer(data, before, after, "control")["words"]
    opened = answer(data, before, after, "control", opened=("economy.headlines",))["words"]
    assert "<table" not in shut.get(name, "")
    assert "<table" in opened[name]
    assert opened[name] == content.page_content(data, after, ("economy.headlines",)).words[name]


def test_the_answer_names_the_address_it_answers(data: Data) -> None:
    after = Selection(region="ITH5", lq=2.0)
    assert answer(data, Selection(), after, "link")["drawn"]["asked"] == to_url(after)
