"""Every Selection survives its URL, and no URL fails."""

from dataclasses import fields
from urllib.parse import quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.layout.control_choices import option_list
from components.layout.masthead import tab_links
from components.state.address_faults import not_understood
from components.state.selection import (
    DEFAULTS,
    MOST,
    QUERY,
    RANGES,
    TABS,
    Selection,
    choices,
    from_url,
    parse_value,
    to_url,
)
from components.views import TABS as VIEWS
from data import Data
from tests.own_data import DATA


def possible_values(name: str) -> st.SearchStrategy:
    """Every value one field may have."""
    if name == "tab":
        return st.sampled_from(TABS)
    if name in RANGES:
        return st.integers(int(RANGES[name][0] * 10), int(RANGES[name][1] * 10)).map(lambda tenth: tenth / 10)
    allowed = choices(DATA)[name]
    if isinstance(DEFAULTS[name], tuple):
        return (
            st.lists(st.sampled_from(allowed), unique=True, max_size=MOST).map(tuple)
            if allowed
            else st.just(())
        )
    return st.sampled_from(allowed)


SELECTIONS = st.builds(Selection, **{field.name: possible_values(field.name) for field in fields(Selection)})


@given(SELECTIONS)
def test_every_selection_survives_its_url(chosen: Selection) -> None:
    url = to_url(chosen)
    path, _, query = url.partition("?")
    assert from_url(path, query, DATA) == chosen
    assert len(url.encode()) < 4000


@given(st.text(max_size=60), st.dictionaries(st.sampled_from([*QUERY, "nonsense"]), st.text(max_size=40)))
def test_a_url_that_makes_no_sense_shows_the_default(path: str, words: dict[str, str]) -> None:
    query = "&".join(f"{name}={value}" for name, value in words.items())
    chosen = from_url(path, query, DATA)
    assert from_url(f"/{chosen.tab}", to_url(chosen).partition("?")[2], DATA) == chosen


@given(SELECTIONS, st.sampled_from(tuple(DATA.indicators)))
def test_the_second_indicator_is_never_the_first(chosen: Selection, code: str) -> None:
    for state in (
        chosen,
        chosen.but(indicator=code, second=code),
        from_url("/compare", f"indicator={code}", DATA),
        from_url("/compare", f"second={code}", DATA),
        from_url("/compare", f"indicator={code}&second={code}", DATA),
    ):
        assert state.second != state.indicator
        assert state.second in choices(DATA)["second"]
    others = [item["value"] for item in option_list("second", DATA, chosen) if not item.get("disabled")]
    assert sorted(others) == sorted(set(DATA.indicators) - {chosen.indicator})


@given(SELECTIONS)
def test_what_is_chosen_survives_a_change_of_view(chosen: Selection) -> None:
    hrefs = [link.to_plotly_json()["props"]["href"] for link in tab_links(chosen.but(lq=2.0))]
    links = [from_url(parts.path, parts.query, DATA) for parts in map(urlsplit, hrefs)]
    assert [link.tab for link in links] == list(TABS)
    for link in links:
        seen = chosen.but(tab=link.tab, part="overview", form="", lq=2.0)
        assert link.but(mark=seen.mark) == seen
        assert link.mark == (seen.mark if VIEWS[link.tab].bar else "")


def test_every_default_is_a_choice(data: Data) -> None:
    for name in QUERY:
        if name in RANGES or isinstance(DEFAULTS[name], tuple):
            continue
        assert DEFAULTS[name] in choices(data)[name], name


def test_the_default_has_the_shortest_url() -> None:
    assert to_url(Selection()) == f"/{TABS[0]}"


@given(st.lists(st.sampled_from(sorted(choices(DATA)["region"])), min_size=2, max_size=5))
def test_a_word_that_stands_twice_in_a_query_means_its_first_mention(codes: list[str]) -> None:
    query = "&".join(f"region={code}" for code in codes)
    assert from_url("/economy", query, DATA).region == codes[0]


@given(st.lists(st.sampled_from(sorted(choices(DATA)["others"])), unique=True, min_size=11, max_size=20))
def test_a_list_in_a_query_is_read_up_to_its_tenth(codes: list[str]) -> None:
    assert from_url("/compare", "others=" + ",".join(codes), DATA).others == tuple(codes[:10])


@pytest.mark.parametrize("name", RANGES)
def test_a_number_outside_its_bounds_is_the_default(name: str) -> None:
    least, most = RANGES[name]
    for value in (least, most):
        assert getattr(from_url("/compare", f"{name}={value:g}", DATA), name) == value
    for value in (least - 0.01, most + 0.01, most * 10, 1e9, float("inf"), float("-inf"), float("nan")):
        assert getattr(from_url("/compare", f"{name}={value}", DATA), name) == DEFAULTS[name], value


def test_every_choice_is_understood_in_small_and_in_capital_letters(data: Data) -> None:
    for name, allowed in choices(data).items():
        for word in allowed:
            for written in (word.lower(), word.upper(), word):
                wanted = (word,) if isinstance(DEFAULTS[name], tuple) else word
                assert parse_value(name, written, data) == wanted, (name, written)


def test_an_address_in_small_letters_is_the_same_screen(data: Data) -> None:
    assert from_url("/economy", "region=de21&lang=IT", data) == Selection(region="DE21", lang="it")
    assert from_url("/compare", "others=fr10,LU00", data).others == ("FR10", "LU00")


@given(SELECTIONS)
def test_every_selection_is_understood_whole(chosen: Selection) -> None:
    assert not_understood(to_url(chosen).partition("?")[2], DATA) == {}


@pytest.mark.parametrize("name", QUERY)
def test_what_is_no_choice_of_a_field_is_named(name: str) -> None:
    for text in ("no-such-thing", "<b>", "ITC4X", "1e9"):
        assert not_understood(f"{name}={quote(text)}", DATA) == {name: text}
    assert not_understood(f"{name}=&nonsense=1", DATA) == {}


def test_of_a_list_only_the_unknown_words_are_named() -> None:
    assert not_understood("others=FR10,XX,de21,YY", DATA) == {"others": "XX,YY"}
