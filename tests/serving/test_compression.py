"""Answers of callbacks are packed in the way the browser likes best, and say the same in each."""

import gzip
import sys
from collections.abc import Callable
from typing import Any

import brotli
import pytest
from flask.testing import FlaskClient

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

OPEN: dict[str, Callable[[bytes], bytes]] = {
    "zstd": zstd.decompress,
    "br": brotli.decompress,
    "gzip": gzip.decompress,
}


@pytest.mark.parametrize(
    ("offered", "taken"),
    [("gzip, deflate, br, zstd", "zstd"), ("gzip, br", "br"), ("gzip", "gzip"), ("br, zstd;q=0", "br")],
)
def test_an_answer_is_packed_as_the_browser_can_read_it(
    client: FlaskClient, bodies: list[dict[str, Any]], offered: str, taken: str
) -> None:
    plain = client.post("/_dash-update-component", json=bodies[0])
    answer = client.post("/_dash-update-component", json=bodies[0], headers={"Accept-Encoding": offered})
    assert answer.headers["Content-Encoding"] == taken
    assert OPEN[taken](answer.data) == plain.data
    assert len(answer.data) < len(plain.data) / 3
