"""The regions in view in words: which set they are, how many, and by what rule."""

from components.charts.naming import name_of
from components.i18n.text import listing, say
from components.state.selection import EU, Selection
from data import Data, groups, peers
from data.records import Indicator


def kind_of(chosen: Selection) -> str:
    """How words name the regions in view: by the group's own name, or as those of a country."""
    return chosen.within if chosen.within in (EU, *groups.GROUPS) else "country"


def names(data: Data, chosen: Selection) -> dict[str, object]:
    """The names that tell one country, and one region with its neighbours, from another."""
    return {
        "country": name_of(data, chosen.within, chosen.lang),
        "region": name_of(data, chosen.region, chosen.lang),
    }


def set_text(data: Data, chosen: Selection, indicator: Indicator, count: int, when: str) -> str:
    """So many areas in view with a value, in words."""
    kind = "regions" if indicator.source.areas == "nuts2" else "areas"
    key = f"compare.among.{kind_of(chosen)}.{kind}"
    return say(key, chosen.lang, of=count, when=when, **names(data, chosen))


def where_text(data: Data, chosen: Selection) -> str:
    """The regions in view, in words."""
    return say(f"compare.where.{kind_of(chosen)}", chosen.lang, **names(data, chosen))


def notes(data: Data, chosen: Selection, indicator: Indicator) -> list[str]:
    """What makes the group in view, where it is not the Union or a country; who is in none."""
    if chosen.within not in groups.GROUPS:
        return []
    rule = say(f"compare.group.{rule_of(chosen.within)}", chosen.lang, **names(data, chosen))
    unknown = unknown_category(data, chosen) if chosen.within in groups.CATEGORIES else []
    larger = indicator.source.areas != "nuts2"
    return [rule, *unknown, *([say("compare.group.areas", chosen.lang)] if larger else [])]


def placed_in(data: Data, chosen: Selection) -> Selection:
    """The Selection by whose group a region is placed: the one in view if the region is in it, else the whole Union."""
    is_inside = chosen.region in groups.regions_in(data, chosen.group)
    return chosen if is_inside else chosen.but(within=EU)


def rule_of(group: str) -> str:
    """The rule by which regions are of a group: a key of words."""
    if group in groups.CATEGORIES:
        return "category"
    return group if group in ("capitals", groups.BORDER) else "innovation"


def unknown_category(data: Data, chosen: Selection) -> list[str]:
    """The regions of no known category, which are in no group of categories."""
    known = groups.categories(data)
    unknown = [name_of(data, code, chosen.lang) for code in peers.regions(data) if code not in known]
    if not unknown:
        return []
    return [say("compare.group.unknown", chosen.lang, names=listing(unknown, chosen.lang))]


def in_view_text(data: Data, chosen: Selection) -> str:
    """How many regions of how many are in view, where they are not all."""
    if chosen.within == EU:
        return ""
    every = peers.regions(data)
    inside = groups.regions_in(data, chosen.group).intersection(every)
    return say("compare.in_view", chosen.lang, count=len(inside), of=len(every))
