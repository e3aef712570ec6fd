"""What a slide says without a number (more, less, largest, until, a quarter) is worked out again from the rows of
its chart."""

from collections.abc import Callable

import pandas as pd
import pytest

from components.layout import chart_results
from components.talks.stories import base, stories
from tests.own_data import DATA

Claim = Callable[[pd.DataFrame], bool]


def column(rows: pd.DataFrame, key: str, value: str = "value") -> dict[str, float]:
    """A column by the names in another."""
    return dict(zip(rows[key], rows[value], strict=True))


def giant_in_the_middle_field(rows: pd.DataFrame) -> bool:
    ranks, of = column(rows, "indicator", "rank"), column(rows, "indicator", "of")
    return ranks["gdp"] <= 5 and 1 / 3 < ranks["gerd"] / of["gerd"] < 2 / 3


def research_between_people_and_gdp(rows: pd.DataFrame) -> bool:
    share = column(rows, "key")
    sixth, third = abs(share["population"] - 100 / 6) < 0.5, abs(share["hightech"] - 100 / 3) < 0.5
    return sixth and third and share["population"] < share["rd"] < share["gdp"] < share["patents"]


def second_after_south_tyrol(rows: pd.DataFrame) -> bool:
    first = rows.sort_values("value", ascending=False)["region"].tolist()
    return first[:2] == ["ITH1", "ITC4"] and first[-1] == "ITF6"


def lead_shrank_until_2020(rows: pd.DataFrame) -> bool:
    by = rows.pivot_table(index="year", columns="key", values="value")
    lead, country = by["home"] / by["union"], by["country"] / by["union"]
    return bool(
        (lead.idxmax(), lead.idxmin()) == (2000, 2020)
        and lead[2020:].is_monotonic_increasing
        and country.iloc[0] > 1 > country.iloc[-1] > 0.95
    )


def industry_above_country_and_union(rows: pd.DataFrame) -> bool:
    industry = column(rows[rows["indicator"].str.endswith("_b_e")], "party")
    return industry["home"] > max(industry["country"], industry["union"])


def services_earn_more_than_half(rows: pd.DataFrame) -> bool:
    services = column(rows[rows["indicator"] == "gva_g_n"], "party")
    return services["home"] > 50 and industry_above_country_and_union(rows)


def one_job_in_four(rows: pd.DataFrame) -> bool:
    industry = column(rows[rows["indicator"] == "employment_b_e"], "party")
    return abs(industry["home"] - 25) < 1 and industry_above_country_and_union(rows)


def seven_sectors_and_textile(rows: pd.DataFrame) -> bool:
    kinds = rows["kind"].value_counts()
    only = rows.loc[rows["kind"] == "ecosystem", "label"].tolist()
    return kinds["sector"] == 7 and only == ["Textile"]


def both_a_quarter_short(rows: pd.DataFrame) -> bool:
    has, aims = (column(rows[rows["party"] == party], "label") for party in ("home", "target"))
    short = [1 - has[name] / aims[name] for name in aims]
    more = aims["Private R&D"] / has["Private R&D"] - 1
    return len(short) == 2 and all(0.2 < item < 0.3 for item in short) and 1 / 3 < more < 1 / 2


def research_below_the_union(rows: pd.DataFrame) -> bool:
    parties = column(rows[rows["label"] == "All R&D"], "party")
    return both_a_quarter_short(rows) and parties["home"] < parties["country"] < parties["union"]


def strong_and_weak(rows: pd.DataFrame) -> bool:
    score = column(rows, "key")
    strong = {"ris_ict_specialists", "ris_public_private_copublications"}
    weak = {"ris_tertiary_education", "ris_public_rd"}
    upper, lower = rows["value"].quantile(0.75), rows["value"].quantile(0.25)
    return all(score[item] >= upper for item in strong) and all(score[item] <= lower for item in weak)


def lower_half_by_all(rows: pd.DataFrame) -> bool:
    best = rows.loc[rows["value"].idxmax()]
    return (
        len(rows) == 14
        and bool((rows["value"] < 50).all())
        and int(rows["national"].sum()) == 10
        and not best["national"]
        and (best["rank"], best["of"]) == (150, 232)
    )


def has_places(rows: pd.DataFrame) -> bool:
    return (
        len(rows) == 15 and (rows["where"] == "Milan").sum() == 13 and rows["kind"].value_counts().max() == 9
    )


def from_14_to_143(rows: pd.DataFrame) -> bool:
    members = rows.sort_values("value", ascending=False)
    first, last = members["label"].tolist()[:2], members["label"].tolist()[-1]
    return len(rows) == 9 and first == ["AFIL", "LE2C"] and last == "CAT.AL"


def small_teams(rows: pd.DataFrame) -> bool:
    counted = rows[rows["variant"] == "resolved"].set_index("band")["count"]
    return counted["1-5"] == 11 and counted[">20"] == 1 and counted.sum() == 15


def four_without_ranks(rows: pd.DataFrame) -> bool:
    return len(rows) == 4 and not {"value", "count", "rank"} & set(rows)


def eleven_markets(rows: pd.DataFrame) -> bool:
    markets = rows[(rows["role"] != "partner") & (rows["standing"] == "printed")]
    return markets["country"].nunique() == 11 and {"DZ", "SG"} <= set(markets["country"])


def two_largest_of_five(rows: pd.DataFrame) -> bool:
    return (
        rows.sort_values("value", ascending=False)["key"].tolist()[:2] == ["batmass", "deremco"]
        and len(rows.dropna(subset="value")) == 5
    )


def eight_ecosystems(rows: pd.DataFrame) -> bool:
    ordered = rows.sort_values("order")["key"].tolist()
    return len(ordered) == 8 and (ordered[0], ordered[-1]) == ("nutrition", "manufacturing")


def all_nine_expect_sustainability(rows: pd.DataFrame) -> bool:
    future = rows[rows["question"] == "future"].set_index("item")
    majority = future.index[(future["least"] >= 5) & (future["least"] < 9)]
    return future.loc["sustainability", "least"] == 9 and set(majority) == {"connectivity", "manufacturing"}


def four_areas_today(rows: pd.DataFrame) -> bool:
    today = rows[(rows["question"] == "contribution") & (rows["least"] >= 5)]["item"]
    future = rows[(rows["question"] == "future") & (rows["least"] >= 5)]["item"]
    named = {"innovation", "green", "value_chains", "internationalisation"}
    return set(today) == named and "digital" in set(future)


def three_practices(rows: pd.DataFrame) -> bool:
    return rows["region"].tolist() == ["ES21", "ITI1", "SE22"]


CLAIMS: dict[str, list[Claim]] = {
    "milan": [
        giant_in_the_middle_field,
        research_between_people_and_gdp,
        second_after_south_tyrol,
        lead_shrank_until_2020,
        services_earn_more_than_half,
        one_job_in_four,
        seven_sectors_and_textile,
        both_a_quarter_short,
        strong_and_weak,
        lower_half_by_all,
        has_places,
        from_14_to_143,
        small_teams,
        four_without_ranks,
        eleven_markets,
        two_largest_of_five,
        eight_ecosystems,
        all_nine_expect_sustainability,
        four_areas_today,
        three_practices,
    ],
    "milan-five": [
        research_between_people_and_gdp,
        research_below_the_union,
        has_places,
        all_nine_expect_sustainability,
    ],
}
CASES = [
    pytest.param(name, number, claim, id=f"{name}-{number}-{claim.__name__}")
    for name, claims in CLAIMS.items()
    for number, claim in enumerate(claims, start=1)
]


@pytest.mark.parametrize(("name", "number", "claim"), CASES)
def test_what_a_slide_says_in_words_is_true_of_its_rows(name: str, number: int, claim: Claim) -> None:
    slide = stories(DATA)[name].slides[number - 1]
    assert claim(chart_results.chart_result(slide.chart, DATA, base(slide, DATA)).rows)


def test_every_slide_has_its_claim() -> None:
    assert {name: len(story.slides) for name, story in stories(DATA).items()} == {
        name: len(claims) for name, claims in CLAIMS.items()
    }
