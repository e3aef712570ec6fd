"""The terms of the glossary: what they are called in each language, and where they occur in a text."""

import re
from collections.abc import Iterator
from functools import cache

from components.i18n.text import has_words, say, words

PREFIX = "term."
LONGEST_ABBREVIATION = 6


@cache
def terms() -> tuple[str, ...]:
    """The names of all terms; those of standings and flags have only a text and are left out."""
    keys = (key.removeprefix(PREFIX) for key in words() if key.startswith(PREFIX))
    return tuple(key for key in keys if "." not in key)


@cache
def names(term: str, language: str) -> tuple[str, ...]:
    """What a term is called: its name, then what else it is called."""
    also = f"{PREFIX}{term}.also"
    other = say(also, language).split(";") if has_words(also) else []
    return tuple(dict.fromkeys([say(f"{PREFIX}{term}", language), *(item.strip() for item in other)]))


@cache
def spellings(language: str) -> dict[str, str]:
    """The term that each name means: abbreviations as they are, other names in small letters."""
    every = ((name, term) for term in terms() for name in names(term, language))
    return {name if is_abbreviation(name) else name.casefold(): term for name, term in every}


def is_abbreviation(name: str) -> bool:
    """Whether capitals make the word: "PPS" is one, "NUTS 2" is, "Rank" is not."""
    return len(name) <= LONGEST_ABBREVIATION and name.upper() == name


@cache
def pattern(language: str) -> re.Pattern[str]:
    """Any name of any term as a whole word, the longest first."""
    every = sorted((name for term in terms() for name in names(term, language)), key=len, reverse=True)
    choices = (re.escape(name) if is_abbreviation(name) else f"(?i:{re.escape(name)})" for name in every)
    return re.compile(rf"(?<![\w&-])(?:{'|'.join(choices)})(?![\w&-])")


def split_at_terms(text: str, language: str, without: str = "") -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the term that it names, or "": a term's first mention only, and never
    `without`."""
    known_names, seen, at = spellings(language), {without}, 0
    for found in pattern(language).finditer(text):
        term = known_names.get(found.group()) or known_names[found.group().casefold()]
        if term in seen:
            continue
        seen.add(term)
        yield text[at : found.start()], ""
        yield found.group(), term
        at = found.end()
    yield text[at:], ""
