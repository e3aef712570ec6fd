"""Documents and layouts are made once, and a browser that has them is only told so."""

import gzip

import brotli
import pytest
from flask.testing import FlaskClient

ASKED = [
    ("/economy", {}),
    ("/compare?region=DE21&lang=it", {}),
    ("/_dash-layout", {"Referer": "http://localhost/economy"}),
    ("/_dash-layout", {"Referer": "http://localhost/clusters?theme=dark"}),
]
OPEN = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}


@pytest.mark.parametrize(("address", "headers"), ASKED)
def test_one_content_in_every_encoding(client: FlaskClient, address: str, headers: dict[str, str]) -> None:
    answers = {item: client.get(address, headers={**headers, "Accept-Encoding": item}) for item in OPEN}
    assert len({OPEN[encoding](answer.data) for encoding, answer in answers.items()}) == 1
    assert len({answer.headers["ETag"] for answer in answers.values()}) == len(OPEN)
    assert all(
        answer.headers.get("Content-Encoding", "identity") == encoding for encoding, answer in answers.items()
    )


@pytest.mark.parametrize(("address", "headers"), ASKED)
def test_who_has_it_is_told_so(client: FlaskClient, address: str, headers: dict[str, str]) -> None:
    first = client.get(address, headers=headers)
    again = client.get(address, headers={**headers, "If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
    assert first.headers["Cache-Control"] == "private, no-cache"


def test_the_same_address_of_another_page_is_another_layout(client: FlaskClient) -> None:
    tags = {
        client.get("/_dash-layout", headers={"Referer": f"http://localhost{page}"}).headers["ETag"]
        for page in (
            "/economy",
            "/economy?region=ITH5",
            "/economy?lang=it",
            "/clusters",
            "/economy?nonsense=1",
        )
    }
    assert len(tags) == 4


def test_what_does_not_exist_is_not_kept(client: FlaskClient) -> None:
    assert client.get("/nowhere").status_code == 404
    assert "ETag" not in client.get("/nowhere").headers
