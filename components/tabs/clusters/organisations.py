"""The organisations on the map, in the list and one by one: three ways to the same choice."""

from math import atan2, cos, hypot, pi, radians, sin
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.errata import noted
from components.figures.frame import Look
from components.picture import Picture
from components.selection import Selection, to_url
from components.tabs.packed import packed, region_of
from components.text import listing, say
from components.theme import number
from data import Data, Pack

UNKNOWN = "unknown"
RING, CLEAR, STEPS = 0.033, 0.13, 360
WHERE = "14 15"
PLACES = {
    "declared": ("declared_lon", "declared_lat", "declared"),
    "found": ("found_lon", "found_lat", "found_place"),
}


def known(pack: Pack, language: str) -> pd.DataFrame:
    """All organisations with the names of their ecosystems."""
    names = pack.tables["ecosystems"].set_index("ecosystem")[f"name_{language}"]
    links = pack.tables["links"]
    codes = links.groupby("organisation")["ecosystem"].agg(tuple)
    labels = links.assign(name=links["ecosystem"].map(names)).groupby("organisation")["name"].agg(", ".join)
    rows = pack.tables["organisations"]
    return rows.assign(
        codes=rows["no"].map(codes), ecosystems=rows["no"].map(labels), size=rows["band"].replace("", UNKNOWN)
    )


def filtered(pack: Pack, chosen: Selection) -> pd.DataFrame:
    """The organisations that pass every filter; an empty filter lets all pass."""
    rows = known(pack, chosen.lang)
    keep = rows["no"].notna()
    for column, wanted in (("kind", chosen.kind), ("size", chosen.members), ("declared", chosen.place)):
        keep &= rows[column].isin(wanted) | (not wanted)
    touched = rows["codes"].map(
        lambda codes: not chosen.ecosystem or bool(set(codes) & set(chosen.ecosystem))
    )
    return rows[keep & touched].reset_index(drop=True)


def located(rows: pd.DataFrame, location: str) -> pd.DataFrame:
    """The rows that have a place, set apart where several share one."""
    lon, lat, place = PLACES[location]
    here = rows.assign(lon=rows[lon], lat=rows[lat], where=rows[place]).dropna(subset=["lon", "lat"])
    spots = here[["lon", "lat"]].drop_duplicates().to_numpy().tolist()
    spread = [apart(group, spots) for _, group in here.groupby(["lon", "lat"], sort=False)]
    return (
        pd.concat(spread).sort_values("no") if spread else here.assign(at_lon=here["lon"], at_lat=here["lat"])
    )


def apart(group: pd.DataFrame, spots: list[list[float]]) -> pd.DataFrame:
    """Marks that share a place stand in a ring around it, in the order of their numbers, clear of each
    other and of other places."""
    lon, lat, count = float(group["lon"].iloc[0]), float(group["lat"].iloc[0]), len(group)
    if count == 1:
        return group.assign(at_lon=group["lon"], at_lat=group["lat"])
    radius = max(0.17, count * RING)
    stretch = cos(radians(lat))
    others = [((x - lon) * stretch, y - lat) for x, y in spots if (x, y) != (lon, lat)]
    taken = [atan2(y, x) for x, y in others if hypot(x, y) < radius + CLEAR]
    free = [
        turn
        for turn in (pi / 2 - 2 * pi * step / STEPS for step in range(STEPS))
        if all(cos(turn - one) < cos(CLEAR / radius) for one in taken)
    ]
    turns = [free[int(place * len(free) / count)] for place in range(count)]
    return group.assign(
        at_lon=[lon + radius * cos(turn) / stretch for turn in turns],
        at_lat=[lat + radius * sin(turn) for turn in turns],
    )


def sources(pack: Pack, location: str) -> tuple[object, ...]:
    """The paper, and for found places the pages they were found on."""
    return (
        (pack.sources["paper"], pack.sources["profiles"]) if location == "found" else (pack.sources["paper"],)
    )


@packed
def places(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """Every organisation with its number where it declares itself, or where it was found."""
    rows = filtered(pack, chosen)
    marks = located(rows, chosen.location)
    words = region_of(data, chosen)
    marks = marks.assign(
        key=marks["no"].astype(str),
        label=marks["name"],
        standing="printed" if chosen.location == "declared" else "published",
    )
    columns = ["no", "key", "label", "where", "lon", "lat", "at_lon", "at_lat", "standing", "note"]
    marks = marks[columns].reset_index(drop=True)
    if marks.empty:
        return Picture(figures.nothing(say("clusters.nobody", chosen.lang)), marks, (), "", (), words)
    shape = data.shapes["lombardy_provinces"]
    look = Look(chosen.theme, chosen.lang)
    figure = figures.numbered(
        marks,
        look,
        address=shape.address,
        codes=sorted(shape.codes),
        frame=(8.3, 11.65, 44.55, 46.75),
        highlight=chosen.organisation,
    )
    counted = (
        rows.set_index("no")
        .loc[marks["no"], "declared" if chosen.location == "declared" else "found_province"]
        .value_counts()
    )
    told = {
        **words,
        "count": len(marks),
        "of": len(pack.tables["organisations"]),
        "places": listing([f"{place}: {count}" for place, count in counted.items()], chosen.lang),
    }
    missing = rows[~rows["no"].isin(marks["no"])]["short"].tolist()
    notes = (
        [say("clusters.places.missing", chosen.lang, names=listing(missing, chosen.lang))] if missing else []
    )
    notes += [say("clusters.places.elimination", chosen.lang)] if chosen.location == "declared" else []
    notes += [*noted(pack, [WHERE], chosen.lang), shape.attribution[chosen.lang]]
    return Picture(
        figure,
        marks,
        sources(pack, chosen.location),
        say(f"clusters.places.{chosen.location}", chosen.lang, **told),
        tuple(notes),
        words,
        year="2024",
    )


@packed
def directory(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """The numbered list beside the map."""
    rows = filtered(pack, chosen)
    words = region_of(data, chosen)
    shown = rows.assign(label=rows["name"], where=rows["declared"])[
        ["no", "label", "kind", "ecosystems", "members", "where", "standing", "note"]
    ]
    if rows.empty:
        return Picture(figures.nothing(say("clusters.nobody", chosen.lang)), shown, (), "", (), words)
    total = len(pack.tables["organisations"])
    told = {**words, "count": len(rows), "of": total, "left": total - len(rows)}
    summary = say(
        "clusters.directory.summary" if len(rows) == total else "clusters.directory.filtered",
        chosen.lang,
        **told,
    )
    items = [
        html.Li(entry(one, chosen), **{"data-standing": one["standing"]}) for one in rows.to_dict("records")
    ]
    return Picture(
        html.Ol(items, className="directory"),
        shown,
        (pack.sources["paper"],),
        summary,
        (),
        words,
        year="2024",
    )


def entry(one: dict[str, Any], chosen: Selection) -> list[Component]:
    """One organisation in the list: its number, its name as the way to its details, what it is."""
    number_of = str(one["no"])
    here = {"aria-current": "true"} if number_of == chosen.organisation else {}
    link = html.A(
        str(one["name"]), href=to_url(chosen.but(organisation=number_of)), **{"data-nav": "mark", **here}
    )
    kind = say(f"value.kind.{one['kind']}", chosen.lang)
    what = f"{kind} · {one['ecosystems']}"
    return [html.Span(number_of, className="badge-no"), html.Div([link, html.Span(what, className="what")])]


@packed
def details(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """Everything known of the chosen organisation, each fact with its standing."""
    words = region_of(data, chosen)
    rows = known(pack, chosen.lang)
    rows = rows[rows["no"].astype(str) == chosen.organisation]
    if rows.empty:
        return Picture(
            figures.nothing(say("clusters.details.choose", chosen.lang)), pd.DataFrame(), (), "", (), words
        )
    one = rows.iloc[0].to_dict()
    facts = pd.DataFrame(facts_of(pack, one, chosen))
    body = html.Dl(
        [
            html.Div([html.Dt(fact["label"]), html.Dd(shown(fact))], **{"data-standing": fact["standing"]})
            for fact in facts.to_dict("records")
        ],
        className="facts",
    )
    summary = say(
        "clusters.details.summary",
        chosen.lang,
        name=one["name"],
        kind=say(f"value.kind.{one['kind']}", chosen.lang),
        ecosystems=one["ecosystems"],
    )
    notes = (
        *((str(one[f"conflict_{chosen.lang}"]),) if one[f"conflict_{chosen.lang}"] else ()),
        *noted(pack, [str(one["note"])], chosen.lang),
    )
    return Picture(
        body, facts, (pack.sources["paper"], pack.sources["profiles"]), summary, notes, words, year="2024"
    )


def facts_of(pack: Pack, one: dict[str, Any], chosen: Selection) -> list[dict[str, Any]]:
    """Label, value and standing of each fact of an organisation; what nobody publishes is said."""
    projects = pack.tables["participations"].merge(pack.tables["projects"][["project", "name"]], on="project")
    mine = projects[projects["organisation"] == one["no"]]
    named = [(name, standing) for name, standing in zip(mine["name"], mine["standing"], strict=True)]
    members = number(one["members"], chosen.lang, 0) if one["members"] == one["members"] else ""
    given = [
        ("number", str(one["no"]), "printed"),
        ("members", members, "printed"),
        ("members_elsewhere", one["members_elsewhere"], "published"),
        ("declared", one["declared"], "printed"),
        ("found", one["found_place"], "published"),
        ("founded", one["founded"], "published"),
        ("label", one["label"], "published"),
        ("themes", one[f"themes_{chosen.lang}"], "published"),
        ("other_names", one["other_names"], "published"),
        ("website", one["website"], "published"),
        ("projects_paper", ", ".join(name for name, standing in named if standing == "printed"), "printed"),
        (
            "projects_elsewhere",
            ", ".join(name for name, standing in named if standing != "printed"),
            "published",
        ),
    ]
    return [
        {
            "fact": key,
            "label": say(f"clusters.fact.{key}", chosen.lang),
            "text": value or say("standing.short.not-published", chosen.lang),
            "standing": standing if value else "not-published",
        }
        for key, value, standing in given
    ]


def shown(fact: dict[str, Any]) -> object:
    """A website as a link, anything else as words."""
    text = str(fact["text"])
    return (
        html.A(text, href=text, rel="noopener noreferrer", target="_blank")
        if text.startswith("https://")
        else text
    )
