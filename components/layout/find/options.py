"""The choices of one kind, regions, indicators or sectors, that are called what is typed."""

from dataclasses import dataclass

from components.charts.naming import name_of
from components.i18n.text import say
from components.layout.control_choices import NONE, label
from components.layout.find.entries import PLACES, Entry, normal
from components.layout.find.hits import expand_groups
from components.layout.find.match import INSIDE, LONGEST_QUERY, OTHER_NAME, matches, score, similar_entries
from components.state.selection import choices
from data import Data, queries

KINDS = ("region", "indicator", "division")
MOST = 60


@dataclass(frozen=True)
class Option:
    """One choice: its code, its name as lists have it, and what else tells it apart."""

    code: str
    title: str
    detail: str


@dataclass(frozen=True)
class Options:
    """The choices for a text, the best first. `exact` is the code of the one that alone is called so, or "";
    where nothing is called so (`known` is false) the choices are those that are written most like it."""

    hits: list[Option]
    exact: str
    known: bool


def options(text: str, kind: str, data: Data, language: str) -> Options:
    """The choices of a kind for a text; countries and NUTS 1 regions lead to their regions."""
    found = matches(text, data)
    every = of_kind(found, kind, data)
    none = without_choice(text, kind, data, language)
    nearest = every if every or none else of_kind(similar_entries(text, data), kind, data)
    hits = [*none, *(option(entry, data, language) for entry in nearest)][:MOST]
    is_known = bool(every or none)
    titled = [hit.code for hit in hits if normal(hit.title) == normal(text)] if is_known else []
    if none and not every:
        titled = [NONE]
    code = titled[0] if len(titled) == 1 else exact_code(text, found, every, kind, data)
    return Options(hits, code, is_known)


def without_choice(text: str, kind: str, data: Data, language: str) -> list[Option]:
    """The choice of none in particular, where the field has it and it is called what is typed."""
    name = label(kind, "", data, language) if "" in choices(data)[kind] else ""
    return [Option(NONE, name, "")] if normal(text) and normal(text) in normal(name) else []


def of_kind(found: list[Entry], kind: str, data: Data) -> list[Entry]:
    """Those of one kind, groups replaced by their regions."""
    return [item for item in expand_groups(found, data, PLACES) if item.kind == kind]


def exact_code(text: str, found: list[Entry], every: list[Entry], kind: str, data: Data) -> str:
    """The code of the one choice that the text names: by its code or name, or because no other holds it."""
    query = normal(text[:LONGEST_QUERY])
    ranked = [(score(entry, query, query.split()), entry) for entry in found if of_kind([entry], kind, data)]
    best = max((points for points, _ in ranked), default=0)
    named = of_kind([entry for points, entry in ranked if points == best], kind, data)
    best_entries = named if best >= OTHER_NAME - INSIDE else every
    return best_entries[0].key if len(best_entries) == 1 else ""


def option(entry: Entry, data: Data, language: str) -> Option:
    """A choice as a reader sees it: a region with its other names and its country, an indicator with its theme, a
    sector with its whole name."""
    if entry.kind == "indicator":
        indicator = data.indicators[entry.key]
        return Option(entry.key, str(indicator.title[language]), say(f"theme.{indicator.theme}", language))
    if entry.kind == "division":
        title = str(data.breakdowns["sbs_2014"].record.members[entry.key].title[language])
        return Option(entry.key, label("division", entry.key, data, language), title)
    row = data.regions.loc[entry.key]
    own = row["name_local"]
    country = str(name_of(data, queries.country(data, entry.key), language))
    detail = (
        country
        if own == name_of(data, entry.key, language)
        else say("find.detail", language, own=own, country=country)
    )
    return Option(entry.key, label("region", entry.key, data, language), detail)
