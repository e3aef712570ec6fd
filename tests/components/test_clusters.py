"""The cluster map says what the paper says of the 15 organisations, once each, in every way it shows them."""

import pytest

from components.i18n.text import LANGUAGES
from components.layout import chart_results
from components.render import markup
from components.state.selection import Selection, to_url
from components.views.clusters.organisations import FILTERS, filtered_organisations, left_out
from data import Data
from tests.components.cluster_charts import marks, picture, selections


def link_address(chosen: Selection) -> str:
    """A link's address as HTML writes it."""
    return f'href="{to_url(chosen).replace("&", "&amp;")}"'


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
