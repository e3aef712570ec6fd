"""An address that asks for what does not exist says so on the page that is shown instead."""

import html
import json
import re

import pytest
from flask.testing import FlaskClient

from components.layout.notice import LONGEST
from components.state.selection import (
    QUERY,
    TABS,
)
from tests.serving.notices import BOX, notice_text

BESIDE = (
    *("/about", "/accessibility", "/present", "/present/milan/1", "/present/milan/notes"),
    *("/present/milan/print", "/present/own/1", "/present/economy/2", "/talk", "/room-check"),
)


@pytest.mark.parametrize("tab", TABS)
def test_an_unknown_region_is_named_and_so_is_the_one_shown(client: FlaskClient, tab: str) -> None:
    assert "no NUTS 2 region “XX99” here; Lombardy is shown" in notice_text(client, f"/{tab}?region=XX99")
    assert "nessuna regione NUTS 2 «XX99»; viene mostrata la Lombardia" in html.unescape(
        notice_text(client, f"/{tab}?region=XX99&lang=it")
    )


@pytest.mark.parametrize("path", [*(f"/{tab}" for tab in TABS), *BESIDE])
def test_an_unknown_language_is_said_in_both(client: FlaskClient, path: str) -> None:
    words = html.unescape(notice_text(client, f"{path}?lang=xx"))
    assert "no language “xx” here; the page is in English" in words
    assert "Qui non c'è la lingua «xx»" in words
    assert ('lang="en"' in words, 'lang="it"' in words) == (True, True)


@pytest.mark.parametrize("name", QUERY)
def test_whatever_a_view_cannot_show_is_said(client: FlaskClient, name: str) -> None:
    assert "no-such" in notice_text(client, f"/compare?{name}=no-such")


@pytest.mark.parametrize("path", [*(f"/{tab}" for tab in TABS), *BESIDE])
def test_a_good_address_has_no_notice(client: FlaskClient, path: str) -> None:
    for query in ("", "?lang=it", "?lang=IT&theme=dark", "?utm_source=letter"):
        assert notice_text(client, path + query) == ""


@pytest.mark.parametrize("path", ["/indicators", "/indicators/gerd"])
def test_a_page_that_shows_a_region_says_which_it_could_not(client: FlaskClient, path: str) -> None:
    assert "no NUTS 2 region “XX99” here; Lombardy is shown" in notice_text(client, f"{path}?region=XX99")
    assert notice_text(client, f"{path}?region=%20de30%20") == ""


def test_an_indicator_is_found_by_its_code_in_any_case(client: FlaskClient) -> None:
    answer = client.get("/indicators/GERD?lang=it")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/indicators/gerd?lang=it"


def test_pages_without_a_region_say_nothing_of_one(client: FlaskClient) -> None:
    for path in BESIDE:
        assert notice_text(client, f"{path}?region=XX99") == ""


def test_a_notice_is_nobody_elses(client: FlaskClient) -> None:
    for text in ("AAAA", "BBBB"):
        assert text in notice_text(client, f"/economy?region={text}")
        layout = client.get("/_dash-layout", headers={"Referer": f"http://localhost/economy?region={text}"})
        assert f"“{text}”" in json.dumps(layout.json, ensure_ascii=False)
    assert notice_text(client, "/economy") == ""


def test_a_strangers_text_is_quoted_short_and_plain(client: FlaskClient) -> None:
    words = notice_text(client, "/economy?region=%3Cscript%3E%E2%80%AE%0A" + "x" * 500)
    assert "“&lt;script&gt;x" in words
    assert "<script" not in words
    assert "\u202e" not in words
    assert "x" * (LONGEST + 1) not in words


@pytest.mark.parametrize("kind", ["csv", "xlsx", "about.txt"])
@pytest.mark.parametrize("query", ["region=XX99", "year=1850", "region=FR71&lang=it", "peers=many"])
def test_a_file_is_never_one_of_something_else(client: FlaskClient, kind: str, query: str) -> None:
    answer = client.get(f"/data/economy.trend.{kind}?{query}")
    assert answer.status_code == 404
    assert answer.mimetype == "text/plain"
    sentence = answer.get_data(as_text=True)
    assert query.partition("&")[0] in sentence
    assert len(sentence.splitlines()) == 1
    assert client.get(f"/data/economy.trend.{kind}?region=de30&utm_source=x").status_code == 200


@pytest.mark.parametrize("asked", ["DE", "DE2", "ITD3", "Allemagne", "Bergamo"])
def test_a_notice_of_what_leads_to_regions_has_a_link_to_them(client: FlaskClient, asked: str) -> None:
    box = BOX.search(client.get(f"/economy?region={asked}").text)
    assert box
    link = re.search(r'href="(/find[^"]*)"', box.group(1))
    assert link
    assert "data-hit" in client.get(html.unescape(link.group(1))).text
    assert "/find" not in BOX.search(client.get("/economy?region=XX99").text).group(0)  # type: ignore[union-attr]
