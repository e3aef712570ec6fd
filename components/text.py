"""Every word of the interface, looked up by key and language. Knows no data and no page."""

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "it")
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
            if key in entries or set(entry) != set(LANGUAGES):
                raise MissingWords(f"{path.name}: [{key}] must stand once, with {' and '.join(LANGUAGES)}.")
            entries[key] = entry
    return entries


def say(key: str, language: str, /, **blanks: object) -> str:
    """The sentence under `key` in `language`, its {blanks} filled in."""
    entries = words()
    try:
        sentence = entries[key][language]
    except KeyError:
        raise MissingWords(
            f"No words under [{key}] in {language!r}: add them to components/words/."
        ) from None
    return sentence.format(**blanks) if blanks else sentence


def known(key: str) -> bool:
    """Whether words stand under `key`."""
    return key in words()


def listing(items: list[str] | tuple[str, ...], language: str) -> str:
    """Names in a row as a sentence has them: "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return say("list.last", language, first=", ".join(items[:-1]), last=items[-1])


def dated(when: str, language: str) -> str:
    """A date as the reader's language writes it: "2024", "2024-03" or "2024-03-21"."""
    year, _, rest = when.partition("-")
    month, _, day = rest.partition("-")
    if not month:
        return year
    parts = {"year": year, "month": say(f"month.{int(month)}", language)}
    return say("date.day", language, day=int(day), **parts) if day else say("date.month", language, **parts)
