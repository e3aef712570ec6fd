"""Every word of the interface, looked up by key and language."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from string import Formatter

from components.i18n.articles import Grammar
from components.i18n.cldr import calendar, days
from components.i18n.grammar import Name, Names, inflect
from data import languages

LANGUAGES = languages.LANGUAGES
WORDS = Path(__file__).parent / "words"


class MissingWords(KeyError):
    """A key that no file in `words/` holds, or holds in one language only."""

    def __str__(self) -> str:
        return str(self.args[0])


@cache
def words() -> dict[str, dict[str, str]]:
    """All entries of all files in `words/`: key -> language -> sentence.

    Raises `MissingWords` when two files hold the same key or an entry lacks a language.
    """
    entries: dict[str, dict[str, str]] = {}
    for path in sorted(WORDS.glob("*.toml")):
        for key, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if key in entries:
                raise MissingWords(f"components/i18n/words/{path.name}: [{key}] stands in another file too.")
            entries[key] = entry
    check_languages(entries)
    return entries


def check_languages(entries: dict[str, dict[str, str]]) -> None:
    """Raise `MissingWords` for the first key with another set of languages, and how many there are."""
    wrong = [key for key, entry in entries.items() if set(entry) != set(LANGUAGES)]
    if wrong:
        found = " and ".join(entries[wrong[0]])
        raise MissingWords(
            f"components/i18n/words/: [{wrong[0]}] has {found}; each key needs {' and '.join(LANGUAGES)}, no other. "
            f"Keys to mend: {len(wrong)} of {len(entries)}."
        )


def say(key: str, language: str, /, **blanks: object) -> str:
    """The sentence under `key` in `language`, its {blanks} filled in, each in the form it asks for: see
    `components.i18n.grammar`."""
    entries = words()
    try:
        sentence = entries[key][language]
    except KeyError:
        raise MissingWords(
            f"No words under [{key}] in {language!r}: add them to components/i18n/words/."
        ) from None
    if not blanks:
        return sentence
    parts = (
        before + inflect(blanks[name], form, language) if name else before
        for before, name, form in pieces(sentence)
    )
    return "".join(parts)


@cache
def pieces(sentence: str) -> tuple[tuple[str, str, str], ...]:
    """A sentence as text before a blank, the blank's name, and the form it asks for."""
    return tuple((before, name or "", form or "") for before, name, form, _ in Formatter().parse(sentence))


def has_words(key: str) -> bool:
    """Whether words stand under `key`."""
    return key in words()


def share_key(key: str, part: float, whole: float) -> str:
    """The key of a sentence on a part of a whole: that for all of it (`key.all`) or for none of it (`key.none`) where
    there is such a sentence, else `key`."""
    end = "none" if not part else "all" if part == whole > 1 else ""
    return f"{key}.{end}" if end and has_words(f"{key}.{end}") else key


def count_or_none(count: int, what: str, language: str) -> int | Name:
    """A count as a sentence has it: the number, or "none" in the gender of what is counted ("area", "indicator");
    "opening" is an indicator at the beginning of a sentence."""
    return count or Name(say(f"count.none.{what}", language), language, Grammar(agrees="ms"))


def listing(items: Sequence[str], language: str) -> Names:
    """Names in a row as a sentence has them, "a, b and c"; a template may ask for a form of each of them."""
    return Names(items, language)


def format_date(when: str, language: str) -> str:
    """A date as the reader's language writes it: "2024", "2024-03" or "2024-03-21"."""
    return calendar(when, language)


def format_days(first: str, last: str, language: str) -> str:
    """One day or several as the reader's language writes them: "16–17 February 2022"."""
    return days(first, last, language) if last not in ("", first) else calendar(first, language)
