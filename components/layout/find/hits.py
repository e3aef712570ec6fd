"""What is found as a reader sees it: a title, where it leads, and the region's value and rank."""

from dataclasses import dataclass
from typing import Any

from components.charts.naming import member_name, name_of
from components.figures.frame import Look
from components.i18n.terms import terms
from components.i18n.text import say
from components.layout.chart_address import chart_address
from components.layout.chart_links import chart_question
from components.layout.factsheet.choice import factsheet_url
from components.layout.find.entries import PAGES, Entry, entries, erratum_name
from components.layout.find.match import matches, partial_matches, region_within, similar_entries
from components.layout.pages.about_papers import erratum_anchor
from components.layout.pages.indicator_index import ADDRESS as INDICATORS
from components.layout.term_links import term_address
from components.state.page_urls import page_url
from components.state.selection import OVERVIEW, Selection, to_url
from data import Data, queries
from data.periods import years_of_value

LONGEST, SUGGESTED = 140, 8
DIVISIONS = "clusters.division_map"


@dataclass(frozen=True)
class Hit:
    """One thing found: its kind in words, its title, a line about it, and its address."""

    kind: str
    title: str
    detail: str
    href: str


@dataclass(frozen=True)
class Results:
    """How many things are found, the first of them as a reader sees them, and the region whose values they say."""

    count: int
    hits: list[Hit]
    region: str


def find(text: str, data: Data, chosen: Selection, most: int) -> Results:
    """What is found for a text, the best first. "unemployment in Berlin" is unemployment, with the value of Berlin."""
    found = matches(text, data)
    if not found:
        region, rest = region_within(text, data)
        found = [*matches(rest, data), region] if region and rest else partial_matches(text, data)
        chosen = chosen.but(region=region.key) if region and rest else chosen
    every = expand_groups(found, data)
    return Results(len(every), as_hits(every[:most], data, chosen), chosen.region)


def suggestions(text: str, data: Data, chosen: Selection) -> list[Hit]:
    """What is written most like a text that nothing fits."""
    return as_hits(expand_groups(similar_entries(text, data), data)[:SUGGESTED], data, chosen)


def expand_groups(found: list[Entry], data: Data, kinds: tuple[str, ...] = ("group",)) -> list[Entry]:
    """Entries with their regions in the place of some kinds, each thing once."""
    regions = {entry.key: entry for entry in entries(data) if entry.kind == "region"}
    every = [
        part
        for entry in found
        for part in ([regions[code] for code in entry.leads] if entry.kind in kinds else [entry])
    ]
    return list(dict.fromkeys(every))


def as_hits(found: list[Entry], data: Data, chosen: Selection) -> list[Hit]:
    """Entries as a reader sees them."""
    return [HIT_OF_KIND[entry.kind](entry, data, chosen) for entry in found]


def region_hit(entry: Entry, data: Data, chosen: Selection) -> Hit:
    """A region leads to its economic profile and says its value of the chosen indicator."""
    code = entry.key
    there = chosen.but(tab="economy", part=OVERVIEW, form="", region=code)
    title = say("search.region", chosen.lang, name=name_of(data, code, chosen.lang), code=code)
    country = name_of(data, queries.country(data, code), chosen.lang)
    detail = say(
        "search.region.detail", chosen.lang, country=country, value=standing(chosen.indicator, data, there)
    )
    return Hit(say("search.kind.region", chosen.lang), title, detail, to_url(there))


def area_hit(entry: Entry, data: Data, chosen: Selection) -> Hit:
    """An area inside a region leads to the map of the region's interior, and says whose it is."""
    region = name_of(data, entry.leads[0], chosen.lang)
    there = chosen.but(tab="economy", part="inside", form="", region=entry.leads[0], mark="")
    title = say("search.region", chosen.lang, name=entry.texts[0], code=entry.key)
    detail = say("search.area.detail", chosen.lang, region=region, code=entry.leads[0])
    return Hit(say("search.kind.area", chosen.lang), title, detail, to_url(there))


def former_hit(entry: Entry, data: Data, chosen: Selection) -> Hit:
    """A code of an earlier NUTS leads to the region of today that its area lies in."""
    lang, code = chosen.lang, entry.leads[0]
    title = say("search.former", lang, code=entry.key)
    detail = say("search.former.now", lang, region=name_of(data, code, lang), code=code)
    href = to_url(chosen.but(tab="economy", part=OVERVIEW, form="", region=code, mark=""))
    return Hit(say("search.kind.former", lang), title, detail, href)


def standing(code: str, data: Data, chosen: Selection) -> str:
    """The value and the rank of the region at hand in the year in which regions are ranked; or that there is none."""
    indicator, lang = data.indicators[code], chosen.lang
    year = queries.latest_year(data, code)
    value = queries.value_at(data, code, chosen.region, year)
    blanks: dict[str, Any] = {
        "indicator": str(indicator.short[lang]),
        "region": name_of(data, chosen.region, lang),
        "year": years_of_value(indicator, year),
    }
    if value is None:
        return say("search.value.none", lang, **blanks)
    look = Look(chosen.theme, lang, str(indicator.unit[lang]), indicator.decimals)
    place = queries.places(data, code, year).get(value.region)
    if place is None:
        return say("search.value.unranked", lang, **blanks, value=look.value(value.value))
    return say("search.value", lang, **blanks, value=look.value(value.value), rank=place.rank, of=place.of)


def indicator(entry: Entry, data: Data, chosen: Selection) -> Hit:
    """An indicator leads to its page and says where the region at hand stands."""
    title = str(data.indicators[entry.key].title[chosen.lang])
    href = page_url(f"{INDICATORS}/{entry.key}", chosen)
    return Hit(say("search.kind.indicator", chosen.lang), title, standing(entry.key, data, chosen), href)


def term(entry: Entry, _: Data, chosen: Selection) -> Hit:
    """A term leads to its place in the glossary."""
    lang, key = chosen.lang, entry.key
    letter = key.removeprefix("flag-")
    flag = say(f"flag.{letter}", lang) if letter != key else ""
    title = flag or say(key_of_term(key), lang)
    text = say(f"term.{key}.text", lang)
    return Hit(say("search.kind.term", lang), title, shortened(text), term_address(key, lang))


def shortened(text: str) -> str:
    """A text, or its first words where it is long."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def key_of_term(name: str) -> str:
    """The key under which the name of a term or of a standing stands."""
    return f"term.{name}" if name in terms() else f"standing.short.{name}"


def page(entry: Entry, data: Data, chosen: Selection) -> Hit:
    """The fact sheet of the region at hand, or another page with what stands on it."""
    kind = say("search.kind.page", chosen.lang)
    if entry.key == "factsheet":
        region = name_of(data, chosen.region, chosen.lang)
        title = say("factsheet.title", chosen.lang, region=region)
        return Hit(kind, title, say("factsheet.detail", chosen.lang), factsheet_url(chosen))
    contents = ", ".join(text.strip() for text in say(f"{entry.key}.synonyms", chosen.lang).split(";"))
    path, mark, place = entry.key.partition("#")
    href = page_url(f"/{path}", chosen) + mark + place
    return Hit(kind, say(PAGES[entry.key], chosen.lang), contents, href)


def division(entry: Entry, data: Data, chosen: Selection) -> Hit:
    """A sector leads to the map of where in Europe it clusters."""
    there = chosen.but(division=entry.key, mark="")
    title = member_name(data, "sbs_2014", entry.key, chosen.lang, with_code=True)
    detail = say("search.division", chosen.lang)
    return Hit(say("search.kind.division", chosen.lang), title, detail, chart_address(DIVISIONS, there))


def erratum(entry: Entry, data: Data, chosen: Selection) -> Hit:
    """A contradiction of a paper, at its place in the list of them."""
    home, number = entry.key.split(" ", 1)
    rows = data.packs[home].rows("errata")
    row = rows[rows["id"].astype(str) == number].iloc[0].to_dict()
    href = f"{page_url('/about', chosen)}#{erratum_anchor(data, home, number)}"
    title, detail = erratum_name(row, chosen.lang), shortened(row[f"problem_{chosen.lang}"])
    return Hit(say("search.kind.erratum", chosen.lang), title, detail, href)


def part(entry: Entry, _: Data, chosen: Selection) -> Hit:
    """A part of a view."""
    tab, _dot, name = entry.key.partition(".")
    title = say(f"{tab}.part.{name}", chosen.lang)
    detail = say(f"{tab}.name", chosen.lang)
    href = to_url(chosen.but(tab=tab, part=name, form="", mark=""))
    return Hit(say("search.kind.part", chosen.lang), title, detail, href)


def chart(entry: Entry, data: Data, chosen: Selection) -> Hit:
    """A chart in the state that is chosen."""
    title = chart_question(entry.key, data, chosen)
    detail = say(f"{entry.key.partition('.')[0]}.name", chosen.lang)
    return Hit(say("search.kind.chart", chosen.lang), title, detail, chart_address(entry.key, chosen))


def organisation(entry: Entry, data: Data, chosen: Selection) -> Hit:
    """An organisation of a pack, opened on its region's cluster map."""
    home, number = entry.key.split(" ", 1)
    rows = data.packs[home].rows("organisations")
    row = rows[rows["no"].astype(str) == number].iloc[0]
    there = chosen.but(region=home, organisation=number)
    return from_pack("organisation", str(row["name"]), "clusters.details", home, data, there)


def project(entry: Entry, data: Data, chosen: Selection) -> Hit:
    """A project of a pack, opened among its region's initiatives."""
    home, key = entry.key.split(" ", 1)
    rows = data.packs[home].rows("projects")
    row = rows[rows["project"].astype(str) == key].iloc[0]
    name = row.get(f"name_{chosen.lang}") or row.get("name") or key
    there = chosen.but(region=home, project=key)
    return from_pack("project", str(name), "initiatives.project", home, data, there)


def from_pack(kind: str, title: str, name: str, home: str, data: Data, there: Selection) -> Hit:
    """One of a pack's own things: whose it is, and the chart that shows it."""
    detail = str(name_of(data, home, there.lang))
    return Hit(say(f"search.kind.{kind}", there.lang), title, detail, chart_address(name, there))


HIT_OF_KIND = {
    "region": region_hit,
    "area": area_hit,
    "former": former_hit,
    "indicator": indicator,
    "page": page,
    "term": term,
    "part": part,
    "chart": chart,
    "division": division,
    "erratum": erratum,
    "organisation": organisation,
    "project": project,
}
