"""What the input paper prints stands in the view where a reader would look for it, with its standing."""

import re

import pytest

from components.i18n.text import LANGUAGES
from components.layout import chart_results, page
from components.render import markup
from components.state.selection import Selection
from data import Data
from data.standings import STANDINGS


def text_of(data: Data, chosen: Selection) -> str:
    """The words of a page, without its tags."""
    html = markup.html_of(page.page(data, chosen.but(part="all")))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


PRINTED = {
    "economy": [
        *(
            "9,977",
            "58,997",
            "448,754",
            "23,864",
            "302,079",
            "4,225,134",
            "432.3",
            "198.6",
            "108.9",
            "46,000",
            "34,400",
            "35,400",
        ),
        *(
            "439,986",
            "1,946,479",
            "15,905,280",
            "457,233",
            "23.8",
            "20.6",
            "20.2",
            "56.9",
            "51.9",
            "50.5",
            "13.6",
            "20.1",
            "22.1",
        ),
        *(
            "25.9",
            "17.7",
            "43.0",
            "41.9",
            "40.6",
            "23.3",
            "27.4",
            "30.8",
            "16.3 %",
            "16.6 %",
            "16.2 %",
            "15.2 %",
            "4.7 %",
            "4.0 %",
            "4.5 %",
            "2.7 %",
            "2.2 %",
            "1.1 %",
        ),
        *(
            "97.4",
            "90.3",
            "17.6",
            "15.0",
            "103.2",
            "98 of 234",
            "2.45",
            "7.8 %",
            "1.29",
            "0.96",
            "1.32",
            "0.38",
            "0.89",
            "57 EU = 100",
            "120.5",
        ),
        "has plateaued",
        *("T97", "C14", "M74", "M69", "S96", "C25", "C28", "Moderate Innovator +"),
    ],
    "clusters": [
        "AFIL - Lombardy Intelligent Factory Association",
        "TRIULZA",
        "13 of 15",
        "1,156",
        "96",
        "11 (73 %)",
        "5 (33 %)",
        "4 (33 %)",
        "17 links",
        "9 of 14",
        "DRIADE",
        "priority axis one",
        "national technology clusters",
        "the whole innovation ecosystem takes part",
    ],
    "initiatives": [
        "10 projects",
        "7 organisations",
        "12 countries",
        "27 beneficiaries",
        "570 million EUR",
        "three strands",
        "Single Market Programme",
        "An evaluation for the Commission in 2021",
        "70 %",
        "828,600",
        "HempCluB",
        "PIMAP4Sustainability",
        "RISE",
        "BATMASS",
        "DeremCo",
        "AMBITIOUS",
        "SMART-Growth",
    ],
    "s3": [
        "all 9",
        "5 to 8 of 9",
        "0 to 4 of 9",
        "7 to 8 of 9",
        "2 to 9 of 9",
        "1 to 8 of 9",
        "n = 9",
        "GO4Cosmetics",
        "entrepreneurial discovery process",
        "Which of the three European examples",
        "Bioeconomy",
        "Basque Country",
        "Tuscany",
        "Advanced manufacturing",
        "Nutrition",
    ],
}


@pytest.mark.parametrize(("tab", "printed"), [(tab, item) for tab, many in PRINTED.items() for item in many])
def test_what_is_printed_stands_in_its_view(data: Data, tab: str, printed: str) -> None:
    assert printed in text_of(data, Selection(tab=tab))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("tab", PRINTED)
def test_every_standing_in_a_view_is_one_that_is_known(data: Data, tab: str, lang: str) -> None:
    html = markup.html_of(page.page(data, Selection(tab=tab, part="all", lang=lang)))
    standings = set(re.findall(r'data-standing="([^"]*)"', html))
    assert standings <= set(STANDINGS)
    assert "printed" in standings or "bounded" in standings


def test_the_grant_sentence_is_quoted_and_never_drawn(data: Data) -> None:
    for name in ("initiatives.contributions", "initiatives.timeline", "initiatives.partners"):
        assert "828" not in str(chart_results.chart_result(name, data, Selection(tab="initiatives")).figure)


def test_projects_the_paper_does_not_name_are_never_printed(data: Data) -> None:
    rows = chart_results.chart_result("initiatives.directory", data, Selection(tab="initiatives")).rows
    assert not ((rows["named"] == "elsewhere") & (rows["standing"] == "printed")).any()


def test_every_organisation_has_a_mark_of_its_own(data: Data) -> None:
    for location in ("declared", "found"):
        rows = chart_results.chart_result(
            "clusters.places", data, Selection(tab="clusters", location=location)
        ).rows
        for row in rows.itertuples():
            for other in rows.itertuples():
                gap = ((row.at_lon - other.at_lon) * 0.7) ** 2 + (row.at_lat - other.at_lat) ** 2
                assert row.no == other.no or gap > 0.09**2, f"{location}: {row.no} and {other.no} overlap"


def test_filters_say_how_many_they_leave_out(data: Data) -> None:
    picture = chart_results.chart_result(
        "clusters.directory", data, Selection(tab="clusters", kind=("National",))
    )
    assert list(picture.rows["no"]) == [10, 11]
    assert "13" in picture.summary


def test_thresholds_move_the_specialised_divisions(data: Data) -> None:
    default = chart_results.chart_result("economy.quotients", data, Selection()).rows
    assert list(default.loc[default["specialised"], "key"]) == [
        "employed_c13",
        "employed_c14",
        "employed_c28",
    ]
    strict = chart_results.chart_result("economy.quotients", data, Selection(lq=2.0)).rows
    assert list(strict.loc[strict["specialised"], "key"]) == ["employed_c13"]
