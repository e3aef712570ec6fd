"""The words that the registered views, parts, sections, charts and controls need, checked when the app starts."""

from collections.abc import Iterator

from components.charts.view import Tab
from components.i18n.text import MissingWords, has_words
from components.layout.control_choices import PACKED, label
from components.layout.controls import LISTS
from components.state.pack_choices import FROM_PACK
from components.state.selection import VIEWS, choices
from components.views import TABS
from data import Data
from data.languages import FALLBACK

NAMED_BY_DATA = {*PACKED, *FROM_PACK, *LISTS}


def check_words(data: Data) -> None:
    """Raise `MissingWords` with every key that has no words yet."""
    missing = missing_words(data)
    if missing:
        keys = ", ".join(f"[{key}]" for key in missing)
        raise MissingWords(
            f"Words are missing for {keys}. To mend it: add each key to a file in components/i18n/words/, "
            'as ["KEY"] with a line for every language; CONTRIBUTING.md, "A newcomer adds", says which key is what.'
        )


def missing_words(data: Data) -> list[str]:
    """The keys without words, in the order of the views."""
    keys = (key for tab in TABS.values() for key in (*view_keys(tab), *unnamed_choices(tab, data)))
    return [key for key in dict.fromkeys(keys) if not has_words(key)]


def view_keys(tab: Tab) -> Iterator[str]:
    """The keys of a view's own words, its parts, sections, charts and controls."""
    yield from (f"{tab.name}.{key}" for key in ("name", "title", "lead"))
    yield from (f"{tab.name}.part.{part}" for part in VIEWS[tab.name])
    yield from (f"{tab.name}.section.{section.name}" for section in tab.sections)
    yield from tab.charts
    yield from (f"control.{name}" for name in tab.controls)


def unnamed_choices(tab: Tab, data: Data) -> Iterator[str]:
    """The keys of choices that would be shown by their code: neither a year, nor named by the data."""
    offered = choices(data)
    for name in tab.controls:
        if name in NAMED_BY_DATA:
            continue
        for value in offered.get(name, ()):
            if label(name, value, data, FALLBACK) == value and not value.isdigit():
                yield f"choice.{name}.{value or 'any'}"
