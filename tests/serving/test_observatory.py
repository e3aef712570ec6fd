"""The grade of Mozilla's HTTP Observatory, worked out here by its published rules: A+ from 115 on."""

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import Headers

from components.state.selection import TABS

BASE, A_PLUS, HALF_A_YEAR = 100, 115, 15_768_000
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
UNSAFE = {"'unsafe-inline'", "'unsafe-eval'", "data:", "*", "http:", "https:"}


def policy(headers: Headers) -> dict[str, set[str]]:
    """The content policy by directive."""
    parts = [item.split() for item in headers.get("Content-Security-Policy", "").split(";") if item.strip()]
    return {name: set(sources) for name, *sources in parts}


def of_policy(allowed: dict[str, set[str]]) -> int:
    """What the content policy is worth."""
    if not allowed:
        return -25
    scripts = allowed.get("script-src", allowed.get("default-src", {"*"}))
    if scripts & UNSAFE or allowed.get("object-src", allowed.get("default-src", {"*"})) & UNSAFE:
        return -20
    styles = allowed.get("style-src", allowed.get("default-src", {"*"}))
    if styles & UNSAFE:
        return 0
    return 10 if allowed.get("default-src") == {"'none'"} else 5


def of_transport(headers: Headers) -> int:
    """What HSTS is worth: nothing more than its absence costs, since preloading is the operator's step."""
    said = dict(
        part.strip().partition("=")[::2] for part in headers.get("Strict-Transport-Security", "").split(";")
    )
    return 0 if int(said.get("max-age", 0) or 0) >= HALF_A_YEAR else -20


def score(headers: Headers) -> int:
    """The score of an answer; its scripts are all of its own origin and it sets no cookie."""
    allowed = policy(headers)
    framed = 5 if allowed.get("frame-ancestors") == {"'none'"} else 0 if "X-Frame-Options" in headers else -20
    sniffed = 0 if headers.get("X-Content-Type-Options") == "nosniff" else -5
    referrer = 5 if headers.get("Referrer-Policy") in PRIVATE else 0
    shared = 10 if headers.get("Cross-Origin-Resource-Policy") in ("same-origin", "same-site") else 0
    return BASE + of_policy(allowed) + of_transport(headers) + framed + sniffed + referrer + shared


@pytest.mark.parametrize(
    "address", [*(f"/{tab}" for tab in TABS), "/present/milan/1", "/accessibility", "/about", "/nowhere"]
)
def test_every_page_has_the_best_grade_behind_tls(client: FlaskClient, address: str) -> None:
    answer = client.get(address, base_url="https://localhost")
    assert "Set-Cookie" not in answer.headers
    assert score(answer.headers) >= A_PLUS


def test_a_grade_falls_when_anything_is_lost(client: FlaskClient) -> None:
    best = client.get("/economy", base_url="https://localhost").headers
    for name in (
        "Content-Security-Policy",
        "Strict-Transport-Security",
        "Cross-Origin-Resource-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
    ):
        less = Headers(best)
        less.remove(name)
        assert score(less) < score(best), name
