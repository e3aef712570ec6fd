"""With whom a region already works in Horizon 2020 (or Horizon Europe, where it was imported): partner regions on a map
and ranked, against what size would let expect, and by type of organisation."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import name_of
from components.charts.provenance import Cited
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.grammar import Name
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.region_map import class_names, map_notes, region_map, steps_of
from data import Data, partners, peers, queries

SHOWN, NAMED = 15, 3
LEAST_SHARED = 5


@dataclass(frozen=True, eq=False)
class Network:
    """A region's partners in the newest programme there is data of; `scope` says whose projects are counted."""

    data: Data
    chosen: Selection
    programme: str
    scope: str

    @property
    def lang(self) -> str:
        return self.chosen.lang

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The partners, most shared projects first; those without any at the end."""
        return partners.partners(self.data, self.chosen.region, self.programme, self.scope)

    @cached_property
    def shared(self) -> pd.DataFrame:
        return self.rows[self.rows["projects"] > 0]

    @property
    def blanks(self) -> dict[str, object]:
        country = queries.country(self.data, self.chosen.region)
        return {
            "region": name_of(self.data, self.chosen.region, self.lang),
            "country": name_of(self.data, country, self.lang),
            "programme": say(f"programme.{self.programme}", self.lang),
            "who": say(f"choice.network.{self.scope}", self.lang),
            "period": partners.PERIODS[self.programme],
        }

    @property
    def source(self) -> Cited:
        return Cited(partners.source(self.data, self.programme), partners.PERIODS[self.programme])

    def coverage(self, scope: str = "") -> str:
        """How much of the country's money could be placed in a region: said beside every figure."""
        scope = scope or self.scope
        country = queries.country(self.data, self.chosen.region)
        found = partners.coverage(self.data, country, self.programme, scope)
        union = partners.union_coverage(self.data, self.programme, scope)
        shares = {
            "share": number(100 * found.share, self.lang, 0) if found else "",
            "union": number(100 * union, self.lang, 0),
            "who": say(f"choice.network.{scope}", self.lang),
        }
        key = "network.coverage" if found else "network.coverage.none"
        return say(key, self.lang, **(self.blanks | shares))

    @property
    def notes(self) -> tuple[str, ...]:
        """Whose organisations count where, and where other organisations than asked for are counted."""
        other = self.scope != self.chosen.network
        asked = say(f"choice.network.{self.chosen.network}", self.lang)
        instead = (
            (say("network.instead", self.lang, **self.blanks, asked=asked),) if other and self.scope else ()
        )
        return (say("network.seats", self.lang), *instead)

    def named(self, codes: Iterable[str], counts: Iterable[str]) -> str:
        """Regions with their counts behind their names, in a row."""
        names = [
            Name(f"{name} ({count})", self.lang, name.grammar)
            for name, count in (
                (name_of(self.data, code, self.lang), count)
                for code, count in zip(codes, counts, strict=True)
            )
        ]
        return listing(names, self.lang)


def network(data: Data, chosen: Selection) -> Network:
    """The network of the chosen region, among the organisations asked for if any of the region's could be placed."""
    programme = partners.programmes(data)[0]
    for scope in dict.fromkeys((chosen.network, partners.scope_of(data, chosen.region, programme))):
        if chosen.region in partners.degrees(data, programme, scope):
            return Network(data, chosen, programme, scope)
    return Network(data, chosen, programme, partners.ALL)


def none_placed(now: Network) -> ChartResult:
    """That no participation of the region could be placed."""
    text = say("network.none", now.lang, **now.blanks)
    return ChartResult(figures.nothing(text), pd.DataFrame(), blanks=now.blanks)


def partner_map(data: Data, chosen: Selection) -> ChartResult:
    """Every region by how many projects it shares with the chosen one; for a region without any, where there are
    projects at all."""
    now = network(data, chosen)
    if now.rows.empty:
        return programme_map(now)
    rows = told(now, now.rows).assign(value=now.rows["projects"])
    steps = steps_of(rows["value"])
    names = class_names(rows["value"], steps, chosen, "network.map.none", "network.map.class")
    marks = pd.DataFrame({"key": rows["code"], "step": steps, "words": mark_words(now, rows)})
    home = pd.DataFrame({"key": [chosen.region], "step": [-1], "words": [str(now.blanks["region"])]})
    figure = region_map(data, chosen, pd.concat([home, marks], ignore_index=True), names)
    summary = say(
        "network.map.summary",
        chosen.lang,
        **now.blanks,
        count=len(now.shared),
        of=len(now.rows),
        names=top(now, now.shared),
    )
    return ChartResult(
        figure,
        rows.drop(columns=["value"]),
        (now.source, data.shapes["nuts2_2024"].source),
        f"{summary} {now.coverage()}",
        (*now.notes, *map_notes(data, chosen)),
        now.blanks,
        DECIMALS,
    )


DECIMALS = {"projects": 0, "expected": 1, "ratio": 2}


def told(now: Network, rows: pd.DataFrame) -> pd.DataFrame:
    """Partners as a chart's rows."""
    codes = rows["partner"].tolist()
    return pd.DataFrame(
        {
            "code": codes,
            "label": [str(name_of(now.data, code, now.lang)) for code in codes],
            "country": [str(name_of(now.data, queries.country(now.data, code), now.lang)) for code in codes],
            "projects": rows["projects"].astype(int).tolist(),
            "expected": rows["expected"].tolist(),
            "ratio": rows["ratio"].tolist(),
            "rank": rows["rank"].tolist(),
            "standing": "recomputed",
        }
    )


def mark_words(now: Network, rows: pd.DataFrame) -> list[str]:
    return [
        say(
            "network.mark",
            now.lang,
            name=row["label"],
            code=row["code"],
            projects=row["projects"],
            expected=number(row["expected"], now.lang, 1),
        )
        for row in rows.to_dict("records")
    ]


def top(now: Network, rows: pd.DataFrame) -> str:
    """The first partners with their projects."""
    first = rows.head(NAMED)
    counts = [number(value, now.lang, 0) for value in first["projects"]]
    return now.named(first["partner"], counts)


def programme_map(now: Network) -> ChartResult:
    """Where the programme's projects are, for a region of which none could be placed."""
    counts = partners.figures(now.data, now.programme, partners.ALL)["projects"]
    codes = [code for code in peers.regions(now.data) if code in counts.index]
    counts = counts.loc[codes].sort_values(ascending=False)
    steps = steps_of(counts)
    names = class_names(counts, steps, now.chosen, "network.map.none_placed", "network.map.class_all")
    labels = [str(name_of(now.data, code, now.lang)) for code in counts.index]
    words = [
        say("network.mark_all", now.lang, name=name, code=code, projects=int(count))
        for name, code, count in zip(labels, counts.index, counts, strict=True)
    ]
    marks = pd.DataFrame({"key": counts.index, "step": steps.to_numpy(), "words": words})
    rows = pd.DataFrame(
        {"code": counts.index, "label": labels, "projects": counts.to_numpy(), "standing": "recomputed"}
    )
    summary = say("network.map.elsewhere", now.lang, **now.blanks, count=len(counts))
    return ChartResult(
        region_map(now.data, now.chosen, marks, names),
        rows,
        (now.source, now.data.shapes["nuts2_2024"].source),
        f"{summary} {now.coverage(partners.ALL)}",
        (*now.notes, *map_notes(now.data, now.chosen)),
        now.blanks,
        DECIMALS,
    )


def partner_ranking(data: Data, chosen: Selection) -> ChartResult:
    """The partners with most projects, each with the number that the sizes of both would let expect."""
    now = network(data, chosen)
    if now.shared.empty:
        return none_placed(now)
    shown = now.shared.head(SHOWN)
    rows = told(now, shown)
    drawn = rows.assign(key=rows["code"], value=rows["projects"])
    beyond = tuple(rows.loc[rows["ratio"] >= 1, "code"])
    look = Look(chosen.theme, chosen.lang, say("unit.shared_projects", chosen.lang), 0)
    names = (say("network.bar", chosen.lang), say("network.expected", chosen.lang))
    summary = say(
        "network.ranking.summary",
        chosen.lang,
        **now.blanks,
        shown=len(rows),
        beyond=len(beyond),
        count=len(now.shared),
    )
    return ChartResult(
        figures.expected(drawn, look, names=names, highlight=beyond, leads="mark"),
        rows,
        (now.source,),
        f"{summary} {now.coverage()}",
        (say("network.method", chosen.lang), *now.notes),
        now.blanks,
        DECIMALS,
    )


def closer_partners(data: Data, chosen: Selection) -> ChartResult:
    """The partners that are closer than the sizes of both would let expect."""
    now = network(data, chosen)
    some = now.shared[(now.shared["projects"] >= LEAST_SHARED) & (now.shared["ratio"] > 1)]
    if some.empty:
        key = "network.none" if now.shared.empty else "network.closer.none"
        text = say(key, chosen.lang, **now.blanks, least=LEAST_SHARED)
        return ChartResult(figures.nothing(text), pd.DataFrame(), blanks=now.blanks)
    some = some.sort_values(["ratio", "partner"], ascending=[False, True]).head(SHOWN)
    rows = told(now, some)
    drawn = rows.assign(key=rows["code"], value=rows["ratio"])
    look = Look(chosen.theme, chosen.lang, say("unit.times_expected", chosen.lang), 1)
    own = queries.country(data, chosen.region)
    inside = sum(queries.country(data, code) == own for code in rows["code"])
    summary = say(
        "network.closer.summary",
        chosen.lang,
        **now.blanks,
        names=now.named(
            rows["code"].head(NAMED), [number(one, chosen.lang, 1) for one in rows["ratio"].head(NAMED)]
        ),
        inside=inside,
        shown=len(rows),
        least=LEAST_SHARED,
    )
    return ChartResult(
        figures.thresholds(
            drawn, look, limit=1, chosen=[queries.country(data, one) != own for one in rows["code"]]
        ),
        rows,
        (now.source,),
        f"{summary} {now.coverage()}",
        (say("network.method", chosen.lang), say("network.closer.colour", chosen.lang), *now.notes),
        now.blanks,
        DECIMALS,
    )


def organisation_types(data: Data, chosen: Selection) -> ChartResult:
    """Participations by type of organisation, against the Union's mix."""
    now = network(data, chosen)
    found = partners.by_type(data, chosen.region, now.programme)
    if found.empty:
        return none_placed(now)
    total = found["participations"].sum()
    mix = union_mix(now)
    rows = found.assign(
        label=[say(f"organisation_type.{kind}", chosen.lang) for kind in found["type"]],
        expected=[total * mix[kind] for kind in found["type"]],
        standing="recomputed",
    )
    drawn = rows.assign(key=rows["type"], value=rows["participations"]).sort_values("value", ascending=False)
    look = Look(chosen.theme, chosen.lang, say("unit.participations", chosen.lang), 0)
    names = (say("network.types.bar", chosen.lang), say("network.types.expected", chosen.lang))
    first = drawn.iloc[0]
    everyone = partners.figures(data, now.programme, partners.ALL).loc[chosen.region]
    summary = say(
        "network.types.summary",
        chosen.lang,
        **now.blanks,
        **{
            name: number(everyone[name], chosen.lang, 0)
            for name in ("participations", "projects", "organisations")
        },
        million=number(everyone["eur"] / 1e6, chosen.lang, 1),
        first=first["label"],
        part=number(100 * first["value"] / total, chosen.lang, 0),
        mix=number(100 * mix[first["type"]], chosen.lang, 0),
    )
    columns = [
        "label",
        "participations",
        "projects",
        "organisations",
        "coordinated",
        "eur",
        "expected",
        "standing",
    ]
    return ChartResult(
        figures.expected(drawn, look, names=names),
        drawn[columns],
        (now.source,),
        f"{summary} {now.coverage(partners.ALL)}",
        (say("network.seats", chosen.lang),),
        now.blanks,
        {"eur": 0, "expected": 1},
    )


def union_mix(now: Network) -> dict[str, float]:
    """The part of each type in all participations that could be placed in the 27 countries."""
    counts: dict[str, Any] = {
        kind: partners.figures(now.data, now.programme, kind)["participations"].sum()
        for kind in partners.TYPES
    }
    return {kind: float(count / sum(counts.values())) for kind, count in counts.items()}


def placed_share(data: Data, chosen: Selection) -> ChartResult:
    """How much of the country's money could be placed in a region, by type of organisation."""
    now = network(data, chosen)
    country = queries.country(data, chosen.region)
    found = {kind: partners.coverage(data, country, now.programme, kind) for kind in partners.TYPES}
    rows = pd.DataFrame(
        [
            {
                "key": kind,
                "label": say(f"organisation_type.{kind}", chosen.lang),
                "region": country,
                "participations": one.participations,
                "value": 100 * one.share,
                "expected": 100 * partners.union_coverage(data, now.programme, kind),
                "standing": "recomputed",
            }
            for kind, one in found.items()
            if one
        ]
    )
    look = Look(chosen.theme, chosen.lang, say("unit.placed", chosen.lang), 0)
    names = (
        say("network.placed.bar", chosen.lang, **now.blanks),
        say("network.placed.expected", chosen.lang),
    )
    least = rows.loc[rows["value"].idxmin()]
    summary = say(
        "network.placed.summary",
        chosen.lang,
        **now.blanks,
        least=least["label"],
        value=look.number(least["value"]),
    )
    return ChartResult(
        figures.expected(rows, look, names=names),
        rows.drop(columns="key"),
        (now.source,),
        f"{now.coverage(partners.ALL)} {summary}",
        (say("network.placed.note", chosen.lang), say("network.seats", chosen.lang)),
        now.blanks,
        {"value": 1, "expected": 1},
    )
