"""Every filter of the cluster and initiatives views reaches every card, or the card says that it does not; every
project and organisation leads to the pages it was found on."""

from typing import Any

import pandas as pd
import pytest

from components.charts.result import ChartResult
from components.i18n.text import LANGUAGES, say
from components.layout import chart_results
from components.render import markup
from components.state.selection import DEFAULTS, Selection, choices, to_url
from components.views import TABS
from components.views.clusters import organisations
from components.views.initiatives import filters
from data import Data
from tests import sample

FILTERS = {"clusters": organisations.FILTERS, "initiatives": filters.FILTERS}
CHARTS = [(tab, chart) for tab in FILTERS for chart in TABS[tab].charts]
NOT_A_FILTER = {
    # Which place is drawn, whom the details are about, and what the official figures of any region are asked.
    "clusters": {"location", "organisation", "division", "lq", "share"},
    "initiatives": {"project", "network"},  # which project the details are about, whose partners are counted
}


def filtered_selections(data: Data, tab: str) -> list[Selection]:
    """The view under every value of every filter alone; with a project or an organisation chosen, so that the
    details show one."""
    base = Selection(tab=tab).but(project="rise")
    base = base.but(organisation="6") if tab == "clusters" else base
    chosen = []
    for name in FILTERS[tab]:
        many = isinstance(DEFAULTS[name], tuple)
        chosen += [base.but(**{name: (value,) if many else value}) for value in choices(data)[name] if value]
    return chosen


def keys(tab: str, picture: ChartResult) -> set[Any] | None:
    """The projects or organisations that the rows of a chart are about; None where they are about neither."""
    rows = picture.rows
    if tab == "clusters":
        return set(rows["no"].dropna()) if "no" in rows else None
    if "project_name" in rows:
        return set(rows["project_name"])
    return set(rows["label"]) if {"programme", "partners"} & set(rows.columns) else None


def test_every_control_of_the_two_views_is_a_filter_or_known_not_to_be_one() -> None:
    for tab, names in FILTERS.items():
        assert set(TABS[tab].controls) == set(names) | NOT_A_FILTER[tab]


@sample.EXTENT
@pytest.mark.parametrize(("tab", "chart"), CHARTS)
def test_every_filter_reaches_every_card_or_the_card_says_that_it_does_not(
    data: Data, tab: str, chart: str, extent: str
) -> None:
    pack = data.packs["ITC4"]
    every = filtered_selections(data, tab)
    for chosen in every if extent == sample.ALL else every[CHARTS.index((tab, chart)) % 6 :: 6]:
        picture = chart_results.chart_result(chart, data, chosen)
        if picture.rows.empty:
            continue
        said = " ".join([picture.summary, *picture.notes])
        if tab == "clusters":
            passing = set(organisations.filtered_organisations(pack, chosen)["no"])
        else:
            passing = set(filters.filtered_projects(pack, chosen)["name"])
        unreached = say("filters.not_reached", "en") in said
        is_details = chart in ("clusters.details", "initiatives.project")
        faded = chart == "clusters.matrix" and (len(passing) == 15 or "faded" in said)
        mine = keys(tab, picture)
        within = mine is not None and mine <= passing and not is_details
        about = 6 if tab == "clusters" else "RISE"
        told = is_details and ((about in passing) != ("does not pass the filters" in said))
        assert unreached or within or faded or told, f"{chart} at {to_url(chosen)}"


@pytest.mark.parametrize(("tab", "chart"), CHARTS)
def test_without_a_filter_no_card_speaks_of_filters_in_use(data: Data, tab: str, chart: str) -> None:
    picture = chart_results.chart_result(chart, data, Selection(tab=tab))
    assert say("filters.not_reached", "en") not in picture.notes


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_project_and_organisation_leads_to_the_pages_it_was_found_on(data: Data, lang: str) -> None:
    pack = data.packs["ITC4"]
    listed = markup.html_of(
        chart_results.chart_result(
            "initiatives.directory", data, Selection(tab="initiatives", lang=lang)
        ).figure
    )
    for row in pack.tables["projects"].to_dict("records"):
        chosen = Selection(tab="initiatives", lang=lang, project=row["project"])
        details = markup.html_of(chart_results.chart_result("initiatives.project", data, chosen).figure)
        assert row["pages"] or row["named"] == "paper", row["project"]
        for address in row["pages"].split():
            link = f'href="{address.replace("&", "&amp;")}"'
            assert link in listed, row["project"]
            assert link in details, row["project"]
    for row in pack.tables["organisations"].to_dict("records"):
        chosen = Selection(tab="clusters", lang=lang, organisation=str(row["no"]))
        details = markup.html_of(chart_results.chart_result("clusters.details", data, chosen).figure)
        assert row["pages"], row["name"]
        for address in row["pages"].split():
            assert f'href="{address.replace("&", "&amp;")}"' in details, row["name"]


def test_what_the_paper_counts_and_nobody_identified_is_a_number_and_never_a_project(data: Data) -> None:
    """For every programme: counted = named in the text + identified + probably identified + missing."""
    pack = data.packs["ITC4"]
    projects, counts = pack.tables["projects"], pack.tables["programme_counts"]
    found = {gap.programme: gap for gap in filters.gaps(pack)}
    for programme, rows in projects.groupby("programme"):
        counted = counts.loc[
            (counts["programme"] == programme) & counts["count"].str.endswith("_projects"), "value"
        ]
        if counted.empty:
            continue
        sure = int(rows["counted"].isin(["named", "inferred"]).sum())
        most, least = int(counted.item()) - sure, int(counted.item()) - len(rows)
        assert (most == 0) == (programme not in found)
        if most:
            assert (found[programme].fewest_missing, found[programme].most_missing) == (least, most)
    assert {name: (gap.fewest_missing, gap.most_missing) for name, gap in found.items()} == {
        "ESCP-4i": (4, 6),
        "I3": (5, 5),
    }
    assert (projects["name"].str.contains("further") | (projects["pages"] == "")).sum() == 0


def test_a_number_printed_of_a_project_is_never_one_that_other_pages_give(data: Data) -> None:
    rows = data.packs["ITC4"].tables["projects"]
    elsewhere = rows[rows["standing"] != "printed"]
    for column in ("eu_contribution", "partners", "countries"):
        assert elsewhere[column].isna().all(), column


def test_gaps_follow_the_programmes_chosen(data: Data) -> None:
    for programme, count in (("I3", 1), ("ESCP-4i", 1), ("Eurocluster", 0), ("ESCP-4x", 0)):
        drawn = chart_results.chart_result(
            "initiatives.directory", data, Selection(tab="initiatives", programme=(programme,))
        )
        said = [note for note in drawn.notes if "Not identified here" in note]
        assert len(said) == count, programme
        assert all(programme in note for note in said)


def test_money_is_of_the_projects_that_pass(data: Data) -> None:
    for organisation in range(1, 16):
        chosen = Selection(tab="initiatives", organisation=str(organisation))
        rows: pd.DataFrame = chart_results.chart_result("initiatives.contributions", data, chosen).rows
        people = data.packs["ITC4"].tables["participations"]
        mine = set(people.loc[people["organisation"] == organisation, "project"])
        assert set(rows["key"]) <= mine, organisation
