"""What a pack calls an address becomes a link only where it is one of the web."""

from typing import Any

import pytest

from components.layout.pages.about_papers import link
from components.render.markup import html_of
from components.views.pack_charts import page_link, page_links

GOOD = ("https://example.org", "http://a-b.example.org:8080/x?y=1#z", "https://example.org/a/b")
BAD = (
    *(
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "https:/x",
        "//example.org",
        "http://[",
    ),
    *("www.example.org", "ask us", "https://", "https://a b", "vbscript:x", "/economy"),
)


@pytest.mark.parametrize("address", GOOD)
@pytest.mark.parametrize("write", [link, page_link, lambda address: page_link(address, short=False)])
def test_an_address_of_the_web_is_a_link(address: str, write: Any) -> None:
    assert f'href="{address}"' in html_of(write(address))


@pytest.mark.parametrize("address", BAD)
@pytest.mark.parametrize("write", [link, page_link, lambda address: page_link(address, short=False)])
def test_anything_else_is_text(address: str, write: Any) -> None:
    shown = html_of(write(address))
    assert "href" not in shown
    assert "example.org" not in address or "example.org" in shown


def test_pages_are_links_one_by_one() -> None:
    shown = html_of(page_links("https://example.org/a javascript:alert(1)", "en"))
    assert shown.count("href") == 1
