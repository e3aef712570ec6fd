"""The page: masthead, tabs, controls, chart cards, foot. Knows boxes and headings; what is in them comes
from the tabs."""

import hashlib
import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from dash import html
from dash._utils import to_json
from dash.development.base_component import Component

from components import about, markup, tables
from components.controls import ADDED, choices_made, control, offered
from components.drawn import Chart
from components.kept import Kept
from components.notice import notice
from components.picture import Picture, failed_picture
from components.provenance import Cited
from components.selection import ALL, DEFAULTS, OVERVIEW, VIEWS, Selection, to_url
from components.shell import Shell, Store
from components.tabs import CHARTS, TABS
from components.text import LANGUAGES, known, listing, say
from components.theme import THEMES
from components.view import Section, Tab, draw, unmarked
from data import Data
from data.records import STANDINGS

GLOBAL = ("region",)
DEPENDENT = ("year", "second")
EMPTY: Mapping[str, str] = MappingProxyType({})
SOURCES = 2
log = logging.getLogger("regioscope")


@dataclass(frozen=True)
class Parts:
    """All that may change on a page without a new page, each with a digest: figures, words as HTML, and the
    controls whose choices depend on others."""

    figures: dict[str, dict[str, Any]]
    boxes: dict[str, Component]
    words: dict[str, str]
    digests: dict[str, str]
    failed: bool = False


def digest(value: Any) -> str:
    """A short fingerprint of anything Dash can send."""
    text = value if isinstance(value, str) else str(to_json(value))
    plain = text if isinstance(value, (str, dict)) else json.dumps(json.loads(text), sort_keys=True)
    return hashlib.blake2s(plain.encode(), digest_size=6).hexdigest()


def picture_of(name: str, data: Data, chosen: Selection) -> Picture:
    """The picture of the chart called "tab.chart"; a sentence in its place where it cannot be drawn."""
    try:
        picture = draw(CHARTS[name], data, unmarked(chosen))
        lasting_words(name, picture, chosen.lang)
        if picture.is_graph:
            stamped(picture)
    except Exception as error:
        line = (name, to_url(chosen), type(error).__name__, str(error))
        log.error("%s failed at %s: %s: %.200r", *line)  # noqa: TRY400 - the traceback is for whoever debugs
        log.debug("traceback", exc_info=error)
        return failed_picture(chosen.lang)
    return picture


def parts(data: Data, chosen: Selection, opened: tuple[str, ...] = ()) -> Parts:
    """Everything that depends on the Selection, for the tab it is on. `opened` names the charts whose table
    is open."""
    return KEPT(data, chosen, opened)


def made(data: Data, chosen: Selection, opened: tuple[str, ...]) -> Parts:
    """The parts, made anew."""
    tab = TABS[chosen.tab]
    pictures = {name: picture_of(name, data, chosen) for name in charts_of(tab, chosen.part)}
    figures = {name: stamped(one) for name, one in pictures.items() if one.is_graph}
    words: dict[str, Any] = {
        "tabs": tab_links(chosen),
        "switches": switches(chosen),
        "intro": intro(tab, data, chosen),
        "parts": part_links(tab, chosen),
        "not_covered": uncovered(data, chosen),
        **({"bar": tab.bar(data, chosen)} if tab.bar else {}),
    }
    for name, picture in pictures.items():
        words |= chart_words(name, picture, data, chosen, is_open=name in opened)
    written = {name: markup.html_of(one) for name, one in words.items()}
    for name, picture in pictures.items():
        written |= lasting_words(name, picture, chosen.lang)
    dependent = [name for name in DEPENDENT if name in tab.controls_of(chosen.part)]
    digests = {f"figure {name}": figure["layout"]["meta"] for name, figure in figures.items()}
    digests |= {name: digest(html) for name, html in written.items()}
    digests |= {f"box.{name}": digest(offered(name, data, chosen)) for name in dependent}
    boxes = {f"box.{name}": control(name, data, chosen) for name in dependent}
    return Parts(figures, boxes, written, digests, any(one.failed for one in pictures.values()))


KEPT = Kept(made, 64, lasts=lambda parts: not parts.failed)


def not_covered(data: Data, chosen: Selection) -> tuple[str, ...]:
    """The charts of the part that have no rows for the region, whatever else is chosen."""
    plain = Selection(tab=chosen.tab, part=chosen.part, region=chosen.region, lang=chosen.lang)
    sections = TABS[chosen.tab].shown(chosen.part)
    charts = [(chart, chart in section.asks) for section in sections for chart in section.charts]
    return tuple(
        name
        for chart, asks in charts
        if is_empty(picture_of(name := f"{chosen.tab}.{chart.__name__}", data, plain), asks=asks)
    )


def is_empty(picture: Picture, *, asks: bool) -> bool:
    """Whether a chart has nothing for a region, though nothing need be chosen first; one that failed is not empty."""
    if asks:
        return not picture.covered
    return picture.rows.empty and not picture.is_graph and not picture.failed


def charts_of(tab: Tab, part: str) -> tuple[str, ...]:
    """The full names of the charts of a part of a view, in order."""
    return tuple(f"{tab.name}.{chart.__name__}" for section in tab.shown(part) for chart in section.charts)


@lru_cache(maxsize=512)
def stamped(picture: Picture) -> dict[str, Any]:
    """A picture's figure with its own digest in it, by which the browser knows that it is drawn."""
    figure = dict(picture.figure)
    return {**figure, "layout": {**figure["layout"], "meta": digest(figure)}}


def chart_words(
    name: str, picture: Picture, data: Data, chosen: Selection, *, is_open: bool
) -> dict[str, Any]:
    """What a chart card says that another choice may change though the picture is the same: its ways out, its table
    if that is open."""
    title = question(name, picture, chosen.lang)
    return {
        f"{name}.take": take_away(name, chosen),
        f"{name}.table": tables.scrolled(data, picture, chosen.lang, title) if is_open else None,
    }


@lru_cache(maxsize=512)
def lasting_words(name: str, picture: Picture, language: str) -> dict[str, str]:
    """What a chart card says as long as its picture is the same, as HTML by part."""
    said = {
        "question": question(name, picture, language),
        "summary": picture.summary,
        "frame": frame(name, picture),
        "notes": folded_notes(picture, language),
        "source": source_line(picture, language, most=SOURCES),
        "info": info(picture, language),
    }
    return {f"{name}.{part}": markup.html_of(one) for part, one in said.items()}


def folded_notes(picture: Picture, language: str) -> Component | None:
    """What a careful reader must know, behind a line that says how many notes there are."""
    if not picture.notes:
        return None
    listed = html.Ul([html.Li(note) for note in picture.notes], className="notes")
    count = say("notes", language, count=len(picture.notes))
    return html.Details([html.Summary(count), listed], className="notes-fold")


def question(name: str, picture: Picture, language: str) -> str:
    """The chart's title: the one question it answers."""
    if picture.failed:
        return say("chart.failed.title", language)
    return say(name, language, **picture.blanks)


def frame(name: str, picture: Picture) -> Any:
    """What a chart says: words, or a box as high as the figure that is drawn in it; the style sheet makes it larger
    on a wide screen."""
    if not isinstance(picture.figure, dict):
        return picture.figure
    room = html.Div(className="room")
    height = f"{picture.figure['layout']['height']}px"
    return html.Div(room, className="plot", style={"--height": height}, **{"data-figure": name})


def source_line(picture: Picture, language: str, *, most: int | None = None) -> list[Any]:
    """Who says so, of when, under which licence, in which standing; more sources than `most` behind one line."""
    standing = ", ".join(STANDINGS[one][language] for one in picture.standings)
    lines = [one_source(one, language) for one in picture.cited]
    if not lines:
        return [say("source.none", language)]
    return [
        *(lines if most is None or len(lines) <= most else [folded_sources(picture, lines, language)]),
        html.Span(say("source.standing", language, standing=standing), className="standing")
        if standing
        else None,
    ]


def folded_sources(picture: Picture, lines: list[Component], language: str) -> Component:
    """Many sources behind one line that names their publishers."""
    publishers = dict.fromkeys(
        about.name_in("publisher", one.source.publisher, language) for one in picture.cited
    )
    words = say("source.several", language, count=len(lines), publishers=listing(list(publishers), language))
    return html.Details([html.Summary(words), *lines], className="sources-fold")


def one_source(cited: Cited, language: str) -> Component:
    """One publisher with its dataset, years and licence, linked to its own page."""
    words, address = about.source_text(cited, language), cited.source.address
    link = (
        html.A(words, href=address, rel="noopener noreferrer", target="_blank")
        if address
        else html.Span(words)
    )
    return html.Span([link, about.source_terms(cited, language), " "])


def info(picture: Picture, language: str) -> list[Component]:
    """What the chart's numbers mean and where they come from."""
    terms = [
        term
        for fact in about.facts(picture, language)
        for term in (html.Dt(fact.label, className=fact.kind), html.Dd(linked(fact)))
    ]
    return [html.Dl(terms)] if terms else []


def linked(fact: about.Fact) -> Any:
    """A fact's text, as a link where it can be looked up."""
    if not fact.href:
        return fact.text
    return html.A(fact.text, href=fact.href, rel="noopener noreferrer", target="_blank")


def take_away(name: str, chosen: Selection) -> list[Component]:
    """Ways to take the chart and its rows along."""
    query = to_url(unmarked(chosen)).partition("?")[2]
    files = [
        html.A(
            say(f"take.{kind}", chosen.lang),
            href=f"/data/{name}.{kind}" + (f"?{query}" if query else ""),
            download=f"{name}.{kind}",
            **{"data-part": kind},
            **named_with_question(name, kind),
        )
        for kind in ("csv", "xlsx", "about.txt")
    ]
    return [
        *files,
        html.A(
            say("take.present", chosen.lang),
            href=slide_of(name, chosen),
            **{"data-part": "present"},
            **named_with_question(name, "present"),
        ),
    ]


def named_with_question(name: str, kind: str) -> dict[str, str]:
    """An accessible name of its own for a link or button that each card has: its words, then the chart's question."""
    own = f"{name}.{kind}"
    return {"id": own, "aria-labelledby": f"{own} {dom_id(f'{name}.question')}"}


def slide_of(name: str, chosen: Selection) -> str:
    """The chart as a slide, in the state in which it is seen; its view's other charts are the slides beside
    it."""
    number = list(TABS[chosen.tab].charts).index(name) + 1
    query = to_url(chosen).partition("?")[2]
    return f"/present/{chosen.tab}/{number}" + (f"?{query}" if query else "")


def dom_id(name: str) -> str:
    """The id that Dash writes into the document for a part."""
    return f'{{"part":"{name}"}}'


def part(name: str, held: Parts, tag: str = "div", /, **attributes: Any) -> Component:
    """A box of words that may become others."""
    return markup.Words(children=held.words[name], name=dom_id(name), tag=tag, **attributes)


def together(tag: str, boxes: list[Any], class_name: str = "") -> Component:
    """Boxes of words as one component."""
    return markup.Words(children=markup.html_of(boxes), tag=tag, className=class_name)


def card(name: str, held: Parts, language: str, *, wide: bool) -> Component:
    """One chart with everything around it."""
    toggle = html.Button(
        say("take.table", language),
        type="button",
        **{
            "data-part": "table-toggle",
            "data-table": name,
            "data-other": say("take.close", language),
            "aria-expanded": "false",
            **named_with_question(name, "toggle"),
        },
    )
    pin = html.Button(
        say("take.pin", language),
        type="button",
        **{
            "data-pin": name,
            "data-said": say("take.pinned", language),
            "data-full": say("take.pin.full", language),
            "data-visit": say("take.pin.visit", language),
            **named_with_question(name, "pin"),
        },
    )
    image = html.Button(
        say("take.image", language),
        type="button",
        **{
            "data-part": "png",
            "data-image": name,
            "data-foot": say("image.foot", language),
            "data-locale": say("image.locale", language),
        },
        **named_with_question(name, "png"),
    )
    paper = html.Button(
        say("take.print", language),
        type="button",
        **{"data-part": "print", "data-print": name},
        **named_with_question(name, "print"),
    )
    take = [toggle, part(f"{name}.take", held, "span", className="take-links"), image, paper, pin]
    menu = html.Details(
        [
            html.Summary(
                [
                    html.Span(className="menu-sign", **{"aria-hidden": "true"}),
                    html.Span(say("menu", language), id=f"{name}.menu-name", className="unseen"),
                ],
                title=say("menu", language),
                **{"aria-labelledby": f"{name}.menu-name {dom_id(f'{name}.question')}"},
            ),
            html.Div(take, className="take"),
        ],
        **{"data-part": "menu"},
    )
    return html.Figure(
        [
            html.Figcaption([part(f"{name}.question", held, "h3"), info_box(name, held, language), menu]),
            part(f"{name}.summary", held, "p", **{"data-part": "summary"}),
            part(
                f"{name}.frame",
                held,
                className="frame",
                role="group",
                **{
                    "aria-labelledby": dom_id(f"{name}.question"),
                    "aria-describedby": dom_id(f"{name}.summary"),
                },
            ),
            html.Div(
                [
                    part(f"{name}.notes", held, className="notes-box"),
                    part(f"{name}.source", held, **{"data-part": "source"}),
                    part(f"{name}.table", held, **{"data-part": "table"}),
                ],
                className="card-foot",
            ),
        ],
        id=name,
        className="card-chart wide" if wide else "card-chart",
        **{"data-chart": name},
    )


def info_box(name: str, held: Parts, language: str) -> Component:
    """Definitions and provenance, folded away; named after the chart's question."""
    own = f"{name}.info-name"
    words = say("about.open", language)
    summary = html.Summary(
        [
            html.Span(className="info-sign", **{"aria-hidden": "true"}),
            html.Span(words, id=own, className="unseen"),
        ],
        title=words,
        **{"aria-labelledby": f"{own} {dom_id(f'{name}.question')}"},
    )
    return html.Details([summary, part(f"{name}.info", held)], **{"data-part": "info"})


def uncovered(data: Data, chosen: Selection) -> Component | None:
    """One line on what this part does not cover for the region; unfolded, the questions, and each reason once."""
    pictures = {name: picture_of(name, data, chosen) for name in not_covered(data, chosen)}
    if not pictures:
        return None
    region = tables.name_of(data, chosen.region, chosen.lang)
    reasons: dict[str, list[str]] = {}
    for name, picture in pictures.items():
        reasons.setdefault(markup.html_of(picture.figure), []).append(name)
    told = [
        part
        for names in reasons.values()
        for part in (
            html.Ul([html.Li(question(name, pictures[name], chosen.lang)) for name in names]),
            pictures[names[0]].figure,
        )
    ]
    words = say("not_covered", chosen.lang, region=region, count=len(pictures))
    alone = len(pictures) == len(charts_of(TABS[chosen.tab], chosen.part))
    return html.Details([html.Summary(words), *told], open=alone)


def section(
    tab: Tab, one: Section, held: Parts, data: Data, chosen: Selection, left_out: tuple[str, ...]
) -> Component | None:
    """A heading, an introduction, the controls of the section and its cards; none where no chart is covered."""
    names = [f"{tab.name}.{chart.__name__}" for chart in one.charts]
    cards = [
        card(name, held, chosen.lang, wide=chart in one.wide)
        for name, chart in zip(names, one.charts, strict=True)
        if name not in left_out
    ]
    if not cards:
        return None
    key = f"{tab.name}.section.{one.name}"
    head = [
        html.H2(say(key, chosen.lang)),
        html.P(say(f"{key}.text", chosen.lang), className="section-text") if known(f"{key}.text") else None,
    ]
    return html.Section(
        [
            together("div", head, "head"),
            controls(tab.own_controls(one), data, chosen, heading=say(key, chosen.lang)),
            together("div", cards, "cards"),
        ],
        id=one.name,
        **{"data-view-part": one.shown_in},
    )


def controls(names: tuple[str, ...], data: Data, chosen: Selection, heading: str = "") -> Component | None:
    """The controls of a section in one row, a group named after it; lists of many boxes fold away under one heading."""
    if not names:
        return None
    boxes = {name: html.Div(control(name, data, chosen), id={"part": f"box.{name}"}) for name in names}
    many = [name for name in names if isinstance(DEFAULTS[name], tuple) and name not in ADDED]
    few = [boxes[name] for name in names if name not in many]
    folded = (
        filters(
            [boxes[name] for name in many],
            is_open=any(getattr(chosen, name) for name in many),
            language=chosen.lang,
        )
        if many
        else None
    )
    return html.Div(
        [*few, folded],
        className="controls",
        role="group",
        **{
            "aria-label": say("controls.of", chosen.lang, section=heading)
            if heading
            else say("controls", chosen.lang)
        },
    )


def filters(boxes: list[Component], *, is_open: bool, language: str) -> Component:
    """Filters that fold away; open from the start when any is in use."""
    return html.Details(
        [html.Summary(say("filters", language)), html.Div(boxes, className="filters")],
        open=is_open,
        className="fold",
    )


def part_links(tab: Tab, chosen: Selection) -> list[Component]:
    """The parts of the view and the whole of it, the present one marked. `data-holds` names what each holds, so that
    an address with the anchor of a section or a chart leads to its part."""
    return [
        html.A(
            say(f"part.{name}" if name == ALL else f"{tab.name}.part.{name}", chosen.lang),
            href=to_url(chosen.but(part=name)),
            **{
                "data-nav": "tab",
                "data-part-link": name,
                "data-holds": "" if name == ALL else " ".join(holds(tab, name)),
                **({"aria-current": "page"} if name == chosen.part else {}),
            },
        )
        for name in (*VIEWS[tab.name], ALL)
    ]


def holds(tab: Tab, part: str) -> tuple[str, ...]:
    """The sections and charts of a part by name."""
    return (*(section.name for section in tab.shown(part)), *charts_of(tab, part))


def intro(tab: Tab, data: Data, chosen: Selection) -> list[Component]:
    """The view's heading: what it shows, of which region."""
    region = tables.name_of(data, chosen.region, chosen.lang)
    return [
        html.H1(say(f"{tab.name}.title", chosen.lang, region=region)),
        html.P(say(f"{tab.name}.lead", chosen.lang, region=region), className="lead")
        if chosen.part == ALL
        else None,
    ]


def tab_links(chosen: Selection) -> list[Component]:
    """The views, the present one marked; what is chosen stays, but a mark only where it can be taken off."""
    return [
        html.A(
            say(f"{name}.name", chosen.lang),
            href=to_url((chosen if TABS[name].bar else unmarked(chosen)).but(tab=name, part=OVERVIEW)),
            **{"data-nav": "tab", **({"aria-current": "page"} if name == chosen.tab else {})},
        )
        for name in TABS
    ]


def switches(chosen: Selection) -> list[Component]:
    """The same screen as slides, in the other language and in the other theme."""
    lang = next(name for name in LANGUAGES if name != chosen.lang)
    theme = next(name for name in THEMES if name != chosen.theme)
    return [
        html.A(
            say("present.here", chosen.lang),
            href=slide_of(charts_of(TABS[chosen.tab], chosen.part)[0], chosen),
            **{"data-part": "present"},
        ),
        html.A(
            say("switch.language", chosen.lang),
            href=to_url(chosen.but(lang=lang)),
            lang=lang,
            hrefLang=lang,
            **{"data-nav": "switch"},
        ),
        html.A(
            say(f"switch.{theme}", chosen.lang),
            href=to_url(chosen.but(theme=theme)),
            **{"data-nav": "switch"},
        ),
    ]


def masthead(held: Parts, data: Data, chosen: Selection) -> Component:
    """Name, views, region, language and theme."""
    brand = html.A(
        [
            html.Span("Regioscope", className="brand-name"),
            html.Span(say("brand", chosen.lang), className="brand-text"),
        ],
        href="/",
        className="brand",
        **{"data-nav": "tab"},
    )
    return html.Header(
        [
            html.Div(
                [
                    brand,
                    part(
                        "tabs",
                        held,
                        "nav",
                        className="tabs",
                        **{"aria-label": say("tabs", chosen.lang), "data-roving": "true"},
                    ),
                    part("switches", held, className="switches"),
                ],
                className="masthead-row",
            ),
            html.Div(
                controls((*GLOBAL, *TABS[chosen.tab].common), data, chosen),
                className="selection-bar",
                **{"data-bar": "selection"},
            ),
            part(
                "parts",
                held,
                "nav",
                className="parts",
                **{"aria-label": say("parts", chosen.lang), "data-roving": "true"},
            ),
        ],
        className="masthead",
    )


def foot(chosen: Selection) -> Component:
    """What this is, whose figures, under which terms."""
    query = to_url(Selection(lang=chosen.lang, theme=chosen.theme)).partition("?")[2]
    links = {"references.title": "/about", "present.link": "/present", "statement.link": "/accessibility"}
    return html.Footer(
        [
            *[html.P(say(f"foot.{name}", chosen.lang)) for name in ("about", "data", "boundaries")],
            *[
                html.P(html.A(say(key, chosen.lang), href=address + (f"?{query}" if query else "")))
                for key, address in links.items()
            ],
        ]
    )


def page(data: Data, chosen: Selection, faults: Mapping[str, str] = EMPTY) -> list[Component | None]:
    """The whole page of a Selection; `faults` are what its address asked for in vain."""
    tab, held = TABS[chosen.tab], parts(data, chosen)
    left_out = not_covered(data, chosen)
    body = [
        part("intro", held, className="intro"),
        *[section(tab, one, held, data, chosen, left_out) for one in tab.shown(chosen.part)],
        part("not_covered", held, className="not-covered", **{"data-part": "not-covered"}),
        part("bar", held, className="foot-bar") if tab.bar else None,
    ]
    skip = html.A(say("skip", chosen.lang), href="#content", className="skip")
    return [
        skip,
        connection(chosen.lang),
        masthead(held, data, chosen),
        notice(faults, data, chosen),
        html.Main(body, id="content", tabIndex="-1", className="whole" if chosen.part == ALL else None),
        foot(chosen),
    ]


def connection(language: str) -> Component:
    """The line that says when the server does not answer; empty while it does."""
    words = {f"data-{name}": say(f"connection.{name}", language) for name in ("lost", "back", "refused")}
    return html.Div(className="connection", role="status", **words)


def shell(data: Data, chosen: Selection, faults: Mapping[str, str] = EMPTY) -> Component:
    """What stays while pages come and go: the address, what is drawn, and the voice for screen readers."""
    held = parts(data, chosen)
    drawn = drawn_state(data, chosen, held.digests)
    return Shell(
        children=[
            Store(id="address", data={"url": to_url(chosen), "by": "start", "open": []}),
            Store(id="drawn", data=drawn),
            Store(id="words", data={}),
            Store(id="plots", data=held.figures),
            Store(
                id="defaults",
                data={name: list(v) if isinstance(v, tuple) else v for name, v in DEFAULTS.items()},
            ),
            html.Div(page(data, chosen, faults), id="page"),
            html.Div(id="voice", role="status", className="voice", **{"aria-live": "polite"}),
        ]
    )


def drawn_state(
    data: Data,
    chosen: Selection,
    digests: dict[str, str],
    *,
    asked: str = "",
    before: Selection | None = None,
    had: dict[str, str] | None = None,
) -> dict[str, Any]:
    """What the browser keeps of what it shows, and what it says aloud of a change.

    `asked` is the address the browser asked for, word for word: by it the browser knows an answer that comes too late.
    """
    named = title(data, chosen)
    voice = say("voice.updated", chosen.lang, title=named) if asked else ""
    if asked and before is not None and had and (made := choices_made(before, chosen, data)):
        figures = [name for name in digests if name.startswith("figure ")]
        new = sum(had.get(name) != digests[name] for name in figures)
        voice = say(
            "voice.changed", chosen.lang, choices=made, title=named, count=str(new), total=str(len(figures))
        )
    return {
        "view": view_of(data, chosen),
        "title": named,
        "url": to_url(chosen),
        "asked": asked,
        "digests": digests,
        "voice": voice,
    }


def view_of(data: Data, chosen: Selection) -> list[str]:
    """What needs a new page when it changes: view, part, language, theme, and which charts have no rows."""
    return [chosen.tab, chosen.lang, chosen.theme, chosen.part, " ".join(not_covered(data, chosen))]


def title(data: Data, chosen: Selection) -> str:
    """The document's title."""
    region = tables.name_of(data, chosen.region, chosen.lang)
    return f"{say(f'{chosen.tab}.title', chosen.lang, region=region)} · Regioscope"


def every_chart() -> Iterator[tuple[str, Chart]]:
    """All charts of all tabs."""
    yield from CHARTS.items()
