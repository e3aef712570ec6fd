"""Where the chosen region stands among those it is compared with, since when, and their mean."""

from components.i18n.text import say
from components.views.compare.context import CompareContext
from components.views.compare.summary_text import summary
from data.periods import years_of_value
from data.rank_history import PlaceSince, place_since


def standing_text(now: CompareContext) -> str:
    """Where the region stands in view, and among those compared."""
    return " ".join(filter(None, (summary(now), among_peers(now))))


def among_peers(now: CompareContext) -> str:
    """The place and the mean in words; "" where the region or all of the others have no value in the year."""
    found = place_since(now.data, now.indicator.code, now.scaled.rows, now.home, now.compared, now.year)
    if not found:
        return ""
    blanks: dict[str, object] = {
        **now.blanks,
        "rank": found.rank,
        "of": found.of,
        "others": found.of - 1,
        "lens": say(f"choice.lens.{now.chosen.lens}", now.lang),
        "mean": now.look.in_sentence(found.mean),
        "since": years_of_value(now.indicator, found.since),
    }
    if found.before:
        blanks |= {"earlier": years_of_value(now.indicator, found.before[0]), "was": found.before[1]}
    place = say(f"compare.peers.{duration(found)}", now.lang, **blanks)
    return f"{place} {say('compare.peers.mean', now.lang, **blanks)}" if found.of > 2 else place


def duration(found: PlaceSince) -> str:
    """How long the place has lasted: a key of words."""
    if found.before:
        return "since" if found.since < found.year else "new"
    return "least" if found.since < found.year else "once"
