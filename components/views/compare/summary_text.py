"""Where the chosen region stands among the areas in view, in one sentence with its set, its year and both ends."""

from components.i18n.text import say
from components.state.selection import EU
from components.views.compare.context import CompareContext
from data import groups, queries
from data.coverage import out_of_vintage


def summary(now: CompareContext) -> str:
    """Where the chosen region stands, and between which ends."""
    ordered = now.rows.sort_values(["rank", "region"])
    ends: dict[str, object] = {
        "best": now.area_name(ordered["region"].iloc[0]),
        "best_value": now.look.spoken_number(ordered["value"].iloc[0]),
        "last": now.area_name(ordered["region"].iloc[-1]),
        "last_value": now.look.spoken_number(ordered["value"].iloc[-1]),
        "among": now.set_words,
    }
    if len(ordered) == 1 and now.home in ordered.index:
        value = now.look.in_sentence(ordered["value"].iloc[0])
        return say("compare.summary.alone", now.lang, **now.blanks, value=value)
    if len(ordered) > 1 and ordered["rank"].max() == 1:
        text = say(
            "compare.summary.equal",
            now.lang,
            among=now.set_words,
            value=now.look.in_sentence(ordered["value"].iloc[0]),
        )
        return text[:1].upper() + text[1:]
    if now.home not in now.rows.index:
        text = say(f"compare.summary.{absence(now)}", now.lang, **now.blanks, **ends)
    else:
        own = now.rows.loc[now.home]
        ends |= {"value": now.look.in_sentence(own["value"]), "rank": int(own["rank"])}
        text = say(f"compare.summary.{order(now)}", now.lang, **now.blanks, **ends)
    return " ".join([text, *shared_ends(now), *group_mean(now)])


def group_mean(now: CompareContext) -> list[str]:
    """The unweighted mean of the areas in view, and of how many, where they are not those of the whole Union."""
    if now.chosen.within == EU or len(now.rows) < 2:
        return []
    words = {"of": len(now.rows), "mean": now.look.in_sentence(float(now.rows["value"].mean()))}
    return [say("compare.summary.mean", now.lang, **words)]


def order(now: CompareContext) -> str:
    """In which order the areas stand: a key of words. A size as an index of a base year is a size no longer."""
    direction = now.indicator.direction
    return "index" if direction == "neither" and now.scaled.scale == "index" else direction


def shared_ends(now: CompareContext) -> list[str]:
    """How many areas share the first and the last value, where `summary` can name only one of them."""
    ranks = now.rows["rank"]
    counts = {"first": int((ranks == ranks.min()).sum()), "last": int((ranks == ranks.max()).sum())}
    return [
        say(f"compare.summary.shared.{end}", now.lang, count=count)
        for end, count in counts.items()
        if count > 1
    ]


def absence(now: CompareContext) -> str:
    """Why the chosen region is not among those shown: a key of words."""
    if now.chosen.region not in groups.regions_in(now.data, now.chosen.group):
        return "outside"
    if queries.value_at(now.data, now.indicator.code, now.chosen.region, now.year) is None:
        return "without"
    return "vintage" if out_of_vintage(now.data, now.indicator.code, now.chosen.region) else "without_base"
