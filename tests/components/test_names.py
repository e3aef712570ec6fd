"""What a screen reader hears: links and buttons that every card has are told apart, groups and tables have names,
headings follow one another, and a choice is said with what it changed."""

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from callbacks.render import OnScreen, render
from components.layout import app_layout, content, page
from components.render import markup
from components.state.selection import Selection, to_url
from components.views import TABS
from data import Data

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta"}


class Elements(HTMLParser):
    """Every element of a page with its attributes and words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[dict[str, str]] = []
        self.all: list[dict[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = {"tag": tag, "words": "", **{name: value or "" for name, value in attrs}}
        self.all.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()["tag"] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element["words"] += data

    def name(self, element: dict[str, str]) -> str:
        """The accessible name, as far as these pages need it."""
        by_id = {item["id"]: item for item in self.all if "id" in item}
        if "aria-labelledby" in element:
            return " ".join(by_id[item]["words"] for item in element["aria-labelledby"].split(" ")).strip()
        return (element.get("aria-label") or element["words"]).strip()


@pytest.fixture(scope="module", params=[(tab, lang) for tab in TABS for lang in ("en", "it")], ids="-".join)
def elements(request: pytest.FixtureRequest, data: Data) -> Elements:
    """A view in a language, as the server paints it."""
    tab, lang = request.param
    chosen = Selection(tab=tab, lang=lang)
    return Elements(str(markup.html_of(page.page(data, chosen))))


def test_no_two_ways_out_of_cards_have_the_same_name(elements: Elements) -> None:
    kinds = ("link", "csv", "xlsx", "present", "png", "print", "table-toggle")
    ways = [item for item in elements.all if item.get("data-part") in kinds or "data-pin" in item]
    names = Counter(elements.name(item) for item in ways)
    assert len(names) > 20
    assert not [name for name, count in names.items() if count > 1]
    assert all(elements.name(item).startswith(item["words"].strip()) for item in ways), (
        "the words that are seen come first"
    )


def test_every_group_has_a_name_of_its_own(elements: Elements) -> None:
    groups = [item for item in elements.all if item.get("role") == "group" or item["tag"] == "nav"]
    assert all(elements.name(item) for item in groups)
    outer = [
        item
        for item in groups
        if item["tag"] == "nav" or {"controls", "frame"} & set(item.get("class", "").split())
    ]
    names = Counter(elements.name(item) for item in outer)
    assert len(names) > 5
    assert not [name for name, count in names.items() if count > 1]


def test_headings_follow_one_another(elements: Elements) -> None:
    levels = [int(item["tag"][1]) for item in elements.all if re.fullmatch(r"h[1-6]", item["tag"])]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_drawing_has_its_words_and_every_chart_its_table(elements: Elements) -> None:
    drawings = {item["data-figure"] for item in elements.all if "data-figure" in item}
    ids = {item.get("id"): item for item in elements.all}
    for name in (item["data-chart"] for item in elements.all if "data-chart" in item):
        described = ids[f"{name}.frame"]["aria-describedby"]
        assert name not in drawings or ids[described]["words"].strip(), f"{name} has no alternative in words"
        assert any(item.get("data-table") == name for item in elements.all), f"{name} has no table"


CHOICES = {
    "region": ("DE30", "Berlin"),
    "indicator": ("gerd", "research and development"),
}


@pytest.mark.parametrize("field", CHOICES)
@pytest.mark.parametrize("tab", TABS)
def test_a_choice_is_said_with_what_it_changed(data: Data, tab: str, field: str) -> None:
    before = Selection(tab=tab)
    value, words = CHOICES[field]
    after = before.but(**{field: value})
    drawn = app_layout.screen_state(data, before, content.page_content(data, before))
    on_screen = OnScreen(graphs=[*content.page_content(data, before).charts])
    answer = render(data, {"url": to_url(after), "by": "control", "open": []}, drawn, on_screen)
    had, has = (content.page_content(data, chosen).figures for chosen in (before, after))
    new, said = [name for name in has if had.get(name) != has[name]], answer[-1]["voice"]
    if field in ("region", *TABS[tab].controls):
        assert words in said
        assert f"Charts changed: {len(new)} of" in said


def test_every_card_has_the_link_of_its_chart(elements: Elements) -> None:
    links = {
        item["id"].removesuffix(".link"): item for item in elements.all if item.get("data-part") == "link"
    }
    cards = [item["data-chart"] for item in elements.all if item["tag"] == "figure" and "data-chart" in item]
    assert cards
    assert set(cards) <= links.keys()
    for name, link in links.items():
        address, _, place = link["href"].partition("#")
        assert place == name
        assert address.startswith(f"/{name.partition('.')[0]}")
