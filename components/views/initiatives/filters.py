"""The projects as rows, which of them pass the view's filters, and how many more the paper counts
than are identified."""

from dataclasses import dataclass

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.i18n.text import say, share_key
from components.state.selection import DEFAULTS, Selection, to_url, without_foreign_filters
from components.views.pack_charts import pack_with
from data import Data, Pack

FILTERS = ("programme", "organisation", "partner", "running", "confidence")


def all_projects(pack: Pack, language: str) -> pd.DataFrame:
    """Every project with its theme, its organisations of the region and its partner countries in the reader's
    language."""
    people = pack.rows("organisations").set_index("no")["short"]
    part = pack.rows("participations")
    part = part[part["organisation"].isin(people.index)]
    members = part.assign(name=part["organisation"].map(people)).groupby("project")["name"].agg(", ".join)
    numbers = part.groupby("project")["organisation"].agg(tuple)
    countries = pack.rows("partner_countries")
    codes = countries.groupby("project")["country"].agg(tuple)
    named = countries.groupby("project")[f"name_{language}"].agg(", ".join)
    rows = pack.tables["projects"]
    key = rows["project"]
    return rows.assign(
        key=key,
        label=rows["name"],
        theme=rows[f"theme_{language}"],
        text=rows[f"text_{language}"],
        organisations=key.map(members).fillna(""),
        numbers=key.map(numbers),
        codes=key.map(codes),
        partner_names=key.map(named).fillna(""),
        begin=rows["start"].map(year_of),
        finish=rows["end"].map(lambda text: year_of(text, end=True)),
    )


def year_of(text: str, *, end: bool = False) -> float | None:
    """A date of any precision as a year with decimals; the end of the year or month it names where `end`."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    month = parts[1] - 1 if len(parts) > 1 else (12 if end else 0)
    day = parts[2] / 31 if len(parts) > 2 else (1 if end and len(parts) > 1 else 0)
    return parts[0] + min(month + day, 12) / 12


def filtered_projects(pack: Pack, chosen: Selection) -> pd.DataFrame:
    """The projects that pass every facet; an empty facet lets all pass."""
    rows = all_projects(pack, chosen.lang)
    keep = rows["programme"].isin(chosen.programme) | (not chosen.programme)
    keep &= rows["confidence"].isin(chosen.confidence) | (not chosen.confidence)
    keep &= rows["codes"].map(
        lambda codes: (
            not chosen.partner or (isinstance(codes, tuple) and bool(set(codes) & set(chosen.partner)))
        )
    )
    keep &= rows["numbers"].map(
        lambda numbers: (
            not chosen.organisation or (isinstance(numbers, tuple) and int(chosen.organisation) in numbers)
        )
    )
    if chosen.running:
        year = int(chosen.running)
        keep &= (rows["begin"] < year + 1) & (rows["finish"] > year)
    return rows[keep].reset_index(drop=True)


def count_text(data: Data, chosen: Selection) -> str:
    """How many projects of how many pass the filters, where one is chosen."""
    pack = pack_with(data, chosen.region, "projects")
    if pack is None or not any(getattr(chosen, name) for name in FILTERS):
        return ""
    count = len(filtered_projects(pack, without_foreign_filters(pack, chosen)))
    total = len(pack.rows("projects"))
    return say(share_key("initiatives.filters.count", count, total), chosen.lang, count=count, of=total)


def no_project(chosen: Selection) -> tuple[str, Component]:
    """The sentence that no project passes the filters, and a link that clears them."""
    reset = chosen.but(**{name: DEFAULTS[name] for name in FILTERS})
    link = html.A(say("initiatives.filters.reset", chosen.lang), href=to_url(reset), **{"data-nav": "mark"})
    return say("initiatives.nobody", chosen.lang), link


@dataclass(frozen=True)
class Gap:
    """How many projects of a programme the paper counts, and how many of these are not identified here."""

    programme: str
    counted: int
    named: int
    identified: int
    probable: int

    @property
    def fewest_missing(self) -> int:
        """The projects missing if every probable one is among those counted."""
        return self.most_missing - self.probable

    @property
    def most_missing(self) -> int:
        """The projects missing if no probable one is."""
        return self.counted - self.named - self.identified


def gaps(pack: Pack, programmes: tuple[str, ...] = ()) -> list[Gap]:
    """The programmes of which the paper counts more projects than are identified; `programmes` keeps some."""
    counts = pack.rows("programme_counts").dropna(subset=["value"])
    counts = counts[counts["count"].str.endswith("_projects")]
    if programmes:
        counts = counts[counts["programme"].isin(programmes)]
    known = pack.rows("projects").groupby(["programme", "counted"]).size()
    found = [
        Gap(
            str(row["programme"]),
            int(row["value"]),
            *(int(known.get((row["programme"], kind), 0)) for kind in ("named", "inferred", "probable")),
        )
        for row in counts.to_dict("records")
    ]
    return [gap for gap in found if gap.most_missing > 0]


def gap_sentences(pack: Pack, chosen: Selection) -> tuple[str, ...]:
    """One sentence per programme on the projects that are counted and not identified."""
    return tuple(
        say(
            "initiatives.gap.exact" if gap.fewest_missing == gap.most_missing else "initiatives.gap.range",
            chosen.lang,
            programme=gap.programme,
            counted=gap.counted,
            named=gap.named,
            identified=gap.identified,
            probable=gap.probable,
            least=gap.fewest_missing,
            most=gap.most_missing,
        )
        for gap in gaps(pack, chosen.programme)
    )
