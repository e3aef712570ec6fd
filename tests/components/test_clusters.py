"""The cluster map says what the paper says of the 15 organisations, once each, in every way it shows them."""

import re
from itertools import combinations
from typing import Any

import pandas as pd
import pytest

from components import figures
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.charts.view import Section, Tab
from components.figures.frame import Look
from components.figures.labels import Label, are_apart, label_rows
from components.figures.shares import Share
from components.i18n.text import LANGUAGES, format_date, say
from components.layout import chart_results
from components.render import markup
from components.state.selection import Selection, choices, to_url
from components.theme import THEMES
from components.views import TABS
from components.views.clusters.organisations import FILTERS, filtered_organisations, left_out
from data import Data
from tests import sample

TAB = TABS["clusters"]
SLOTS = ("circle", "square", "diamond")


def picture(data: Data, name: str, **chosen: Any) -> ChartResult:
    return chart_results.chart_result(f"clusters.{name}", data, Selection(tab="clusters", **chosen))


def marks(drawn: ChartResult) -> list[dict[str, Any]]:
    assert isinstance(drawn.figure, dict)
    return [trace for trace in drawn.figure["data"] if trace.get("customdata")]


def numbers(drawn: ChartResult) -> list[int]:
    return sorted(int(text) for trace in marks(drawn) for text in trace["text"])


def section_of(tab: Tab, name: str) -> Section:
    return next(section for section in tab.sections if section.name == name)


def link_address(chosen: Selection) -> str:
    """A link's address as HTML writes it."""
    return f'href="{to_url(chosen).replace("&", "&amp;")}"'


def selections(data: Data) -> list[Selection]:
    """Every choice of every control alone, in both places."""
    base = Selection(tab="clusters")
    alone = [base.but(**{name: (option,)}) for name in FILTERS for option in choices(data)[name]]
    return [item.but(location=place) for item in [base, *alone] for place in choices(data)["location"]]


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
            boxes = [box for trace in texts for box in boxes_of(trace)]
            assert len(boxes) == 12, (location, lang)
            assert all(are_apart(box, other) for box, other in combinations(boxes, 2)), (location, lang)


def boxes_of(trace: dict[str, Any]) -> list[tuple[float, float, float, float]]:
    stretch = 62 / 0.699
    given = zip(trace["text"], trace["textposition"], trace["lon"], trace["lat"], strict=True)
    plain = [(re.sub("<[^>]+>", "", text), side, lon, lat) for text, side, lon, lat in given]
    return [Label(text, side, lon * 62, lat * stretch).box for text, side, lon, lat in plain]


def test_a_name_without_room_is_abbreviated_or_left_out() -> None:
    point = {"count": 0, "lon": 9.0, "lat": 45.0, "at_lon": 9.0, "at_lat": 45.0}
    land = pd.DataFrame(
        [{**point, "code": f"{n}", "label": "A long name", "short": f"N{n}"} for n in range(9)]
    )
    shown = label_rows(land, 60)
    assert "A long name" in set(shown["text"])
    assert len(shown) < 9


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_filter_says_whom_it_leaves_out(data: Data, lang: str) -> None:
    pack = data.packs["ITC4"]
    for chosen in selections(data):
        drawn = chart_results.chart_result("clusters.directory", data, chosen.but(lang=lang))
        out = left_out(pack, chosen)
        assert len(out) + len(filtered_organisations(pack, chosen)) == 15
        if len(out):
            assert f"({len(out)})" in drawn.summary, to_url(chosen)
            assert all(name in drawn.summary for name in out["short"]), to_url(chosen)
            assert link_address(chosen.but(lang=lang, **dict.fromkeys(FILTERS, ()))) in markup.html_of(
                drawn.figure
            )


def test_filters_narrow_together(data: Data) -> None:
    assert list(picture(data, "directory", kind=("National",)).rows["no"]) == [10, 11]
    assert list(picture(data, "directory", ecosystem=("health",)).rows["no"]) == [5, 8, 12, 14]
    assert list(picture(data, "directory", members=(">100",)).rows["no"]) == [1, 4, 6, 8, 11]
    both = picture(data, "directory", ecosystem=("health",), kind=("LTC",), members=(">100",))
    assert list(both.rows["no"]) == [8]
    assert list(picture(data, "places", location="found", place=("Lodi",)).rows["no"]) == [2]
    assert picture(data, "places", place=("Lodi",)).rows.empty


def test_map_list_and_matrix_lead_to_the_same_choice(data: Data) -> None:
    drawn = picture(data, "places", organisation="7")
    led = [query for trace in marks(drawn) for query in trace["customdata"]]
    assert sorted(led) == sorted(f"organisation={number}" for number in range(1, 16))
    chosen = Selection(tab="clusters", organisation="7")
    for number in range(1, 16):
        for name in ("directory", "matrix"):
            assert link_address(chosen.but(organisation=str(number))) in markup.html_of(
                picture(data, name, organisation="7").figure
            ), name
    assert markup.html_of(picture(data, "directory", organisation="7").figure).count("aria-current") == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_of_every_organisation_has_a_standing_and_a_source_or_is_not_published(
    data: Data, lang: str
) -> None:
    for number in range(1, 16):
        drawn = picture(data, "details", organisation=str(number), lang=lang)
        facts = drawn.rows
        silent = facts["standing"] == "not-in-our-copy"
        assert (facts.loc[~silent, "said_in"] != "").all(), number
        assert (facts.loc[silent, "said_in"] == "").all(), number
        shown = markup.html_of(drawn.figure)
        assert all(
            markup.html_of(text) in shown for text in facts.loc[~silent, "text"].str.removeprefix("https://")
        )
        assert all(
            markup.html_of(label) in shown
            for label in facts.loc[silent & (facts["fact"] != "project"), "label"]
        )


def test_the_details_of_afil_are_those_of_box_1_and_section_3(data: Data) -> None:
    rows = picture(data, "details", organisation="1").rows
    facts = rows.set_index("fact")
    assert facts.at["members", "text"] == "143"
    assert facts.at["members", "standing"] == "printed"
    assert facts.at["founded", "text"] == "13 March 2013"
    assert facts.at["staff", "standing"] == "published"
    assert facts.at["declared", "standing"] == "inferred"
    projects = rows[rows["fact"] == "project"]
    assert projects["standing"].tolist() == ["printed"] * 4 + ["published"] * 2
    assert "PIMAP4Sustainability" in projects["text"].iloc[0]
    renumbered = picture(data, "details", organisation="4").rows.set_index("fact").at["number", "text"]
    assert renumbered == "4 (printed as 6)"


def test_a_probable_project_is_called_probable(data: Data) -> None:
    for lang, word in (("en", "probable"), ("it", "probabile")):
        rows = picture(data, "details", organisation="2", lang=lang).rows
        told = rows[rows["fact"] == "project"].iloc[0]
        assert word in told["text"]
        assert told["standing"] == "inferred"


def test_the_matrix_has_17_links_and_says_which_ecosystems_have_none(data: Data) -> None:
    drawn = picture(data, "matrix")
    html = markup.html_of(drawn.figure)
    assert html.count('class="yes') == 17 + html.count('class="yes-name')
    assert html.count('class="yes-name') == 17
    assert html.count("<tr") == 14 + 2
    assert (drawn.rows["label"] == "nobody").sum() == 5
    assert len(drawn.rows) == 17 + 5
    per = drawn.rows.dropna(subset=["no"]).groupby("ecosystem")["no"].apply(lambda no: sorted(map(int, no)))
    assert per["Health"] == [5, 8, 12, 14]
    assert per["Digital"] == [1, 3, 13]
    assert per["Energy - Renewables"] == [6, 11, 12]
    assert per["Agri-Food"] == [2, 12]
    assert sorted(map(len, per)) == [1, 1, 1, 1, 1, 2, 3, 3, 4]


def test_figure_4_stands_as_printed_beside_what_it_must_say(data: Data) -> None:
    staff = picture(data, "staff_bands").rows.set_index(["band", "variant"])
    assert staff.loc[(">20", "printed"), "percent"] == 1
    assert round(staff.loc[(">20", "resolved"), "percent"]) == 7
    assert staff.loc[("11-20", "printed"), "standing"] == "not-in-our-copy"
    assert pd.isna(staff.loc[("11-20", "europe"), "percent"]), (
        "the text of the figure has no share for this band"
    )
    assert staff.loc[("11-20", "europe"), "standing"] == "not-in-our-copy"
    members = picture(data, "members_bands").rows.set_index(["band", "variant"])
    assert [members.loc[(">100", item), "count"] for item in ("printed", "resolved")] == [4, 5]
    assert [members.loc[(band, "europe"), "percent"] for band in ("<=50", "51-100", ">100")] == [34, 27, 37]
    assert members.xs("resolved", level="variant")["count"].sum() == 15


def test_a_worked_out_share_is_outlined_and_none_is_no_bar() -> None:
    row = [
        Share("5", 33.3, "recomputed"),
        Share("4", 33, "printed"),
        Share("left out", None, "not-published"),
    ]
    html = markup.html_of(figures.shares(["", "a", "b", "c"], [("big", row)]))
    assert html.count("outlined") == 1
    assert html.count("solid") == 1
    assert html.count("<td") == 3


def test_box_1_is_ranked_and_never_summed(data: Data) -> None:
    drawn = picture(data, "members")
    assert drawn.rows["value"].tolist() == [143, 140, 114, 114, 100, 88, 50, 31, 14]
    assert "SPRING" in " ".join(drawn.notes)
    assert "794" not in drawn.summary


def test_counts_are_shown_for_the_three_regions_that_have_one(data: Data) -> None:
    for region, count in (("ITC4", 15), ("ITH5", 11), ("ITC1", 10)):
        drawn = picture(data, "counts", region=region)
        assert drawn.rows["value"].tolist() == [15, 11, 10]
        assert str(count) in drawn.summary
        assert "96" in drawn.summary
        assert "1,156" in drawn.summary
    assert picture(data, "counts", region="ITF3").rows.empty


def test_what_is_said_of_lombardy_is_said_of_no_other_region(data: Data) -> None:
    own, other = picture(data, "statements"), picture(data, "statements", region="FR10")
    assert len(own.rows) == 11
    assert set(other.rows["place"]) == {"Figure 5", "Section 2"}
    assert (other.rows["direction"] == "negative").sum() == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_region_without_a_paper_says_so(data: Data, lang: str) -> None:
    official = {
        f"clusters.{chart.__name__}"
        for name in ("agglomerations", "over_time")
        for chart in section_of(TAB, name).own_charts
    }
    for name in TAB.charts.keys() - official:
        drawn = chart_results.chart_result(name, data, Selection(tab="clusters", region="PT1A", lang=lang))
        if drawn.rows.empty:
            words = say("pack.none", lang, region=name_of(data, "PT1A", lang))
            assert markup.html_of(words) in markup.html_of(drawn.figure), name


def test_policy_runs_from_2001_to_2027_in_words_and_in_bars(data: Data) -> None:
    drawn = picture(data, "policy")
    html = markup.html_of(drawn.figure)
    assert html.count("<li") == len(drawn.rows) == 9
    assert html.count('class="period"') == 3
    assert html.count('class="moment"') == 6
    assert "March 2001" in html
    assert "2021–2027" in html


@pytest.mark.parametrize(
    ("when", "english", "italian"),
    [
        ("2024", "2024", "2024"),
        ("2001-03", "March 2001", "marzo 2001"),
        ("2013-03-13", "13 March 2013", "13 marzo 2013"),
    ],
)
def test_a_date_is_written_as_each_language_writes_it(when: str, english: str, italian: str) -> None:
    assert (format_date(when, "en"), format_date(when, "it")) == (english, italian)


def test_the_look_of_the_map_does_not_depend_on_the_region(data: Data) -> None:
    """A figure knows marks, not regions: the same rows draw the same marks anywhere on earth."""
    rows = picture(data, "places").rows.assign(words="w")
    land = rows.drop_duplicates("where").assign(code=lambda r: r["no"], count=1, label="x", short="x")
    far = rows.assign(lon=rows["lon"] + 90)
    drawn = figures.callouts(far, land, Look(), address="/shapes/none.geojson", frame=(90, 110, 40, 50))
    assert sum(len(trace.get("customdata", [])) for trace in drawn["data"]) == 15
    assert {trace["marker"]["symbol"] for trace in drawn["data"] if trace.get("customdata")} == set(SLOTS)
