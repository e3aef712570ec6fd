"""The dashboard served at a path of another site: every address in every page, file and answer stays under that path,
and leads somewhere."""

import http.client
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import pytest

from bench.serve import rendering_output, serve
from components.layout import app_layout, content
from components.state.selection import ALL, DEFAULT_REGION, VIEWS, Selection, to_url
from components.views import CHARTS, TABS
from data import Data
from serving.routes import EVERYTHING, UNUSED
from tests import sample
from tests.serving.addresses import in_answer, texts

BASE = "/eu/regioscope"
PUBLIC = "http://talk.example"
STEP = 9  # files of every ninth chart
# What each rule with arguments is asked for; a rule without arguments is asked for as it stands.
PATHS: dict[str, list[str]] = {
    EVERYTHING: [f"/{tab}?part={part}" for tab, parts in VIEWS.items() for part in (*parts, ALL)],
    "/data/<name>.<any(csv, xlsx, 'about.txt'):kind>": [
        f"/data/{name}.{kind}?region=DE21"
        for name in list(CHARTS)[::STEP]
        for kind in ("csv", "xlsx", "about.txt")
    ],
    "/data/<name>.table": [f"/data/{name}.table" for name in list(CHARTS)[::STEP]],
    "/indicators/<code>": ["/indicators/gerd?region=EE00&lang=it", "/indicators/gdp"],
    "/indicators/<code>.<any(csv, xlsx, 'about.txt'):kind>": [
        f"/indicators/gerd.{kind}" for kind in ("csv", "xlsx", "about.txt")
    ],
    "/forms/<name>.<kind>.csv": [
        f"/forms/projects.{kind}.csv?lang=it" for kind in ("comma", "semicolon", "columns")
    ],
    "/present/<name>": ["/present/milan", "/present/economy?region=DE21"],
    "/present/<name>/<int:number>": [f"/present/{name}/2?lang=it" for name in ("milan", *TABS)],
    "/present/<name>/<int:number>.json": ["/present/milan/2.json"],
    "/present/<name>/<any(notes, print):kind>": ["/present/milan/notes", "/present/own/print"],
    "/slide/<chart>.json": [f"/slide/{name}.json" for name in CHARTS],
    "/shapes/<name>.geojson": ["/shapes/nuts2_2024.geojson"],
    "/reach.json": ["/reach.json?path=/present/milan/2"],
    "/qr.svg": ["/qr.svg?path=/economy"],
    "/talks/<talk>": ["/talks/abcdefgh"],
}
OTHERS = [
    "/find?q=gdp",
    "/economy/",
    "/nowhere",
    "/economy?lang=xx&region=XX00",
    "/economy?lang=it&theme=dark&region=PT20",
]
# An address of ours in a text that has not the prefix before it.
BARE = re.compile(
    rf"(?<![\w./:-])/(?:{'|'.join([*TABS, 'data', 'present', 'about', 'static', 'shapes', 'indicators', 'find', 'glossary', 'forms', 'factsheet'])})(?![\w-])"
)


@dataclass(frozen=True)
class Answer:
    """What came of a request."""

    status: int
    kind: str
    location: str
    link: str
    body: bytes


class OpenConnection:
    """A connection that stays open to a served dashboard."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.wire = http.client.HTTPConnection(urlsplit(site).netloc, timeout=60)

    def ask(self, path: str, body: Any = None, **headers: str) -> Answer:
        """Ask for a path of the host; a `body` is sent as JSON."""
        sent = None if body is None else json.dumps(body).encode()
        json_only = {"Content-Type": "application/json"} if sent else {}
        self.wire.request("POST" if sent else "GET", path, sent, {**json_only, **headers})
        got = self.wire.getresponse()
        kind, location, link = (got.headers[name] or "" for name in ("Content-Type", "Location", "Link"))
        return Answer(got.status, kind, location, link, got.read())


@pytest.fixture(scope="module")
def wire() -> Iterator[OpenConnection]:
    """The dashboard under a prefix as gunicorn serves it, alone."""
    settings = {"BASE_PATH": BASE.strip("/"), "PUBLIC": PUBLIC, "WORKERS": "1"}
    with serve("app:server", f"{BASE}/healthz", **settings) as server:
        wire = OpenConnection(server.site)
        yield wire
        wire.wire.close()


@pytest.fixture(scope="module")
def paths() -> list[str]:
    """Everything that can be asked for by GET, without the prefix."""
    from app import server

    rules = {rule.rule for rule in server.url_map.iter_rules() if "GET" in (rule.methods or ())}
    ours = {rule for rule in rules if not rule.startswith((*UNUSED, "/static/<"))}
    assert {rule for rule in ours if "<" in rule} - PATHS.keys() == set(), "say what to ask these rules for"
    return [path for rule in sorted(ours) for path in PATHS.get(rule, [rule])] + OTHERS


def is_outside(address: str, site: str, kind: str) -> bool:
    """Whether an address is one of this dashboard that has not the prefix, or is no address at all."""
    if (
        address.startswith((f"{BASE}/", f"{site}{BASE}/", f"{PUBLIC}{BASE}/", "#", "data:", "mailto:"))
        or not address
    ):
        return False
    own = (site, PUBLIC)
    beside = kind.startswith("text/css") and re.fullmatch(r"[\w.-]+", address)
    return not beside and not (re.match(r"https?://\w", address) and not address.startswith(own))


def dict_ids(value: Any) -> Iterator[dict[str, str]]:
    """Every id of several words in a layout."""
    if isinstance(value, dict) and isinstance(value.get("id"), dict):
        yield value["id"]
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from dict_ids(item)


def slots(output: str, ids: list[dict[str, str]]) -> list[Any]:
    """The outputs of a callback as the page writes them: behind a wildcard all that are on the screen."""
    found: list[Any] = []
    for name, _, prop in (item.rpartition(".") for item in output.strip(".").split("...")):
        if not name.startswith("{"):
            found.append({"id": name, "property": prop})
            continue
        pattern = json.loads(name)
        fits = [item for item in ids if item.keys() == pattern.keys()]
        found.append([{"id": item, "property": prop} for item in fits])
    return found


def callback(
    data: Data, output: str, ids: list[dict[str, str]], was: Selection, now: Selection
) -> dict[str, Any]:
    """What the page sends when a reader goes from one Selection to another and nobody knows what is on the screen."""
    address = {"url": to_url(now), "by": "late", "open": list(TABS[now.tab].charts)[:2]}
    unknown = replace(content.page_content(data, was), digests={})
    return {
        "output": output,
        "outputs": slots(output, ids),
        "inputs": [{"id": "address", "property": "data", "value": address}],
        "changedPropIds": ["address.data"],
        "state": [{"id": "drawn", "property": "data", "value": app_layout.screen_state(data, was, unknown)}],
    }


def answers(wire: OpenConnection, paths: Iterable[str], data: Data) -> Iterator[tuple[str, Answer]]:
    """Every page and file, and of every view its layout and its callback's answers: to another region, and to a reader
    who comes from another view."""
    for path in paths:
        yield path, wire.ask(BASE + path)
    output = rendering_output(wire.site + BASE)
    for tab in VIEWS:
        was, now = (Selection(tab=tab, part=ALL, region=region) for region in ("ES21", DEFAULT_REGION))
        layout = wire.ask(f"{BASE}/_dash-layout", Referer=wire.site + BASE + to_url(now))
        yield f"layout of {to_url(now)}", layout
        ids = list(dict_ids(json.loads(layout.body)))
        for before in (was, Selection(tab="s3" if tab != "s3" else "economy")):
            body = callback(data, output, ids if before == was else [], before, now)
            answer = wire.ask(f"{BASE}/_dash-update-component", body)
            assert answer.status == 200
            yield f"{to_url(before)} to {to_url(now)}", answer


@sample.EXTENT
def test_no_address_leaves_the_prefix_and_each_leads_somewhere(
    wire: OpenConnection, paths: list[str], data: Data, extent: str
) -> None:
    found: dict[str, str] = {}
    astray: list[tuple[str, str]] = []
    for name, answer in answers(wire, sample.some(paths, extent, 3), data):
        assert answer.status < 500, (name, answer)
        addresses = [
            *in_answer(answer.kind, answer.body),
            answer.location,
            *re.findall("<(.*?)>", answer.link),
        ]
        astray += [(name, item) for item in addresses if is_outside(item, wire.site, answer.kind)]
        astray += [
            (name, item[0]) for text in texts(answer.kind, answer.body) for item in BARE.finditer(text)
        ]
        found |= {
            item.partition("?")[0]: item.partition("#")[0] for item in addresses if item.startswith(BASE)
        }
    assert astray == []
    assert len(found) > 100
    lost = {address: wire.ask(address).status for address in sample.some(found.values(), extent, 7)}
    assert {address: status for address, status in lost.items() if status not in (200, 302, 308)} == {}


def test_the_codes_and_links_for_phones_carry_the_prefix(wire: OpenConnection) -> None:
    got = json.loads(wire.ask(f"{BASE}/reach.json?path=/present/milan/2").body)
    assert got["others"] == got["address"] == f"{PUBLIC}{BASE}/present/milan/2"
    assert wire.ask(got["picture"]).status == 200


@pytest.mark.parametrize("path", ["/?region=DE21", "/economy/", "/present/milan"])
def test_a_redirect_stays_under_the_prefix_whether_or_not_a_proxy_has_cut_it_off(
    wire: OpenConnection, path: str
) -> None:
    for asked in {BASE + path, path}:
        answer = wire.ask(asked)
        assert answer.status in (302, 308)
        assert answer.location.startswith(f"{BASE}/")
        assert wire.ask(answer.location).status == 200


def test_a_proxy_may_cut_the_prefix_off(wire: OpenConnection) -> None:
    for path in ("/economy?region=DE21", "/healthz", "/present/milan/2", "/data/economy.ranking.csv"):
        assert wire.ask(path).body == wire.ask(BASE + path).body
    assert wire.ask(f"{BASE}{BASE}/economy").status == 404
    assert wire.ask(f"{BASE}s/economy").status == 404
