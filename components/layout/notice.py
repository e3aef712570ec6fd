"""The notice of what an address asks for and the page cannot show."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.charts import naming
from components.i18n.country_names import country_name
from components.i18n.text import LANGUAGES, has_words, listing, say
from components.layout import left_out
from components.layout.control_choices import label
from components.layout.find import places
from components.layout.find.box import FIND
from components.layout.find.entries import PLACES, normal
from components.layout.find.match import LONGEST_QUERY, matches
from components.layout.selection_bar import field_name
from components.render import markup
from components.state.address_faults import UNKNOWN, Fault
from components.state.page_urls import home_url, page_url
from components.state.selection import MOST, Selection, to_url
from data import Data

LONGEST = 30
REGIONS = ("region", "others", "mark")
LEADING = ("region", *PLACES)
ID = "notice"


def notice(faults: Sequence[Fault], data: Data, chosen: Selection) -> Component | None:
    """A quiet box with a paragraph for each fault; none without faults.

    Whoever asked for an unknown language may not read the one that is shown: then every sentence stands in all.
    assets/regioscope.js empties the box at the reader's next choice.
    """
    if not faults:
        return None
    asked_language = any(fault.field == "lang" for fault in faults)
    languages = LANGUAGES if asked_language else (chosen.lang,)
    sentences = [
        html.P(paragraph(fault, data, chosen.but(lang=language)), lang=language)
        for language in languages
        for fault in faults
    ]
    return markup.Words(
        children=markup.html_of(sentences), name=ID, tag="div", className="notice", role="status"
    )


def paragraph(fault: Fault, data: Data, chosen: Selection) -> list[Component | str]:
    """What is asked for and what is shown instead; of a place, what it is; and a link to what was probably meant."""
    sentences: list[Component | str] = [sentence(fault, data, chosen)]
    if fault.reason == left_out.FOREIGN:
        sentences += ways_to_packs(fault, data, chosen)
    elif fault.field in REGIONS and fault.reason == UNKNOWN:
        for word in dict.fromkeys(fault.text.split(",")):
            sentences += place_sentences(word, data, chosen.lang)
            sentences += way_on(word, data, chosen)
    return [item for text in sentences for item in (text, " ")][:-1]


def sentence(fault: Fault, data: Data, chosen: Selection) -> str:
    """What one field asked for, why it cannot be, and what is shown instead."""
    language = chosen.lang
    quoted = quotable_text(fault.text)
    if fault.reason != UNKNOWN:
        return left_out_sentence(fault, data, chosen)
    if fault.field == "region":
        region = naming.name_of(data, chosen.region, language)
        return say("notice.region", language, asked=quoted, region=region)
    if fault.field == "lang":
        return say("notice.lang", language, asked=quoted)
    return say("notice.other", language, asked=quotable_text(f"{fault.field}={fault.text}"))


def left_out_sentence(fault: Fault, data: Data, chosen: Selection) -> str:
    """Why something that exists is not shown."""
    language = chosen.lang
    blanks: dict[str, object] = {
        "asked": fault.text if fault.reason == left_out.YEAR else choice_text(fault, data, language),
        "region": naming.name_of(data, chosen.region, language),
    }
    if fault.reason == left_out.FOREIGN:
        homes = left_out.regions_with(fault, data)
        blanks["homes"] = listing([naming.name_of(data, home, language) for home in homes], language)
    if fault.reason == left_out.SURPLUS:
        blanks["most"] = MOST
    if fault.reason == left_out.SAME:
        blanks["shown"] = str(data.indicators[chosen.second].title[language])
    if fault.reason == left_out.YEAR:
        years = data.values[chosen.indicator]["year"]
        blanks |= {
            "indicator": str(data.indicators[chosen.indicator].title[language]),
            "first": int(years.min()),
            "last": int(years.max()),
        }
    return say(f"notice.{fault.reason}", language, **blanks)


def choice_text(fault: Fault, data: Data, language: str) -> str:
    """A choice as its control calls it: "Organisation: 1 AFIL"; as the address has it where no control has a name."""
    if not has_words(f"control.{fault.field}"):
        return quotable_text(f"{fault.field}={fault.text}")
    home = next(iter(left_out.regions_with(fault, data)), "") if fault.reason == left_out.FOREIGN else ""
    names = [label(fault.field, value, data, language, home) for value in fault.text.split(",")]
    return say("chip", language, name=field_name(fault.field, language), value=listing(names, language))


def ways_to_packs(fault: Fault, data: Data, chosen: Selection) -> list[Component | str]:
    """The same page for each region that has the filter."""
    return [
        html.A(
            say("notice.foreign.way", chosen.lang, region=naming.name_of(data, home, chosen.lang)),
            href=to_url(chosen.but(region=home)),
        )
        for home in left_out.regions_with(fault, data)
    ]


def place_sentences(text: str, data: Data, language: str) -> list[Component | str]:
    """What a place is that is no region here: in a country beside the Union, or a code of an earlier NUTS."""
    quoted, country = quotable_text(text), places.foreign_country(text)
    if country:
        members, name = data.regions["level"].eq("country").sum(), country_name(country, language)
        return [say("notice.abroad", language, asked=quoted, country=name, members=members)]
    place = places.former_code(text)
    if place is None:
        return []
    names = [
        say("search.region", language, name=naming.name_of(data, code, language), code=code)
        for code in place[2]
    ]
    key = "notice.former" if len(names) == 1 else "notice.divided"
    return [say(key, language, asked=quoted, regions=listing(names, language))]


def way_on(text: str, data: Data, chosen: Selection) -> list[Component | str]:
    """A link to the regions that what was asked for leads to: a country, a NUTS 1 region, an earlier code, a town; else
    to the list of all regions."""
    leading = [entry for entry in matches(text, data) if entry.kind in LEADING]
    exact = [entry for entry in leading if normal(text) in (entry.code, *entry.names)]
    fitting = [] if places.foreign_country(text) else exact or leading
    found = {code for entry in fitting for code in entry.leads or (entry.key,)}
    if not found:
        return [html.A(say("notice.all", chosen.lang), href=home_url(chosen))]
    words = say("notice.way", chosen.lang, asked=quotable_text(text), count=len(found))
    return [html.A(words, href=page_url(FIND, chosen, q=text[:LONGEST_QUERY]))]


def quotable_text(text: str) -> str:
    """A text from an address as it may stand in a sentence: printable, on one line, short."""
    plain = "".join(letter for letter in text if letter.isprintable())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"
