"""What can be found, each with everything it is called in any language. Made once."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any

from components.charts.errata import place_in_language
from components.i18n import terms
from components.i18n.letters import plain_letters
from components.i18n.text import LANGUAGES, has_words, say, words
from components.layout.find import places
from components.state.selection import TABS, VIEWS, choices
from components.views import CHARTS
from data import Data
from data.breakdown import Member
from data.standings import FLAGS, STANDINGS

KINDS = (
    "region",
    "group",
    "area",
    "former",
    "indicator",
    "page",
    "term",
    "part",
    "chart",
    "division",
    "erratum",
    "organisation",
    "project",
)
"""In the order in which they stand where they fit equally well."""
PLACES = ("group", "area", "former")
"""The kinds that lead to regions and are none themselves."""
PAGES = {
    "factsheet": "factsheet.name",
    "about": "references.title",
    "about#errata": "references.errata",
    "about#bibliography": "references.bibliography",
    "about#data": "references.data",
    "about#standings": "references.standings",
    "present": "present.link",
    "forms": "forms.title",
}
"""Pages, and what stands on a long one, by their path, with the key of their title."""
COUNTRY = re.compile(r"\s*\([^)]*\)$")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
BLANK = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True, eq=False)
class Entry:
    """One thing that can be found.

    `key` is its code or name in the data, `texts` what it is called; `names` are these as `normal` writes them, and
    other ways to write them. `question` matches the whole of a chart's question, whatever stands in its blanks;
    `leads` are the regions of a group, or those that another place lies in."""

    kind: str
    key: str
    texts: tuple[object, ...]
    question: re.Pattern[str] | None = None
    leads: tuple[str, ...] = ()
    code: str = field(init=False)
    full_names: frozenset[str] = field(init=False)
    names: tuple[str, ...] = field(init=False)
    words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "code", normal(self.key))
        object.__setattr__(self, "full_names", frozenset(normal(str(text)) for text in self.texts))
        object.__setattr__(self, "names", spellings(self.texts))
        object.__setattr__(self, "words", frozenset(word for name in self.names for word in name.split()))


def normal(text: str) -> str:
    """A text as names are compared: small letters without accents, words separated by one space."""
    return " ".join(re.findall(r"[\w&%+]+", plain_letters(text)))


@cache
def entries(data: Data) -> tuple[Entry, ...]:
    """Everything, in the order of `KINDS`."""
    every = [
        *regions(data),
        *groups(data),
        *(Entry("area", code, names, leads=leads) for code, names, leads in places.areas(data)),
        *indicators(data),
        *pages(),
        *glossary_entries(),
        *parts(),
        *charts(),
        *divisions(data),
        *errata(data),
        *pack_rows(data, "organisations", "no", ("name", "short")),
        *pack_rows(data, "projects", "project", ("name", *(f"name_{lang}" for lang in LANGUAGES), "project")),
    ]
    return tuple(sorted(every, key=lambda entry: KINDS.index(entry.kind)))


def spellings(texts: tuple[object, ...]) -> tuple[str, ...]:
    """Every way to write some names: as they are, without what stands in brackets, with "ue" for "ü", and each of two
    names separated by a stroke."""
    found: list[str] = []
    for text in map(str, texts):
        plain = COUNTRY.sub("", text)
        halves = text.split("/") if "/" in text else []
        found += [text, plain, plain.lower().translate(UMLAUTS), *halves]
    return tuple(dict.fromkeys(filter(None, map(normal, found))))


def regions(data: Data) -> Iterator[Entry]:
    """Every NUTS 2 region by code and by its name in each language and its own."""
    level2 = data.regions[data.regions["level"] == "nuts2"]
    for code, row in level2.iterrows():
        yield Entry(
            "region", str(code), (code, *(row[f"name_{language}"] for language in (*LANGUAGES, "local")))
        )


def groups(data: Data) -> Iterator[Entry]:
    """Countries and NUTS 1 regions by code and name: they lead to their regions."""
    level2 = [str(code) for code in data.regions.index[data.regions["level"] == "nuts2"]]
    prefixes = {code[:length] for code in level2 for length in (2, 3)}
    for prefix in sorted(prefixes):
        inside = tuple(code for code in level2 if code.startswith(prefix))
        if len(prefix) == 2 or len(inside) > 1 or has_words(f"group.{prefix}"):
            yield Entry("group", prefix, (prefix, *group_names(data, prefix)), leads=inside)


def group_names(data: Data, prefix: str) -> list[str]:
    """What a country or a NUTS 1 region is called."""
    texts = list(places.country_synonyms(prefix))
    if prefix in data.regions.index:
        texts += [str(data.regions.at[prefix, f"name_{language}"]) for language in (*LANGUAGES, "local")]
    if has_words(f"group.{prefix}"):
        texts += [name.strip() for lang in LANGUAGES for name in say(f"group.{prefix}", lang).split(";")]
    return texts


def indicators(data: Data) -> Iterator[Entry]:
    """Every indicator by code, title, short name and synonyms."""
    for code, indicator in data.indicators.items():
        texts = [code, *(text[lang] for text in (indicator.title, indicator.short) for lang in LANGUAGES)]
        if has_words(f"synonyms.{code}"):
            texts += [name.strip() for lang in LANGUAGES for name in say(f"synonyms.{code}", lang).split(";")]
        yield Entry("indicator", code, tuple(texts))


def glossary_entries() -> Iterator[Entry]:
    """Every entry of the glossary."""
    for term in terms.terms():
        yield Entry("term", term, tuple(name for lang in LANGUAGES for name in terms.names(term, lang)))
    for name in STANDINGS:
        yield Entry("term", name, (name, *(say(f"standing.short.{name}", lang) for lang in LANGUAGES)))
    for letter in FLAGS:
        yield Entry("term", f"flag-{letter}", tuple(say(f"flag.{letter}", lang) for lang in LANGUAGES))


def pages() -> Iterator[Entry]:
    """The fact sheet and the other pages beside the views, by their titles and by what stands on them."""
    for name, title in PAGES.items():
        synonyms = [text.strip() for lang in LANGUAGES for text in say(f"{name}.synonyms", lang).split(";")]
        yield Entry("page", name, (*(say(title, lang) for lang in LANGUAGES), *synonyms))


def parts() -> Iterator[Entry]:
    """Every view and every part of it by name."""
    for tab in TABS:
        names = [say(f"{tab}.name", lang) for lang in LANGUAGES]
        for part in VIEWS[tab]:
            own = [say(f"{tab}.part.{part}", lang) for lang in LANGUAGES]
            texts = [
                *own,
                *map(" ".join, zip(names, own, strict=True)),
                *(names if part == VIEWS[tab][0] else []),
            ]
            yield Entry("part", f"{tab}.{part}", tuple(texts))


def charts() -> Iterator[Entry]:
    """Every chart by its question, whatever stands in the blanks."""
    for name in CHARTS:
        questions = [words()[name][lang] for lang in LANGUAGES]
        texts = [normal(BLANK.sub(" ", text)) for text in questions]
        yield Entry("chart", name, (*texts, normal(name)), question_pattern(questions))


def question_pattern(questions: list[str]) -> re.Pattern[str]:
    """Any of the questions as a reader sees it, as `normal` writes it: a blank stands for some words."""
    choices = []
    for text in questions:
        pieces = [re.escape(normal(piece)).replace(r"\ ", " ") for piece in BLANK.split(text)]
        choices.append(" ?.* ?".join(pieces).replace(" ?.* ?", "(?: ?[^|]*? ?)"))
    return re.compile("|".join(f"(?:{option})" for option in choices))


def divisions(data: Data) -> Iterator[Entry]:
    """Every division that can be chosen by code, title and short name."""
    members = data.breakdowns["sbs_2014"].record.members if "sbs_2014" in data.breakdowns else {}
    for code in filter(None, choices(data)["division"]):
        texts = [(f"{code} {text}", text) for lang in LANGUAGES for text in called(members[code], lang)]
        yield Entry("division", code, (code, *dict.fromkeys(chain.from_iterable(texts))))


def called(member: Member, language: str) -> tuple[str, str]:
    """What a member of a breakdown is called, in short and whole."""
    return str(member.short[language]), str(member.title[language])


def errata(data: Data) -> Iterator[Entry]:
    """Every place where a paper contradicts itself or its sources, by its number and where in the paper it is."""
    for region, pack in data.packs.items():
        for row in pack.rows("errata").to_dict("records") if pack.has("errata") else ():
            texts = [
                text
                for lang in LANGUAGES
                for text in (
                    erratum_name(row, lang),
                    f"errata {row['id']}",
                    place_in_language(row["place"], lang),
                )
            ]
            yield Entry("erratum", f"{region} {row['id']}", tuple(dict.fromkeys(texts)))


def erratum_name(row: dict[Hashable, Any], language: str) -> str:
    """What one contradiction is called: by its number and its place."""
    return say(
        "search.erratum", language, number=row["id"], place=place_in_language(str(row["place"]), language)
    )


def pack_rows(data: Data, table: str, key: str, columns: tuple[str, ...]) -> Iterator[Entry]:
    """The rows of a table that packs have, by the columns that name them."""
    for region, pack in data.packs.items():
        if not pack.has(table):
            continue
        for row in pack.rows(table).to_dict("records"):
            texts = [row[column] for column in columns if row.get(column)]
            yield Entry(table.removesuffix("s"), f"{region} {row[key]}", tuple(texts))
