"""What the paper and studies say of clusters: shares, counts, policy and dates, each as printed and of its own region."""

import pandas as pd
import pytest

from components import figures
from components.charts.naming import name_of
from components.charts.view import Section, Tab
from components.figures.shares import Share
from components.i18n.text import LANGUAGES, format_date, say
from components.layout import chart_results
from components.render import markup
from components.state.selection import Selection
from components.views import TABS
from data import Data
from tests.components.cluster_charts import picture

TAB = TABS["clusters"]


def section_of(tab: Tab, name: str) -> Section:
    return next(section for section in tab.sections if section.name == name)


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
