"""A talk's pages, its slides as JSON, its place on the server, its QR codes."""

import html
import json
import re
import time

import pytest
from flask.testing import FlaskClient

from components.charts.naming import publisher_name
from components.i18n.text import LANGUAGES
from components.state.selection import TABS, Selection
from components.talks import pages as present
from components.talks.stories import stories
from components.views import CHARTS
from data import Data
from serving import talks
from serving.talks import FURTHEST


@pytest.fixture(autouse=True)
def _room(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("RUNTIME", str(tmp_path))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_slide_can_be_read_without_a_script(client: FlaskClient, data: Data, lang: str) -> None:
    for name, story in stories(data).items():
        for number, slide in enumerate(story.slides, start=1):
            page = client.get(f"/present/{name}/{number}?lang={lang}").text
            assert slide.headline[lang].split("'")[0] in page
            assert f'<html lang="{lang}"' in page
            assert 'class="from"' in page


def test_what_does_not_exist_is_404(client: FlaskClient) -> None:
    for path in ("/present/rome/1", "/present/milan/0", "/present/milan/99", "/slide/economy.none.json"):
        assert client.get(path).status_code == 404, path


def test_a_story_begins_at_its_first_slide(client: FlaskClient) -> None:
    answer = client.get("/present/milan?lang=it")
    assert (answer.status_code, answer.location) == (302, "/present/milan/1?lang=it")


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_is_a_slide(client: FlaskClient, chart: str) -> None:
    got = client.get(f"/slide/{chart}.json?lang=it&region=ITH5").json
    assert got is not None
    assert got["query"] == "region=ITH5"
    assert bool(got["figure"]) != bool(got["html"])
    assert 'data-set="region"' in got["controls"]


@pytest.mark.parametrize("tab", TABS)
def test_a_chart_without_anything_for_the_region_is_passed_over_and_keeps_its_address(
    client: FlaskClient, tab: str
) -> None:
    page = client.get(f"/present/{tab}/1?region=BG34&lang=it").text
    found = re.search(r'id="talk">(.*?)</script>', page)
    assert found is not None
    slides = json.loads(found[1])["slides"]
    pieces = [client.get(f"/slide/{slide['chart']}.json?region=BG34").json for slide in slides]
    assert [slide["covered"] for slide in slides] == [piece["covered"] for piece in pieces if piece]
    sequence = [at for at, slide in enumerate(slides, start=1) if slide["covered"]]
    assert sequence
    for at, piece in enumerate(pieces, start=1):
        assert piece is not None
        assert piece["figure"] or at in sequence or "<table" not in piece["html"], slides[at - 1]["chart"]
        text = client.get(f"/present/{tab}/{at}?region=BG34&lang=it").text
        after = next((other for other in sequence if other > at), None)
        way = f'href="/present/{tab}/{after}?lang=it&amp;region=BG34" rel="next"'
        assert (way in text) == (after is not None), (tab, at)


@pytest.mark.parametrize("chart", CHARTS)
def test_a_slide_names_three_sources_in_full_or_all_of_them_in_short(data: Data, chart: str) -> None:
    chosen = Selection(tab=chart.partition(".")[0])
    cited = CHARTS[chart](data, chosen).cited
    piece = present.slide_contents(chart, data, chosen)
    assert piece["source"].count("href=") <= 3
    for citation in cited:
        assert publisher_name(citation.source.publisher, "en") in html.unescape(piece["source"])


def test_the_audiences_page_holds_no_notes(client: FlaskClient) -> None:
    aside = "Ask each table to note one number"
    assert aside not in client.get("/present/milan/1").text
    assert aside in client.get("/present/milan/notes").text


def test_a_talk_is_moved_by_its_key_alone_and_the_later_move_counts(client: FlaskClient) -> None:
    begun = client.post("/talks", json={"key": "", "story": "milan"}).json
    assert begun is not None
    move = {"slide": 7, "query": "lq=1.8", "stamp": 3, "key": begun["key"]}
    assert client.put(f"/talks/{begun['id']}", json=move).json == {"slide": 7, "query": "lq=1.8", "stamp": 3}
    late = client.put(f"/talks/{begun['id']}", json={**move, "slide": 2, "stamp": 2}).json
    assert late == {"slide": 7, "query": "lq=1.8", "stamp": 3}
    stranger = client.put(f"/talks/{begun['id']}", json={**move, "stamp": 9, "key": "x" * 32})
    assert stranger.status_code == 403
    assert client.get(f"/talks/{begun['id']}").json == {"slide": 7, "query": "lq=1.8", "stamp": 3}


@pytest.mark.parametrize("stamp", [FURTHEST + 1, 1000, 10**6, 10**9 - 1])
def test_a_stamp_cannot_jump_and_lock_the_others_out(client: FlaskClient, stamp: int) -> None:
    begun = client.post("/talks", json={"key": "", "story": "milan"}).json or {}
    move = {"slide": 7, "query": "", "stamp": 1, "key": begun["key"]}
    client.put(f"/talks/{begun['id']}", json=move)
    jump = client.put(f"/talks/{begun['id']}", json={**move, "slide": 9, "stamp": stamp + 1})
    assert jump.status_code == 409
    assert jump.json == {"slide": 7, "query": "", "stamp": 1}
    other = client.put(f"/talks/{begun['id']}", json={**move, "slide": 3, "stamp": 2}).json
    assert other == {"slide": 3, "query": "", "stamp": 2}
    assert client.put(f"/talks/{begun['id']}", json={**move, "stamp": 2 + FURTHEST}).status_code == 200


def test_a_key_that_was_kept_brings_its_talk_back(client: FlaskClient) -> None:
    begun = client.post("/talks", json={"key": "", "story": "milan"}).json or {}
    client.put(f"/talks/{begun['id']}", json={"slide": 4, "query": "", "stamp": 1, "key": begun["key"]})
    again = client.post("/talks", json={"key": begun["key"], "story": "milan"}).json
    assert again == {**begun, "slide": 4, "stamp": 1}


@pytest.mark.parametrize(
    "body",
    [
        None,
        {},
        {"slide": 1},
        {"slide": 0, "query": "", "stamp": 1, "key": "x" * 20},
        {"slide": "1", "query": "", "stamp": 1, "key": "x" * 20},
        {"slide": 1, "query": "q" * 3000, "stamp": 1, "key": "x" * 20},
        {"slide": 1, "query": "", "stamp": 1, "key": "x" * 20, "more": 1},
    ],
)
def test_a_move_that_is_none_is_400(client: FlaskClient, body: object) -> None:
    assert client.put("/talks/aaaaaaaa", json=body).status_code == 400


def test_only_so_many_talks_are_kept(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talks, "MOST", 3)
    ids = [(client.post("/talks", json={"key": "", "story": "milan"}).json or {})["id"] for _ in range(6)]
    assert sum(client.get(f"/talks/{item}").status_code == 200 for item in ids) <= 3


def test_a_talks_number_is_no_way_into_the_folder(client: FlaskClient) -> None:
    assert client.get("/talks/..%2f..%2fetc").status_code == 404
    assert client.get("/talks/AAAAAAAA").status_code == 404


def test_every_view_can_be_presented(client: FlaskClient) -> None:
    for tab in TABS:
        assert f'href="/present/{tab}/' in client.get(f"/{tab}").text


@pytest.mark.parametrize(
    "body", ["a" + ".a" * 30_000 + "=1", "[[slides]]\n" * 1_000, "x=" + "[" * 90_000, "\n" * 150_000]
)
def test_a_file_beyond_the_limits_is_a_400_with_one_sentence_and_is_never_parsed(
    client: FlaskClient, body: str
) -> None:
    begun = time.process_time()
    answer = client.post("/talk/check?lang=it", data=body)
    assert time.process_time() - begun < 0.5
    assert answer.status_code == 400
    assert [set(mistake) for mistake in (answer.json or {})["mistakes"]] == [{"line", "why"}]


def test_an_address_that_no_parser_takes_is_a_mistake_on_its_line(client: FlaskClient) -> None:
    body = 'title.en = "a"\n[[slides]]\nview = "//["\nchart = "economy.trend"\nheadline.en = "b"\n'
    answer = client.post("/talk/check", data=body)
    assert answer.status_code == 200
    assert [mistake["line"] for mistake in (answer.json or {})["mistakes"]] == [3]
