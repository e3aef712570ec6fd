"""`/` says what this is and has three doors and a map; addresses of views that began with `/` still lead to the view."""

import re

import pytest
from flask.testing import FlaskClient

from components.i18n.text import LANGUAGES, say
from data import Data


@pytest.mark.parametrize("lang", LANGUAGES)
def test_home_has_its_doors_and_every_region(client: FlaskClient, data: Data, lang: str) -> None:
    page = client.get(f"/?lang={lang}").text
    assert f"<h1>{say('home.title', lang)}</h1>".replace("'", "&#x27;") in page
    query = f"?lang={lang}" if lang != "en" else ""
    for address in ("/present", "/indicators", "/compare"):
        assert f'href="{address}{query}"' in page, address
    drawing = page[page.index('class="svg-map"') :].partition("</svg>")[0]
    listed = page[page.index('class="region-list"') :]
    level2 = data.regions[(data.regions["level"] == "nuts2") & (data.regions["nuts2024"].astype(int) == 1)]
    together = {item for several in data.shapes["nuts2_2024"].stands_for.values() for item in several}
    for code in level2.index:
        here = [drawing] if code not in together else []
        for part in (*here, listed):
            assert re.search(rf'href="/economy[^"]*region={code}\b', part) or code == "ITC4", code


def test_every_address_on_the_home_page_answers(client: FlaskClient) -> None:
    page = client.get("/").text
    addresses = set(re.findall(r'href="(/[^"#]*)', page))
    shown = sorted(
        item.replace("&amp;", "&")
        for item in addresses
        if not item.startswith("/static") and ("region=" not in item or "DE30" in item)
    )
    assert len(shown) > 10
    assert [item for item in shown if client.get(item).status_code != 200] == []


@pytest.mark.parametrize(
    "query", ["region=DE30", "region=DE30&lang=it", "indicator=gerd", "part=all", "region=nowhere"]
)
def test_an_older_address_leads_to_the_economic_profile(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/?{query}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/economy?{query}")


@pytest.mark.parametrize("query", ["", "lang=it", "theme=dark&lang=it", "utm=x"])
def test_language_and_theme_stay_at_home(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/?{query}")
    assert answer.status_code == 200
    assert 'class="doors"' in answer.text


def test_the_brand_of_a_view_leads_home(client: FlaskClient) -> None:
    assert '<a class="brand" href="/?lang=it">' in client.get("/economy?lang=it&region=DE30").text
    assert '<a class="brand" href="/">' in client.get("/indicators/gerd?region=DE30").text
