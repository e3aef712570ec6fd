"""A notice names every choice of the address that the page does not follow, and where it can be followed."""

import html
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from components.charts.naming import name_of
from components.i18n.country_names import country_name
from components.i18n.text import LANGUAGES
from components.layout.controls import PACK_ONLY
from components.layout.left_out import left_out, pack_values
from components.layout.masthead import part_links
from components.layout.notice import notice
from components.state.address_faults import not_understood
from components.state.query_text import query_value, split_address
from components.state.selection import (
    ALL,
    DEFAULT_REGION,
    DEFAULTS,
    FORMS,
    MOST,
    QUERY,
    RANGES,
    TABS,
    VIEWS,
    Selection,
    choices,
    from_url,
)
from components.views import TABS as VIEW_TABS
from data import Data, nuts
from serving.document import faults, requested_selection
from tests.serving.notices import notice_text


def sentences(client: FlaskClient, address: str, data: Data) -> str:
    """The notice of an address without the page around it, or ""."""
    with client.application.test_request_context(address):
        box = notice(faults(data), data, requested_selection(data))
    return html.unescape(box.children) if box else ""


@pytest.mark.parametrize("tab", TABS)
def test_a_part_of_another_view_is_said_to_be_none_of_this_one(
    client: FlaskClient, data: Data, tab: str
) -> None:
    own = {*VIEWS[tab], ALL}
    for part in {part for parts in VIEWS.values() for part in parts} | {ALL}:
        words = sentences(client, f"/{tab}?part={part}", data)
        assert (f"part={part}" in words) == (part not in own), (tab, part)


def offered_elsewhere(data: Data) -> Iterator[tuple[str, str, str, str]]:
    """For each filter of packs a value, a region whose pack offers it, and a region that lacks it."""
    for name in PACK_ONLY:
        for home in data.packs:
            values = [value for value in pack_values(name, data, home) if value not in ("", DEFAULTS[name])]
            for region in ("ITC4", "ES21", "FR10", "DE30"):
                if values and values[-1] not in pack_values(name, data, region):
                    yield name, values[-1], home, region


def test_what_is_left_out_stands_on_the_page(client: FlaskClient) -> None:
    words = notice_text(client, "/clusters?region=FR10&organisation=1")
    assert "which can only be chosen for Lombardy; for Île-de-France it is left out" in words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_filter_of_another_regions_pack_is_said_with_the_way_there(
    client: FlaskClient, data: Data, lang: str
) -> None:
    asked = list(offered_elsewhere(data))
    assert {name for name, *_ in asked} == set(PACK_ONLY)
    for index, (name, value, home, region) in enumerate(asked):
        tab = TABS[index % len(TABS)]
        words = sentences(client, f"/{tab}?{name}={quote(value)}&region={region}&lang={lang}", data)
        assert name_of(data, home, lang) in words, (name, region)
        assert name_of(data, region, lang) in words, (name, region)
        link = re.search(r'href="([^"]*)"', words)
        assert link
        there = from_url(*split_address(link[1]), data)
        assert (there.tab, there.region) == (tab, home)
        assert query_value(getattr(there, name)) == value
        assert sentences(client, link[1], data) == ""


@pytest.mark.parametrize("name", sorted({*QUERY} - {"form", "year", "second"}))
@pytest.mark.parametrize("region", ["ITC4", "DE30"])
def test_a_choice_is_shown_or_said_to_be_left_out(data: Data, name: str, region: str) -> None:
    """`form`, `year` and `second` depend on what else is shown and have rules of their own."""
    values = ("2.5",) if name in RANGES else choices(data)[name]
    for tab in TABS:
        for value in {values[0], values[len(values) // 2], values[-1]} - {"", DEFAULTS[name]}:
            query = f"{name}={quote(value)}" + ("" if name == "region" else f"&region={region}")
            chosen = from_url(f"/{tab}", query, data)
            is_shown = query_value(getattr(chosen, name)) == value and (
                name not in PACK_ONLY or value in pack_values(name, data, chosen.region)
            )
            found = [*not_understood(query, data, tab), *left_out(f"/{tab}", query, data)]
            assert bool(found) != (is_shown and part_is_here(name, value, tab)), (tab, query)


def part_is_here(name: str, value: str, tab: str) -> bool:
    return name != "part" or value in (*VIEWS[tab], ALL)


@pytest.mark.parametrize("tab", TABS)
def test_a_form_that_no_chart_of_the_part_has_is_said(client: FlaskClient, data: Data, tab: str) -> None:
    for part in (*VIEWS[tab], ALL):
        own = VIEW_TABS[tab].forms_of(part)
        for form in FORMS:
            words = sentences(client, f"/{tab}?part={part}&form={form}", data)
            assert (f"form={form}" in words) == (form not in own), (tab, part, form)


@pytest.mark.parametrize("tab", TABS)
def test_no_link_between_parts_leads_to_a_notice(data: Data, tab: str) -> None:
    for form in FORMS:
        for part in (*VIEWS[tab], ALL):
            chosen = Selection(tab=tab, part=part, form=form)
            for link in part_links(VIEW_TABS[tab], data, chosen):
                assert left_out(*split_address(link.to_plotly_json()["props"]["href"]), data) == ()


def test_more_of_a_list_than_it_holds_and_one_thing_twice_are_said(client: FlaskClient, data: Data) -> None:
    codes = [code for code in choices(data)["others"] if code != DEFAULT_REGION][: MOST + 2]
    words = sentences(client, f"/compare?others={','.join(codes)}", data)
    assert f"({codes[MOST]}) and" in words
    assert f"({codes[MOST - 1]})" not in words
    assert sentences(client, f"/compare?others={','.join(codes[:MOST])}", data) == ""
    for code in list(data.indicators)[:3]:
        shown = from_url("/compare", f"indicator={code}&second={code}", data).second
        words = sentences(client, f"/compare?indicator={code}&second={code}", data)
        assert str(data.indicators[shown].title["en"]) in words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_year_without_any_value_is_said_with_those_that_have_some(
    client: FlaskClient, data: Data, lang: str
) -> None:
    for tab in ("economy", "compare"):
        for code in list(data.indicators)[::8]:
            years = set(data.values[code]["year"])
            for year in (2000, 2012, max(years), 2030):
                words = sentences(client, f"/{tab}?indicator={code}&year={year}&lang={lang}", data)
                assert bool(words) == (year not in years), (tab, code, year)
                assert year in years or {str(year), str(min(years)), str(max(years))} <= set(
                    re.findall(r"\d{4}", words)
                )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["region", "others", "mark"])
def test_a_place_that_is_no_region_here_is_said_with_what_to_do(
    client: FlaskClient, data: Data, name: str, lang: str
) -> None:
    asked = dict(nuts.DIVIDED_INTO)
    asked |= {code: (region,) for code, region in list(nuts.RECODED.items())[::7]}
    for code, regions in asked.items():
        if code in data.regions.index:
            continue
        words = sentences(client, f"/compare?{name}={code}&lang={lang}", data)
        for region in regions:
            assert f"{name_of(data, region, lang)} ({region})" in words, code
        assert 'href="/find' in words, code
    for country in nuts.NEIGHBOURS:
        for code in (country, f"{country}01"):
            words = sentences(client, f"/compare?{name}={code}&lang={lang}", data)
            assert country_name(country, lang) in words, code
            assert 'href="/' in words, code
            assert 'href="/find' not in words, code
