"""What the address asked for in vain, said on the page. Knows no request."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from components.charts import naming
from components.i18n.text import LANGUAGES, say
from components.layout.find.box import FIND
from components.layout.find.entries import PLACES
from components.layout.find.match import LONGEST_QUERY, matches
from components.layout.page_urls import page_url
from components.render import markup
from components.state.selection import Selection
from data import Data

LONGEST = 30
REGIONS = ("region", "others", "mark")
LEADING = ("region", *PLACES)
ID = "notice"


def notice(faults: Mapping[str, str], data: Data, chosen: Selection) -> Component | None:
    """A quiet box with one sentence for each fault; none without faults.

    `faults` come from `components.state.address_faults.not_understood`.
    Whoever asked for an unknown language may not read the one that is shown: then every sentence stands in all.
    assets/regioscope.js empties the box at the reader's next choice.
    """
    if not faults:
        return None
    languages = LANGUAGES if "lang" in faults else (chosen.lang,)
    sentences = [
        html.P(
            [sentence(name, text, data, chosen, language), " ", way_on(name, text, data, chosen, language)],
            lang=language,
        )
        for language in languages
        for name, text in faults.items()
    ]
    return markup.Words(
        children=markup.html_of(sentences), name=ID, tag="div", className="notice", role="status"
    )


def way_on(name: str, text: str, data: Data, chosen: Selection, language: str) -> Component | None:
    """A link to the regions that what was asked for leads to: a country, a NUTS 1 region, an earlier code, a town."""
    if name not in REGIONS:
        return None
    fitting = [entry for entry in matches(text, data) if entry.kind in LEADING]
    found = {code for entry in fitting for code in entry.leads or (entry.key,)}
    if not found:
        return None
    words = say("notice.way", language, asked=quotable_text(text), count=len(found))
    return html.A(words, href=page_url(FIND, chosen, q=text[:LONGEST_QUERY]))


def sentence(name: str, text: str, data: Data, chosen: Selection, language: str) -> str:
    """What one field asked for, that it does not exist, and what is shown instead."""
    asked = quotable_text(text)
    if name == "region":
        region = naming.name_of(data, chosen.region, language)
        return say("notice.region", language, asked=asked, region=region)
    if name == "lang":
        return say("notice.lang", language, asked=asked)
    return say("notice.other", language, asked=quotable_text(f"{name}={text}"))


def quotable_text(text: str) -> str:
    """A stranger's text as it may stand in a sentence: printable, on one line, short."""
    plain = "".join(letter for letter in text if letter.isprintable())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"
