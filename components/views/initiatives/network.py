"""With whom a region already works in Horizon 2020 (or Horizon Europe, where it was imported): partner regions on a map
and ranked, against what size would suggest, and by type of organisation."""

import pandas as pd

from components import figures
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import say, share_key
from components.state.selection import Selection
from components.views.partner_network import Network, network, none_placed
from components.views.region_map import class_names, map_notes, region_map, steps_of
from data import Data, partners, peers, queries

MOST_ROWS, NAMED = 12, 3
LEAST_SHARED = 5


def partner_map(data: Data, chosen: Selection) -> ChartResult:
    """Every region by how many projects it shares with the chosen one; for a region without any, where there are
    projects at all."""
    now = network(data, chosen)
    if now.rows.empty:
        return programme_map(now)
    rows = partner_rows(now, now.rows).assign(value=now.rows["projects"])
    steps = steps_of(rows["value"])
    names = class_names(rows["value"], steps, chosen, "network.map.none", "network.map.class")
    marks = pd.DataFrame({"key": rows["code"], "step": steps, "words": mark_words(now, rows)})
    home = pd.DataFrame({"key": [chosen.region], "step": [-1], "words": [str(now.blanks["region"])]})
    figure = region_map(data, chosen, pd.concat([home, marks], ignore_index=True), names)
    summary = say(
        share_key("network.map.summary", len(now.shared), len(now.rows)),
        chosen.lang,
        **now.blanks,
        count=len(now.shared),
        of=len(now.rows),
        names=top_partners(now, now.shared),
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


def partner_rows(now: Network, rows: pd.DataFrame) -> pd.DataFrame:
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


def top_partners(now: Network, rows: pd.DataFrame) -> str:
    """The first partners with their projects."""
    first = rows.head(NAMED)
    counts = [number(value, now.lang, 0) for value in first["projects"]]
    return now.names_with_counts(first["partner"], counts)


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
    """The partners with most projects, each with the number that the sizes of both would suggest."""
    now = network(data, chosen)
    if now.shared.empty:
        return none_placed(now)
    shown = now.shared.head(MOST_ROWS)
    rows = partner_rows(now, shown)
    marks = rows.assign(key=rows["code"], value=rows["projects"])
    beyond = tuple(rows.loc[rows["ratio"] >= 1, "code"])
    look = Look(
        chosen.theme,
        chosen.lang,
        say("unit.shared_projects", chosen.lang),
        0,
        say("unit.shared_project", chosen.lang),
    )
    names = (say("network.bar", chosen.lang), say("network.expected", chosen.lang))
    return ChartResult(
        figures.bars_with_expected(marks, look, names=names, highlight=beyond, leads="mark"),
        rows,
        (now.source,),
        f"{ranking_summary(now, rows, len(beyond))} {now.coverage()}",
        (say("network.method", chosen.lang), *now.notes),
        now.blanks,
        DECIMALS,
    )


def ranking_summary(now: Network, rows: pd.DataFrame, beyond: int) -> str:
    """How many of the partners shown share more than size would suggest; for a single one, who it is and how much."""
    only = rows.iloc[0]
    if len(now.shared) == 1:
        key = "network.ranking.summary.one" if beyond else "network.ranking.summary.one.fewer"
    else:
        key = share_key("network.ranking.summary", beyond, len(rows))
    return say(
        key,
        now.lang,
        **now.blanks,
        shown=len(rows),
        beyond=beyond,
        count=len(now.shared),
        partner=name_of(now.data, only["code"], now.lang),
        projects=int(only["projects"]),
    )


def closer_partners(data: Data, chosen: Selection) -> ChartResult:
    """The partners that are closer than the sizes of both would suggest."""
    now = network(data, chosen)
    some = now.shared[(now.shared["projects"] >= LEAST_SHARED) & (now.shared["ratio"] > 1)]
    if some.empty:
        key = "network.none" if now.shared.empty else "network.closer.none"
        text = say(key, chosen.lang, **now.blanks, least=LEAST_SHARED)
        return ChartResult(figures.empty_state(text), pd.DataFrame(), blanks=now.blanks)
    some = some.sort_values(["ratio", "partner"], ascending=[False, True]).head(MOST_ROWS)
    rows, own = partner_rows(now, some), queries.country(data, chosen.region)
    abroad = [queries.country(data, code) != own for code in rows["code"]]
    texts = [number(value, chosen.lang, 1) for value in rows["ratio"]]
    marks = rows.assign(key=rows["code"], value=rows["ratio"], text=texts, accent=abroad)
    look = Look(chosen.theme, chosen.lang, say("unit.times_expected", chosen.lang), 1)
    return ChartResult(
        figures.against_limit(
            marks, look, limit=1, name=say("network.expected_line", chosen.lang), leads="mark"
        ),
        rows,
        (now.source,),
        f"{closer_summary(data, chosen, now, rows)} {now.coverage()}",
        (say("network.method", chosen.lang), say("network.closer.colour", chosen.lang), *now.notes),
        now.blanks,
        DECIMALS,
    )


def closer_summary(data: Data, chosen: Selection, now: Network, rows: pd.DataFrame) -> str:
    """The closest partners by name, and how many of those shown, if several, are of the region's own country."""
    own = queries.country(data, chosen.region)
    inside = sum(queries.country(data, code) == own for code in rows["code"])
    alone = len(rows) == 1 or queries.is_whole_country(data, chosen.region)
    ratios = [number(value, chosen.lang, 1) for value in rows["ratio"].head(NAMED)]
    return say(
        "network.closer.alone" if alone else share_key("network.closer.summary", inside, len(rows)),
        chosen.lang,
        **now.blanks,
        names=now.names_with_counts(rows["code"].head(NAMED), ratios),
        inside=inside,
        shown=len(rows),
        least=LEAST_SHARED,
    )
