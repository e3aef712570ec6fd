"""What an address asks for that exists and that the page still leaves out: a filter of another region's pack, more of a
list than can be chosen, the same indicator twice, a form that no chart of the part has, a year without values."""

from collections.abc import Iterator, Mapping

from components.layout.controls import PACK_ONLY, is_offered
from components.state.address_faults import Fault
from components.state.pack_choices import FROM_PACK, own_choices
from components.state.query_text import words_of
from components.state.selection import (
    DEFAULTS,
    LATEST,
    MOST,
    VIEWS,
    Selection,
    choices,
    from_url,
    spellings,
)
from components.views import TABS
from data import Data

FOREIGN, SURPLUS, SAME, FORM, YEAR = "foreign", "surplus", "same", "form", "year"


def left_out(path: str, query: str, data: Data) -> tuple[Fault, ...]:
    """The faults of a view's address beside what `not_understood` finds; none of any other page's."""
    if path.strip("/") not in VIEWS:
        return ()
    requested, chosen = words_of(query), from_url(path, query, data)
    return (
        *foreign_filters(data, chosen),
        *surplus(requested, data),
        *same_indicator(requested, data, chosen),
        *unused_form(chosen),
        *year_without_values(data, chosen),
    )


def foreign_filters(data: Data, chosen: Selection) -> Iterator[Fault]:
    """Filters that the tables of another region's pack offer, and those of the chosen region do not."""
    for name in PACK_ONLY:
        if words := as_words(getattr(chosen, name), name):
            allowed = pack_values(name, data, chosen.region)
            if lost := [word for word in words if word not in allowed]:
                yield Fault(name, ",".join(lost), FOREIGN)


def as_words(value: str | tuple[str, ...], name: str) -> tuple[str, ...]:
    """What is chosen of a field, one by one; nothing where it is at its default."""
    if value == DEFAULTS[name]:
        return ()
    return value if isinstance(value, tuple) else (value,)


def pack_values(name: str, data: Data, region: str) -> tuple[str, ...]:
    """What a filter of packs may be for a region; nothing where the region has no pack, or none with such a table."""
    if not is_offered(name, data, Selection(region=region)):
        return ()
    return own_choices(data.packs[region])[name] if name in FROM_PACK else choices(data)[name]


def regions_with(fault: Fault, data: Data) -> tuple[str, ...]:
    """The regions whose packs offer everything that a foreign filter asks for, else those that offer some of it."""
    words = set(fault.text.split(","))
    offered = {region: words.intersection(pack_values(fault.field, data, region)) for region in data.packs}
    every = tuple(region for region, found in offered.items() if found == words)
    return every or tuple(region for region, found in offered.items() if found)


def surplus(requested: Mapping[str, str], data: Data) -> Iterator[Fault]:
    """The choices of a list beyond the most that it holds."""
    for name, text in requested.items():
        if isinstance(DEFAULTS.get(name), tuple):
            spelt = spellings(data)[name]
            known = dict.fromkeys(spelt.get(word.strip().casefold(), "") for word in text.split(","))
            beyond = [word for word in known if word][MOST:]
            if beyond:
                yield Fault(name, ",".join(beyond), SURPLUS)


def same_indicator(requested: Mapping[str, str], data: Data, chosen: Selection) -> Iterator[Fault]:
    """The indicator, asked for as the second too."""
    second = spellings(data)["second"].get(requested.get("second", "").strip().casefold())
    if second == chosen.indicator:
        yield Fault("second", second, SAME)


def unused_form(chosen: Selection) -> Iterator[Fault]:
    """A form that no chart of the part has."""
    if chosen.form and chosen.form not in TABS[chosen.tab].forms_of(chosen.part):
        yield Fault("form", chosen.form, FORM)


def year_without_values(data: Data, chosen: Selection) -> Iterator[Fault]:
    """A year of which the indicator has no value, on a view whose charts show it."""
    years = data.values[chosen.indicator]["year"]
    is_shown = {"indicator", "year"} <= set(TABS[chosen.tab].controls_of(chosen.part))
    if is_shown and chosen.year != LATEST and int(chosen.year) not in set(years):
        yield Fault("year", chosen.year, YEAR)
