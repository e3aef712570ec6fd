"""The notice of an address, on its page and without it."""

import re

from flask.testing import FlaskClient

BOX = re.compile(r'<div[^>]*id="notice"[^>]*>(.*?)</div>', re.DOTALL)


def notice_text(client: FlaskClient, address: str) -> str:
    """The notice of a page in full, or ""."""
    answer = client.get(address)
    assert answer.status_code == 200
    found = BOX.search(answer.get_data(as_text=True))
    return found[1] if found else ""
