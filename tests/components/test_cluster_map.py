"""Organisations on the map: one numbered and named mark each, a slot that stays, names that never cover each other."""

import re
from itertools import combinations
from typing import Any

import pandas as pd
import pytest

from components import figures
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.figures.labels import Label, are_apart, label_rows
from components.figures.margins import NARROW as PHONE
from components.i18n.text import LANGUAGES
from components.layout import chart_results
from components.state.selection import to_url
from components.theme import THEMES
from data import Data
from tests import sample
from tests.components.cluster_charts import marks, picture, selections

SLOTS = ("circle", "square", "diamond")


def numbers(drawn: ChartResult) -> list[int]:
    return sorted(int(text) for trace in marks(drawn) for text in trace["text"])


@pytest.mark.parametrize(("lang", "theme"), sample.in_turn(LANGUAGES, list(reversed(THEMES))))
def test_the_map_has_one_numbered_and_named_mark_per_row(data: Data, lang: str, theme: str) -> None:
    for chosen in selections(data):
        drawn = chart_results.chart_result("clusters.places", data, chosen.but(lang=lang, theme=theme))
        if drawn.rows.empty:
            assert not isinstance(drawn.figure, dict), to_url(chosen)
            continue
        assert numbers(drawn) == sorted(drawn.rows["no"]), to_url(chosen)
        assert isinstance(drawn.figure, dict)
        names = [text for trace in drawn.figure["data"] for text in trace.get("text", [])]
        assert set(drawn.rows["short"]) <= set(names), to_url(chosen)


def test_thirteen_declare_milan_one_lecco_and_one_varese(data: Data) -> None:
    rows = picture(data, "places").rows
    assert rows["where"].value_counts().to_dict() == {"Milan": 13, "Varese": 1, "Lecco": 1}
    assert rows.set_index("where").loc[["Varese", "Lecco"], "no"].tolist() == [4, 5]
    italian = picture(data, "places", lang="it")
    assert "Milano 13" in italian.summary
    assert set(italian.rows["where"]) == {"Milano", "Varese", "Lecco"}


def test_an_organisation_without_a_found_place_is_named_and_not_drawn(data: Data) -> None:
    drawn = picture(data, "places", location="found")
    silent = {"AFIL", "Cluster SCC", "LE2C", "Green Chemistry", "Italbiotec"}
    assert set(drawn.rows["short"]).isdisjoint(silent)
    assert len(drawn.rows) == 15 - len(silent)
    assert all(name in " ".join(drawn.notes) for name in silent)


def test_an_organisation_keeps_its_slot_whoever_else_is_shown(data: Data) -> None:
    whole = picture(data, "places").rows.set_index("no")["at_lat"]
    assert whole.is_monotonic_decreasing
    for chosen in selections(data):
        rows = chart_results.chart_result("clusters.places", data, chosen).rows
        for row in rows.itertuples():
            assert row.at_lat == whole[row.no], to_url(chosen)


def test_names_on_the_map_never_cover_each_other_on_a_phone(data: Data) -> None:
    for location in ("declared", "found"):
        for lang in LANGUAGES:
            drawn = picture(data, "places", location=location, lang=lang)
            assert isinstance(drawn.figure, dict)
            texts = [trace for trace in drawn.figure["data"] if isinstance(trace.get("textposition"), list)]
            west, east = drawn.figure["layout"]["geo"]["lonaxis"]["range"]
            boxes = [box for trace in texts for box in boxes_of(trace, PHONE / (east - west))]
            assert len(boxes) >= 11, (location, lang)
            counts = [
                int(text[:-4].split()[-1]) for trace in texts for text in trace["text"] if "<b>" in text
            ]
            assert sum(counts) == len(drawn.rows), (location, lang)
            assert all(are_apart(box, other) for box, other in combinations(boxes, 2)), (location, lang)


def boxes_of(trace: dict[str, Any], degree: float) -> list[tuple[float, float, float, float]]:
    stretch = degree / 0.699
    given = zip(trace["text"], trace["textposition"], trace["lon"], trace["lat"], strict=True)
    plain = [(re.sub("<[^>]+>", "", text), side, lon, lat) for text, side, lon, lat in given]
    return [Label(text, side, lon * degree, lat * stretch).box for text, side, lon, lat in plain]


def test_a_name_without_room_is_abbreviated_or_left_out() -> None:
    point = {"count": 0, "lon": 9.0, "lat": 45.0, "at_lon": 9.0, "at_lat": 45.0}
    land = pd.DataFrame(
        [{**point, "code": f"{n}", "label": "A long name", "short": f"N{n}"} for n in range(9)]
    )
    shown = label_rows(land, 60)
    assert "A long name" in set(shown["text"])
    assert len(shown) < 9


def test_the_look_of_the_map_does_not_depend_on_the_region(data: Data) -> None:
    """A figure knows marks, not regions: the same rows draw the same marks anywhere on earth."""
    rows = picture(data, "places").rows.assign(words="w")
    land = rows.drop_duplicates("where").assign(code=lambda r: r["no"], count=1, label="x", short="x")
    far = rows.assign(lon=rows["lon"] + 90)
    drawn = figures.callouts(far, land, Look(), address="/shapes/none.geojson", frame=(90, 110, 40, 50))
    assert sum(len(trace.get("customdata", [])) for trace in drawn["data"]) == 15
    assert {trace["marker"]["symbol"] for trace in drawn["data"] if trace.get("customdata")} == set(SLOTS)
