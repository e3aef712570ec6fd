"""Every answer tells the browser to trust this host only, and tells nobody which versions run here."""

import re

import pytest
from flask.testing import FlaskClient

from components.state.selection import TABS

ADDRESSES = ("/", *(f"/{tab}" for tab in TABS), "/nowhere", "/_dash-layout", "/data/nothing.csv")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_has_the_policy(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    for directive in (
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
    ):
        assert directive in policy.split("; "), directive
    scripts = re.search(r"script-src ([^;]+)", policy)
    assert scripts
    assert "unsafe" not in scripts[1]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("address", [f"/{tab}" for tab in TABS])
def test_no_page_names_a_version(client: FlaskClient, address: str) -> None:
    text = client.get(address).get_data(as_text=True)
    assert not re.search(r'"(dash|python|plotly|ddk)_version(_url)?"', text)
    assert "Python/" not in text
    assert "gunicorn" not in text.lower()


@pytest.mark.parametrize(
    "address",
    ["/nowhere", "/economy/deeper", "/data/nothing.csv", "/assets/nothing.css", "/shapes/nothing.geojson"],
)
def test_an_unknown_address_is_a_404(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_root_leads_to_the_first_view_and_keeps_the_query(client: FlaskClient) -> None:
    answer = client.get("/?region=ITH5")
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith(f"/{TABS[0]}?region=ITH5")


def test_transport_security_is_asked_for_only_over_tls(client: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in client.get("/nowhere").headers
    assert "Strict-Transport-Security" in client.get("/nowhere", base_url="https://localhost").headers
