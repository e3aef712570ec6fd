"""What an address asks for that does not exist or cannot be shown."""

from dataclasses import dataclass

from components.state.query_text import number_within, words_of
from components.state.selection import ALL, DEFAULTS, QUERY, RANGES, VIEWS, spellings
from data import Data

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Fault:
    """What a field asks for that the page does not show, in the words of the address, and why."""

    field: str
    text: str
    reason: str = UNKNOWN


def faults_of(requested: dict[str, str]) -> tuple[Fault, ...]:
    """What `not_understood` found, as faults."""
    return tuple(Fault(name, text) for name, text in requested.items())


def not_understood(query: str, data: Data, tab: str = "") -> dict[str, str]:
    """What a query asks for that does not exist, by field: the value itself, or those words of a list that are no
    choice. Of a view, named by `tab`, a part of another view is one too.

    Names that are no field are not ours and are left out; `from_url` gives the Selection that is shown instead.
    """
    requested = words_of(query)
    faults = {name: unknown_in(name, requested[name], data) for name in QUERY if name in requested}
    if tab in VIEWS and requested.get("part") and requested["part"].casefold() not in (*VIEWS[tab], ALL):
        faults["part"] = requested["part"]
    return {name: fault for name, fault in faults.items() if fault}


def unknown_in(name: str, text: str, data: Data) -> str:
    """The part of a field's text that is no choice of it, or ""."""
    if name in RANGES:
        return text if number_within(text, *RANGES[name]) is None else ""
    spelt = spellings(data).get(name, {})
    words = text.split(",") if isinstance(DEFAULTS[name], tuple) else [text]
    return ",".join(word for word in words if word.strip() and word.strip().casefold() not in spelt)
