"""What the reader is looking at, and how a URL writes it down."""

from dataclasses import KW_ONLY, dataclass, fields, replace
from functools import cache
from typing import Any
from urllib.parse import quote

from components.i18n.text import LANGUAGES
from components.state.pack_choices import FROM_PACK, allowed_values, own_choices, pack_choices
from components.state.query_text import number_within, query_value, words_of
from components.theme import THEMES
from data import Data, Pack
from data.groups import BORDER, EVERYWHERE, GROUPS
from data.packs.default import default_region
from data.peers import DIMENSIONS, LENSES
from data.scaling import SCALES

VIEWS = {
    "economy": (
        "overview",
        "structure",
        "specialisation",
        "twin",
        "research",
        "innovation",
        "competitiveness",
        "inside",
        "paper",
    ),
    "compare": ("overview", "time", "two", "table", "scorecard", "firm", "peers", "finder"),
    "clusters": ("overview", "sectors", "size", "studies", "policy"),
    "initiatives": ("overview", "projects", "who", "money", "partners", "counts"),
    "s3": ("overview", "strategy", "practice", "events"),
}
TABS = tuple(VIEWS)
OVERVIEW = "overview"
FORMS = (
    "map",
    "tiles",
    "strip",
    "rank",
    "ten",
    "all",
    "closer",
    "projects",
    "lines",
    "panels",
    "added",
    "jobs",
)
MOST = 10
DEFAULT_REGION = default_region()
LATEST = "latest"
ALL = "all"
EU = EVERYWHERE
SECONDS = ("gerd", "gdp_per_head_pps")
WEIGHTS = {name: f"weight_{name}" for name in DIMENSIONS}


@dataclass(frozen=True)
class Selection:
    """One state of the screen. The defaults make the shortest URL; every other field is one word of the
    query."""

    tab: str = TABS[0]
    _: KW_ONLY
    part: str = OVERVIEW
    form: str = ""
    lang: str = "en"
    theme: str = "light"
    region: str = DEFAULT_REGION
    indicator: str = "gdp_per_head_pps"
    year: str = LATEST
    classes: str = ""
    lq: float = 1.5
    share: float = 1.0
    division: str = ""
    pillar: str = ALL
    ecosystem: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    location: str = "declared"
    organisation: str = ""
    programme: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    confidence: tuple[str, ...] = ()
    running: str = ""
    project: str = ""
    innovation: str = ""
    network: str = "research"
    lens: str = "structure"
    peers: float = 10.0
    others: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    within: str = EU
    scale: str = "own"
    base: str = "first"
    second: str = SECONDS[0]
    bubble: str = "population"
    zoom: str = "europe"
    mark: str = ""
    scope: str = ALL
    weight_sectors: float = 1.0
    weight_manufacturing: float = 1.0
    weight_size: float = 1.0
    weight_income: float = 1.0
    weight_education: float = 1.0
    weight_innovation: float = 1.0

    def __post_init__(self) -> None:
        """Two indicators are set against each other only where they are two: the second gives way to the first. A part
        that the view does not have is its overview."""
        if self.part not in (*VIEWS.get(self.tab, ()), ALL):
            object.__setattr__(self, "part", OVERVIEW)
        if self.second == self.indicator:
            second = next(code for code in SECONDS if code != self.indicator)
            object.__setattr__(self, "second", second)

    @property
    def group(self) -> str:
        """The regions in view as `data.groups` names them."""
        return f"{BORDER}.{self.region}" if self.within == BORDER else self.within

    def but(self, **changes: Any) -> "Selection":
        """The same screen with some things chosen differently."""
        return replace(self, **changes)


FIELDS = {field.name: field for field in fields(Selection)}
DEFAULTS: dict[str, Any] = {name: field.default for name, field in FIELDS.items()}
QUERY = tuple(sorted(name for name in FIELDS if name != "tab"))
RANGES = {
    "lq": (1.0, 4.0),
    "share": (0.0, 5.0),
    "peers": (1.0, 10.0),
    **dict.fromkeys(WEIGHTS.values(), (0.0, 5.0)),
}


@cache
def choices(data: Data) -> dict[str, tuple[str, ...]]:
    """What each field may be, by field name: the one list that pickers and URLs share. Fields in `RANGES`
    are numbers."""
    return {
        "lang": LANGUAGES,
        "theme": THEMES,
        "form": ("", *FORMS),
        "part": (*dict.fromkeys(part for parts in VIEWS.values() for part in parts), ALL),
        "region": tuple(data.regions.index[data.regions["level"] == "nuts2"]),
        "indicator": tuple(data.indicators),
        "year": (LATEST, *(str(year) for year in range(2000, 2031))),
        "classes": ("", ALL),
        "location": ("declared", "found"),
        "network": ("research", "all"),
        "pillar": (ALL, *(name for name in data.tables["rci_2022"].groups if name != "context"))
        if "rci_2022" in data.tables
        else (ALL,),
        "division": ("", *divisions(data)),
        "running": ("", *(str(year) for year in range(2016, 2027))),
        **compare_choices(data),
        **pack_choices(data.packs.values()),
    }


def divisions(data: Data) -> tuple[str, ...]:
    """The NACE divisions that a reader can choose."""
    return data.breakdowns["sbs_2014"].record.parts if "sbs_2014" in data.breakdowns else ()


def compare_choices(data: Data) -> dict[str, tuple[str, ...]]:
    """What the comparison offers: regions, lenses, scales, frames, sizes, themes."""
    level2 = data.regions[(data.regions["level"] == "nuts2")]
    several = level2["country"].value_counts()
    regions = tuple(level2.index)
    return {
        "others": regions,
        "columns": tuple(data.indicators),
        "mark": ("", *regions),
        "lens": LENSES,
        "scale": SCALES,
        "within": (EU, *GROUPS, *sorted(several.index[several > 1])),
        "base": ("first", *(str(year) for year in range(2000, 2031))),
        "second": tuple(data.indicators),
        "bubble": ("population", "gdp"),
        "zoom": ("europe", "country", "neighbours"),
        "scope": (ALL, *dict.fromkeys(indicator.theme for indicator in data.indicators.values())),
    }


def without_foreign_filters(pack: Pack, chosen: Selection) -> Selection:
    """The Selection without filters that mean something in another region's pack only."""
    own = own_choices(pack)
    fields = {name: allowed_values(getattr(chosen, name), own.get(name, ())) for name in FROM_PACK}
    changed = {name: value for name, value in fields.items() if value != getattr(chosen, name)}
    return chosen.but(**changed) if changed else chosen


def parse_value(name: str, text: str, data: Data) -> Any:
    """What `text` means for a field, or its default where it makes no sense."""
    if name in RANGES:
        value = number_within(text, *RANGES[name])
        return float(DEFAULTS[name]) if value is None else value
    spelt = spellings(data).get(name, {})
    if isinstance(DEFAULTS[name], tuple):
        words = (spelt.get(word.strip().casefold()) for word in text.split(","))
        return tuple(dict.fromkeys(word for word in words if word is not None))[:MOST]
    return spelt.get(text.strip().casefold(), DEFAULTS[name])


@cache
def spellings(data: Data) -> dict[str, dict[str, str]]:
    """The choices of each field by their small letters: an address may say `de21` for DE21."""
    return {name: {word.casefold(): word for word in allowed} for name, allowed in choices(data).items()}


def from_url(path: str, query: str, data: Data) -> Selection:
    """The Selection a URL asks for. What makes no sense is left at its default; nothing ever fails.

    A query that names a thing twice means its first mention; `HttpRequest` order is the reader's own.
    """
    tab = path.strip("/")
    requested = words_of(query)
    known = {name: parse_value(name, requested[name], data) for name in QUERY if name in requested}
    return Selection(tab=tab if tab in TABS else TABS[0], **known)


def to_url(selection: Selection) -> str:
    """The address of a Selection: the tab is the path, the query says only what differs from the default."""
    fields = [
        (name, query_value(getattr(selection, name)))
        for name in QUERY
        if getattr(selection, name) != DEFAULTS[name]
    ]
    query = "&".join(f"{name}={quote(value, safe=',')}" for name, value in fields)
    return f"/{selection.tab}" + (f"?{query}" if query else "")
