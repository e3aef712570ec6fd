"""The organisations as rows: what is known of each, which pass the filters, in which province each one is.
Draws nothing."""

import pandas as pd

from components.i18n.text import listing, say, share_key
from components.state.selection import Selection, without_foreign_filters
from components.views.pack_charts import names_of, pack_with
from data import Data, Pack

UNKNOWN = "unknown"
# The marks of the kinds on the map, in the order of the kinds.
SYMBOLS = ("circle", "square", "diamond")
FILTERS = ("kind", "members", "place", "ecosystem")
PLACES = {
    "declared": ("declared_lon", "declared_lat", "declared"),
    "found": ("found_lon", "found_lat", "found_province"),
}


def place_standings(rows: pd.DataFrame, location: str) -> list[str]:
    """Who says where each organisation is: public pages, where a place was found; of a declared place the pack, unless
    it says how the place is inferred."""
    if location == "found":
        return ["published"] * len(rows)
    pairs = zip(rows["declared_basis"], rows["standing"], strict=True)
    shown_standings = {"not-published": "not-in-our-copy"}
    return ["inferred" if basis else shown_standings.get(standing, standing) for basis, standing in pairs]


def organisation_rows(pack: Pack, language: str) -> pd.DataFrame:
    """All organisations with the codes and names of their ecosystems; `size` is the band of members."""
    links = pack.rows("links")
    links = links.assign(name=names_of(pack, links["ecosystem"], "ecosystems", "ecosystem", language))
    codes = links.groupby("organisation")["ecosystem"].agg(tuple)
    labels = links.groupby("organisation")["name"].agg(", ".join)
    rows = pack.tables["organisations"]
    numbers = rows["no"].tolist()
    return rows.assign(
        codes=[codes.get(number, ()) for number in numbers],
        ecosystems=[labels.get(number, "") for number in numbers],
        size=rows["band"].replace("", UNKNOWN),
    )


def kinds(pack: Pack, language: str) -> pd.DataFrame:
    """What the kinds of organisations are called, `name` of one and `plural` of several, by kind and in order; a kind
    that the pack does not name has its own word."""
    table = pack.rows("organisation_kinds").sort_values("order", kind="stable").set_index("kind")
    there = pack.rows("organisations")["kind"].drop_duplicates()
    named = table.rename(columns={f"name_{language}": "name", f"plural_{language}": "plural"})
    others = [kind for kind in there if kind not in named.index]
    bare = pd.DataFrame({"name": others, "plural": others}, index=others)
    return pd.concat([named[["name", "plural"]], bare])


def filtered_organisations(pack: Pack, chosen: Selection) -> pd.DataFrame:
    """The organisations that pass every filter; an empty filter lets all pass. `place` means the province
    that the map shows: as declared, or as found."""
    rows = organisation_rows(pack, chosen.lang)
    province = PLACES[chosen.location][2]
    keep = rows["no"].notna()
    for column, wanted in (("kind", chosen.kind), ("size", chosen.members), (province, chosen.place)):
        keep &= rows[column].isin(wanted) | (not wanted)
    touched = rows["codes"].map(
        lambda codes: not chosen.ecosystem or bool(set(codes) & set(chosen.ecosystem))
    )
    return rows[keep & touched].reset_index(drop=True)


def count_text(data: Data, chosen: Selection) -> str:
    """How many organisations of how many pass the filters, where one is chosen."""
    pack = pack_with(data, chosen.region, "organisations")
    if pack is None or not any(getattr(chosen, name) for name in FILTERS):
        return ""
    count = len(filtered_organisations(pack, without_foreign_filters(pack, chosen)))
    total = len(pack.rows("organisations"))
    return say(share_key("clusters.filters.count", count, total), chosen.lang, count=count, of=total)


def left_out(pack: Pack, chosen: Selection) -> pd.DataFrame:
    """The organisations that some filter keeps away."""
    rows = pack.tables["organisations"]
    return rows[~rows["no"].isin(filtered_organisations(pack, chosen)["no"])]


def filter_summary(pack: Pack, chosen: Selection) -> str:
    """How many pass the filters, and who is left out, by name."""
    out = left_out(pack, chosen)
    total = len(pack.tables["organisations"])
    if out.empty:
        return say("clusters.filters.none", chosen.lang, of=total)
    names = listing(out["short"].tolist(), chosen.lang)
    return say(
        "clusters.filters.some", chosen.lang, count=total - len(out), of=total, left=len(out), names=names
    )


def without_filters(chosen: Selection) -> Selection:
    """The same screen without filters."""
    return chosen.but(**dict.fromkeys(FILTERS, ()))


def provinces(pack: Pack, language: str) -> pd.DataFrame:
    """The provinces of the pack: `code`, `name` (as other tables have it), `label`, and a point for the label."""
    rows = pack.rows("provinces")
    return rows.assign(name=rows["province"], label=rows[f"name_{language}"])


def province_name(pack: Pack, name: str, language: str) -> str:
    """A province of the pack in the reader's language."""
    return str(provinces(pack, language).set_index("name")["label"].get(name, name))
