"""How well what is typed fits what can be found."""

from collections.abc import Iterable
from functools import cache

from components.i18n.text import LANGUAGES, say
from components.layout.find import places
from components.layout.find.entries import KINDS, Entry, entries, normal
from data import Data

LONGEST_QUERY = 120
CODE, NAME, OTHER_NAME, QUESTION, BEGINNING, WORDS, WORD_BEGINNINGS, SPREAD, WITHIN = (
    100,
    95,
    94,
    90,
    70,
    60,
    50,
    35,
    25,
)
SHORTEST_WITHIN = 3
INSIDE = 6  # an area or a town comes after regions of the same name
ALIKE, MOST_ALIKE = 0.45, 6


def matches(text: str, data: Data) -> list[Entry]:
    """The entries that match everything that is typed, the best first."""
    query = normal(text[:LONGEST_QUERY])
    typed = query.split()
    found = by_score((score(entry, query, typed), entry) for entry in entries(data)) if query else []
    if any(entry.code == query for entry in found[:1]):
        return found
    place = places.former_code(text[:LONGEST_QUERY])
    if place is None:
        return found
    code, _, leads = place
    return [Entry("former" if len(leads) == 1 else "group", code, (code,), leads=leads), *found]


def partial_matches(text: str, data: Data) -> list[Entry]:
    """The entries that have some of the words typed, those with most of them first."""
    typed = content_words(text)
    return by_score((sum(word in entry.words for word in typed), entry) for entry in entries(data))


def by_score(scored: Iterable[tuple[float, Entry]]) -> list[Entry]:
    """Entries with a score, the highest first; of equals by kind, and the shorter name first."""
    pairs = [pair for pair in scored if pair[0]]
    pairs.sort(key=lambda pair: (-pair[0], KINDS.index(pair[1].kind), min(map(len, pair[1].names))))
    return [entry for _, entry in pairs]


def content_words(text: str) -> list[str]:
    """The words of a text without stop words and single letters."""
    words = normal(text[:LONGEST_QUERY]).split()
    return [word for word in words if word not in stop_words() and len(word) > 1]


@cache
def stop_words() -> frozenset[str]:
    """The words of every language that say nothing of what is looked for: articles, prepositions."""
    return frozenset(word for language in LANGUAGES for word in say("stop_words", language).split("; "))


def region_within(text: str, data: Data) -> tuple[Entry | None, str]:
    """The region that a text names beside something else, by its longest name, and what else it says."""
    query = f" {normal(text[:LONGEST_QUERY])} "
    named = [
        (len(name), entry, name)
        for entry in entries(data)
        if entry.kind == "region"
        for name in entry.names
        if f" {name} " in query
    ]
    if not named:
        return None, ""
    _, region, name = max(named, key=lambda match: match[0])
    return region, " ".join(content_words(query.replace(f" {name} ", " ")))


def score(entry: Entry, query: str, typed: list[str]) -> float:
    """How well an entry matches everything that is typed, as text or as words: up to 100, for its code; 0 where it does
    not."""
    points = full_text_score(entry, query) or by_words(entry, query, typed)
    return points - INSIDE if entry.kind == "area" and 0 < points < CODE else points


def full_text_score(entry: Entry, query: str) -> float:
    """How well the text fits as a whole: as a code, a name, a question, or the beginning of one."""
    if query == entry.code:
        return CODE
    if query in entry.names:
        return NAME if query in entry.full_names else OTHER_NAME
    if entry.question and entry.question.fullmatch(query):
        return QUESTION + fixed_share(query, entry.names)
    is_beginning = any(name.startswith(query) for name in entry.names)
    return BEGINNING + share(query, entry.names) if is_beginning else 0


def by_words(entry: Entry, query: str, typed: list[str]) -> float:
    """How well its words fit: as they are, as beginnings, or somewhere within a name."""
    if entry.words.issuperset(typed):
        return WORDS + share(query, entry.names)
    if all(is_start_of_any(word, entry.words) for word in typed):
        together = any(all(is_start_of_any(word, name.split()) for word in typed) for name in entry.names)
        return WORD_BEGINNINGS if together else SPREAD
    is_within = len(query) >= SHORTEST_WITHIN and any(query in name for name in entry.names)
    return WITHIN if is_within else 0


def is_start_of_any(word: str, words: Iterable[str]) -> bool:
    """Whether a word is the beginning of one of others."""
    return any(text.startswith(word) for text in words)


def fixed_share(query: str, names: tuple[str, ...]) -> float:
    """How much of a question is its own words and not what stands in its blanks, below 1."""
    typed = set(query.split())
    own = max((len(name) for name in names if typed.issuperset(name.split())), default=0)
    return min(own / len(query), 0.99)


def share(query: str, names: tuple[str, ...]) -> float:
    """How much of the shortest name that begins so is typed already, below 1; names of other words count little."""
    lengths = [len(name) for name in names if name.startswith(query)] or [1000]
    return min(len(query) / min(lengths), 0.99)


def similar_entries(text: str, data: Data) -> list[Entry]:
    """The entries spelt most like what is typed, for a reader who finds nothing: by the Dice coefficient of their
    trigrams, 2 |A and B| / (|A| + |B|) (L. R. Dice, Ecology 26, 1945), at least `ALIKE`."""
    typed = trigrams(normal(text[:LONGEST_QUERY]))
    near = [
        (max(2 * len(typed & own) / (len(typed) + len(own)) for own in spelt if own), entry)
        for entry, spelt in by_threes(data)
    ]
    best = sorted((pair for pair in near if pair[0] >= ALIKE), key=lambda pair: -pair[0])
    return [entry for _, entry in best[:MOST_ALIKE]]


def trigrams(name: str) -> frozenset[str]:
    """The runs of three letters of a name, its ends marked."""
    padded = f"  {name} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


@cache
def by_threes(data: Data) -> tuple[tuple[Entry, tuple[frozenset[str], ...]], ...]:
    """The runs of three letters of every name, for entries that are called something short."""
    kinds = ("region", "group", "indicator", "term", "organisation", "project")
    return tuple((entry, tuple(map(trigrams, entry.names))) for entry in entries(data) if entry.kind in kinds)
