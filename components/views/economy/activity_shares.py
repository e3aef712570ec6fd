"""Where people work and where value added comes from, by group of activities: Table 1 of the input paper, else the
labour force survey."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.naming import flag_legend, name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.economy.headlines import blanks
from components.views.economy.table1 import codes, table1_rows
from components.views.pack_charts import not_in_pack, pack_chart, pack_with, sources_of
from data import Data, Pack, queries


def party_names(data: Data, chosen: Selection) -> dict[str, str]:
    """The names of the region, its country and the Union."""
    return {party: name_of(data, code, chosen.lang) for party, code in codes(data, chosen.region).items()}


def structure(pack: Pack, data: Data, chosen: Selection, block: str) -> ChartResult:
    """The shares of one block of Table 1 for the three parties."""
    rows = table1_rows(data, chosen.region, chosen.lang)
    rows = rows[(rows["block"] == block) & rows["value"].notna()]
    if "home" not in set(rows["party"]):
        return not_in_pack(data, chosen)
    rows = from_largest(rows)
    look = Look(chosen.theme, chosen.lang, rows["unit"].iloc[0], 1)
    return ChartResult(
        figures.party_dots(rows, look, party_names(data, chosen)),
        rows,
        sources_of(pack, pack.tables["table1"]),
        structure_sentence(rows, look, blanks(data, chosen)),
        erratum_sentences(pack, rows["notes"], chosen.lang),
        blanks(data, chosen),
        1,
    )


def from_largest(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table of parties, those of the region's largest group first."""
    home = rows[rows["party"] == "home"].set_index("label")["value"]
    return rows.sort_values("label", key=lambda labels: -labels.map(home), kind="stable", ignore_index=True)


def structure_sentence(rows: pd.DataFrame, look: Look, words: dict[str, Any]) -> str:
    """Where the region exceeds the Union most; its largest share where the Union has none to set it against."""
    home, union = (rows[rows["party"] == party].set_index("indicator") for party in ("home", "union"))
    gaps = (home["value"] - union["value"]).dropna()
    sector = gaps.idxmax() if len(gaps) else home["value"].idxmax()
    shares = {"sector": home.at[sector, "label"], "home": look.number(home.at[sector, "value"])}
    if gaps.empty or gaps[sector] <= 0:
        return say("economy.structure.first", look.lang, **words, **shares)
    against = look.number(union.at[sector, "value"])
    return say("economy.structure.summary", look.lang, **words, **shares, union=against)


def with_block(data: Data, region: str, block: str) -> Pack | None:
    """The pack of a region if its Table 1 has a block."""
    pack = pack_with(data, region, "table1")
    return pack if pack and block in set(pack.tables["table1"]["block"]) else None


@pack_chart("table1")
def gva_structure(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Where value added comes from."""
    return structure(pack, data, chosen, "gva")


def employment_structure(data: Data, chosen: Selection) -> ChartResult:
    """Where people work: as printed for a pack's region, else the last labour force survey by section that is at
    hand."""
    pack = with_block(data, chosen.region, "employment")
    return structure(pack, data, chosen, "employment") if pack else survey_structure(data, chosen)


def survey_structure(data: Data, chosen: Selection) -> ChartResult:
    """Employment by group of NACE sections, last year at hand (2015), for any region; the Union where it is
    published."""
    groups = [code for code in data.indicators if code.startswith("lfs_") and code != "lfs_total"]
    rows = pd.DataFrame([share for code in groups for share in shares(data, code, chosen)])
    words = blanks(data, chosen)
    if rows.empty:
        text = say("economy.employment_structure.none", chosen.lang, **words)
        return ChartResult(figures.empty_state(text), rows, blanks=words)
    rows = from_largest(rows)
    look = Look(chosen.theme, chosen.lang, "%", 1)
    home = rows[rows["party"] == "home"]
    top = home.loc[home["value"].idxmax()]
    largest = {"sector": top["label"], "home": look.number(top["value"]), "year": top["year"]}
    return ChartResult(
        figures.party_dots(rows, look, party_names(data, chosen)),
        rows,
        tuple(data.indicators[code] for code in (*groups, "lfs_total")),
        say("economy.employment_structure.survey", chosen.lang, **words, **largest),
        (
            say("economy.employment_structure.old", chosen.lang),
            *unpublished_groups(data, groups, home["label"].tolist(), chosen),
            *flag_legend(rows["flag"], chosen.lang),
        ),
        words,
        1,
    )


def unpublished_groups(
    data: Data, groups: list[str], labels: list[str], chosen: Selection
) -> tuple[str, ...]:
    """The groups that the survey does not give for this region: any of them may be larger than those it gives."""
    names = [data.indicators[code].short[chosen.lang] for code in groups]
    missing = [name for name in names if name not in labels]
    if not missing:
        return ()
    return (say("economy.employment_structure.gaps", chosen.lang, names=listing(missing, chosen.lang)),)


def shares(data: Data, code: str, chosen: Selection) -> list[dict[str, Any]]:
    """The share of one group in total employment in the last year of the survey, for each party that has both;
    none at all where the region itself has none."""
    year = queries.latest_year(data, "lfs_total")
    found = []
    for party, region in codes(data, chosen.region).items():
        part, total = (queries.value_at(data, series, region, year) for series in (code, "lfs_total"))
        if part and total:
            found.append(
                {
                    "label": data.indicators[code].short[chosen.lang],
                    "party": party,
                    "region": region,
                    "year": year,
                    "value": 100 * part.value / total.value,
                    "unit": "%",
                    "flag": part.flag,
                    "standing": "recomputed",
                }
            )
    return found if any(share["party"] == "home" for share in found) else []
