"""`/factsheet`: the form that chooses region, comparison and blocks, the ways to take the sheet along, the sheet."""

from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.naming import name_of
from components.i18n.text import say
from components.layout.control_choices import by_theme, choice_names
from components.layout.factsheet.choice import (
    ADDRESS,
    BLOCKS,
    FACTSHEET_FIELDS,
    PARAMETER,
    factsheet_selection,
    factsheet_url,
)
from components.layout.factsheet.sheet import sheets
from components.layout.factsheet.sheet_layout import layout
from components.layout.notice import quotable_text
from components.layout.pages.region_form import choice, hidden_fields
from components.layout.pages.site import site_page
from components.render.markup import Words
from components.state.query_text import query_value
from components.state.selection import DEFAULTS, Selection, choices, to_url
from data import Data

FIELDS = ("region", "lens", "indicator")


def factsheet_page(
    data: Data, chosen: Selection, blocks: tuple[str, ...], *, foot: str = "", unknown: str = ""
) -> list[Component]:
    """The whole page; `unknown` are the words of the address that name no block, `foot` is printed under both
    sheets."""
    lang, region = chosen.lang, name_of(data, chosen.region, chosen.lang)
    on_paper = factsheet_selection(chosen).but(theme="light")
    body: list[Any] = [
        html.Div(
            [
                html.H1(say("factsheet.title", lang, region=region)),
                html.P(say("factsheet.lead", lang, region=region), className="lead"),
                unknown_blocks(unknown, lang),
                form(data, chosen, blocks),
                page_actions(chosen, blocks),
                html.P(say("factsheet.how", lang), className="note"),
            ],
            className="sheet-tools",
        ),
        html.Div(
            sheets(data, on_paper, layout(data, on_paper, blocks), foot),
            className="sheets",
            **{"data-bs-theme": "light"},
        ),
    ]
    return site_page(ADDRESS, chosen, body, switch_fields(chosen, blocks))


def unknown_blocks(words: str, language: str) -> Component | None:
    """The sentence on blocks that do not exist."""
    if not words:
        return None
    return html.P(
        say("factsheet.unknown.blocks", language, asked=quotable_text(words)),
        className="notice-line",
        role="status",
    )


def switch_fields(chosen: Selection, blocks: tuple[str, ...]) -> dict[str, str]:
    """What the switches of language and theme keep beside what all pages keep."""
    more = {
        name: query_value(getattr(chosen, name))
        for name in FACTSHEET_FIELDS
        if name not in ("region", "lang", "theme") and getattr(chosen, name) != DEFAULTS[name]
    }
    return more if blocks == tuple(BLOCKS) else {**more, PARAMETER: ",".join(blocks)}


def form(data: Data, chosen: Selection, blocks: tuple[str, ...]) -> Component:
    """Region, comparison, indicator of the trend, and the blocks; it works without scripts."""
    lang = chosen.lang
    options = {
        name: {value: text for (_, text), (_, value) in choice_names(name, data, lang, choices(data)[name])}
        for name in ("region", "lens")
    }
    options["indicator"] = {
        item["value"]: item["label"] for item in by_theme(data, lang) if not item.get("disabled")
    }
    lists = [choice(name, options[name], getattr(chosen, name), lang) for name in FIELDS]
    hidden = {
        name: query_value(getattr(chosen, name))
        for name in FACTSHEET_FIELDS
        if name not in FIELDS and getattr(chosen, name) != DEFAULTS[name]
    }
    ticks = html.Fieldset(
        [
            html.Legend(say("factsheet.blocks", lang)),
            *[tick(name, lang, is_on=name in blocks) for name in BLOCKS],
        ],
        className="sheet-ticks",
    )
    return html.Form(
        [*lists, hidden_fields(hidden), ticks, html.Button(say("factsheet.show", lang), type="submit")],
        action=ADDRESS,
        method="get",
        className="place-form",
        **{"aria-label": say("factsheet.form", lang)},
    )


def tick(name: str, language: str, *, is_on: bool) -> Component:
    """One block to choose."""
    checked = " checked" if is_on else ""
    box = f'<input type="checkbox" name="{PARAMETER}" value="{name}" class="form-check-input"{checked}>'
    return Words(children=f"{box} {escape(say(f'factsheet.block.{name}', language))}", tag="label")


def page_actions(chosen: Selection, blocks: tuple[str, ...]) -> Component:
    """Print, take along as slides, open the live view. The print button appears where scripts run (print_page.js)."""
    lang = chosen.lang
    live = to_url(factsheet_selection(chosen))
    return html.Div(
        [
            html.Button(
                say("factsheet.print", lang), type="button", hidden=True, **{"data-print-page": "true"}
            ),
            html.A(
                say("factsheet.powerpoint", lang),
                href=factsheet_url(chosen, blocks, ".pptx"),
                download=f"{chosen.region}.pptx",
            ),
            html.A(say("factsheet.all", lang), href=factsheet_url(chosen))
            if blocks != tuple(BLOCKS)
            else None,
            html.A(say("factsheet.profile", lang), href=live),
        ],
        className="sheet-ways",
    )
