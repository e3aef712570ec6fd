"""`/glossary`: terms, standings and flags in plain words, each with an id that a link can lead to."""

from dash import html
from dash.development.base_component import Component

from components.i18n.letters import plain_letters
from components.i18n.terms import names, terms
from components.i18n.text import say
from components.layout.pages.site import site_page
from components.layout.term_links import GLOSSARY, with_terms
from components.state.selection import Selection
from data.standings import FLAGS, STANDINGS


def glossary(chosen: Selection) -> list[Component]:
    """The whole page."""
    lang = chosen.lang
    flags = {f"flag-{letter}": f"{letter}: {say(f'flag.{letter}', lang)}" for letter in FLAGS}
    standings = {name: say(f"standing.short.{name}", lang) for name in STANDINGS}
    named = {term: say(f"term.{term}", lang) for term in terms()}
    ordered = dict(sorted(named.items(), key=lambda pair: plain_letters(pair[1])))
    body = [
        html.H1(say("glossary.title", lang)),
        html.P(say("glossary.lead", lang)),
        contents(lang),
        html.H2(say("glossary.terms", lang), id="terms"),
        entries(ordered, lang),
        html.H2(say("glossary.standings", lang), id="standings"),
        html.P(say("glossary.standings.text", lang)),
        entries(standings, lang),
        html.H2(say("glossary.flags", lang), id="flags"),
        html.P(say("glossary.flags.text", lang)),
        entries(flags, lang),
    ]
    return site_page(GLOSSARY, chosen, body)


def contents(language: str) -> Component:
    """Links to the three parts."""
    links = [
        html.Li(html.A(say(f"glossary.{part}", language), href=f"#{part}"))
        for part in ("terms", "standings", "flags")
    ]
    return html.Nav(html.Ul(links), className="place-links", **{"aria-label": say("contents", language)})


def entries(named: dict[str, str], language: str) -> Component:
    """Terms by name, each with what else it is called and its text."""
    items = [
        html.Div(
            [html.Dt([html.Dfn(name), *other_names(term, name, language)]), html.Dd(text_of(term, language))],
            id=term,
        )
        for term, name in named.items()
    ]
    return html.Dl(items, className="glossary")


def other_names(term: str, name: str, language: str) -> list[Component]:
    """What else a term is called."""
    others = (
        [item for item in names(term, language) if not is_inflected(item, name)] if term in terms() else []
    )
    return [html.Small("; ".join(others))] if others else []


def is_inflected(other: str, name: str) -> bool:
    """Whether a name is the same word in another form: "fifths" beside "Fifth"."""
    stem = max(3, len(name) - 1)
    return other.casefold()[:stem] == name.casefold()[:stem] and len(other) - len(name) < 3


def text_of(term: str, language: str) -> list[Component | str]:
    """A term's text, other terms in it as links."""
    return with_terms(say(f"term.{term}.text", language), language, without=term)
