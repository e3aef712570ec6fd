"""Under which address others reach this host: never one that means the reader's own computer, never one where nobody
listens; and no key in an address."""

import re
import socket
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from components.state.selection import TABS
from serving import share_links

LOOPBACK = [
    "localhost:8050",
    "LOCALHOST",
    "localhost.",
    "talk.localhost",
    "127.0.0.1",
    "127.0.0.1:8050",
    "127.8.9.1:80",
    "127.1",
    "2130706433",
    "0x7f.1",
    "[::1]:8050",
    "[::1]",
    "[::ffff:127.0.0.1]:80",
    "0.0.0.0:8050",
    "[::]:8050",
]
ELSEWHERE = ["192.168.1.7:8050", "talk.lan", "regioscope.example:443", "[2001:db8::7]:8050", "10.0.0.1"]


@pytest.fixture(autouse=True)
def _no_public(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PUBLIC", raising=False)


@pytest.fixture
def listening() -> Iterator[int]:
    """A port on which somebody listens at this computer's address in the room."""
    with socket.create_server((share_links.in_the_room() or "127.0.0.1", 0)) as server:
        yield int(server.getsockname()[1])


@pytest.mark.parametrize("host", LOOPBACK)
def test_nothing_leads_to_this_computer_alone(client: FlaskClient, host: str) -> None:
    assert share_links.local(host)
    answer = client.get("/reach.json?path=/present/milan/3", base_url=f"http://{host}")
    got = answer.json or {"local": True, "others": "", "picture": ""}
    assert answer.status_code in (200, 400), "a host that is none is refused"
    assert (got["local"], got["others"], got["picture"]) == (True, "", "")
    assert client.get("/qr.svg?path=/present/milan/3", base_url=f"http://{host}").status_code in (400, 404)


@pytest.mark.parametrize("host", ELSEWHERE)
def test_the_address_by_which_readers_came_is_given_away(client: FlaskClient, host: str) -> None:
    assert not share_links.local(host)
    got = client.get("/reach.json?path=/present/milan/3", base_url=f"http://{host}").json or {}
    assert got["others"] == got["address"] == f"http://{host}/present/milan/3"
    assert got["local"] is False


def asked_on(client: FlaskClient, port: int, own: int) -> str:
    """What is offered to a reader who came by localhost to a server that listens on its `own` port."""
    got = client.get(
        "/reach.json?path=/economy",
        base_url=f"http://localhost:{port}",
        environ_overrides={"SERVER_PORT": str(own)},
    )
    return str((got.json or {})["others"])


def test_the_rooms_address_is_offered_only_where_this_server_listens(
    client: FlaskClient, listening: int
) -> None:
    room = share_links.in_the_room()
    expected = f"http://{room}:{listening}/economy" if room else ""
    assert asked_on(client, listening, listening) == expected
    assert asked_on(client, listening, 1) == ""
    with socket.create_server((room or "127.0.0.1", 0)) as gone:
        port = int(gone.getsockname()[1])
        assert share_links.accepts_connections(room or "127.0.0.1", port)
    assert not share_links.accepts_connections(room or "127.0.0.1", port)
    assert asked_on(client, port, port) == ""


@pytest.mark.parametrize(
    ("public", "others"),
    [
        ("http://talk.lan/", "http://talk.lan/economy"),
        ("https://talk.lan/regioscope/", "https://talk.lan/regioscope/economy"),
        ("talk.lan:8050", "http://talk.lan:8050/economy"),
        ("http://localhost:8050", ""),
        ("http://[", ""),
        ("  ", ""),
    ],
)
def test_the_public_address_wins_unless_it_leads_nowhere(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, public: str, others: str
) -> None:
    monkeypatch.setenv("PUBLIC", public)
    got = client.get("/reach.json?path=/economy", base_url="http://127.0.0.1:8050").json or {}
    assert got["others"] == others
    assert got["local"] is not bool(others)


def test_a_code_leads_nowhere_but_here(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC", "http://talk.lan")
    for path in (
        "//elsewhere.example",
        "https://elsewhere.example",
        "/present//x",
        "/healthz",
        "/economyx",
        "",
    ):
        assert client.get("/qr.svg", query_string={"path": path}).status_code == 404, path
    drawn = client.get("/qr.svg?path=/present/milan/3")
    assert drawn.mimetype == "image/svg+xml"
    assert re.match(r"<svg[^>]* viewBox=", drawn.text)


def test_a_code_leads_to_every_page_that_a_reader_opens(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLIC", "http://talk.lan")
    rules = [rule.rule for rule in client.application.url_map.iter_rules() if "GET" in (rule.methods or ())]
    answers = {rule: client.get(rule) for rule in rules if "<" not in rule}
    plain = [rule for rule, got in answers.items() if (got.status_code, got.mimetype) == (200, "text/html")]
    assert {"/", "/find", "/indicators", "/glossary"} < set(plain)
    for path in (*plain, *(f"/{tab}" for tab in TABS), "/find?q=GDP", "/indicators/gdp", "/present/milan/3"):
        assert client.get("/qr.svg", query_string={"path": path}).status_code == 200, path


def test_no_key_stands_in_an_address(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC", "http://talk.lan")
    path, key = "/present/milan/notes", "k" * 32
    for address in ("/qr.svg", "/reach.json"):
        for wrong in (f"{path}#key={key}", f"{path}#a&key={key}"):
            assert client.get(address, query_string={"path": wrong}).status_code == 404
    got = client.post("/reach.json", json={"path": path, "key": key}).json or {}
    assert (got["others"], got["picture"]) == (f"http://talk.lan{path}", "")
    assert got["code"] == share_links.qr(f"http://talk.lan{path}#key={key}")


@pytest.mark.parametrize(
    "body", [None, [], {}, {"path": "/present/milan/notes"}, {"path": "/economy", "key": "<svg>"}]
)
def test_an_invitation_that_is_none_is_400(client: FlaskClient, body: object) -> None:
    assert client.post("/reach.json", json=body).status_code == 400


def test_the_way_to_the_room_is_found_without_sending_anything() -> None:
    assert not share_links.local(share_links.in_the_room() or "192.168.1.1")
