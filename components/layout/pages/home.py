"""`/`: what this is and for whom, three doors, and a map to start from."""

from dash import html
from dash.development.base_component import Component

from components.i18n.text import say
from components.layout.factsheet.choice import factsheet_url
from components.layout.pages.indicator_index import ADDRESS as INDICATORS
from components.layout.pages.region_list import region_list
from components.layout.pages.region_map import region_map
from components.layout.pages.site import site_page
from components.state.page_urls import HOME, page_url
from components.state.selection import Selection, to_url
from components.views.compare.context import compare_context
from components.views.compare.map_frame import shape_of, shared_outlines
from data import Data

INDICATOR = "gdp_per_head_pps"


def home(data: Data, chosen: Selection) -> list[Component]:
    """The whole page."""
    lang = chosen.lang
    plain = Selection(lang=lang, theme=chosen.theme)
    body = [
        html.H1(say("home.title", lang)),
        html.P(say("home.lead", lang, regions=count_of_regions(data), indicators=len(data.indicators))),
        html.Div([doors(plain), start(data, plain)], className="home-pair"),
    ]
    return site_page(HOME, plain, body)


def count_of_regions(data: Data) -> int:
    """How many regions of the current NUTS can be chosen."""
    level2 = data.regions[data.regions["level"] == "nuts2"]
    return int((level2["nuts2024"].astype(int) == 1).sum())


def doors(chosen: Selection) -> Component:
    """Present, look up, compare: for whom each is, and where it leads."""
    addresses = {
        "present": page_url("/present", chosen),
        "look_up": page_url(INDICATORS, chosen),
        "compare": to_url(chosen.but(tab="compare")),
    }
    items = [
        html.Li(
            [
                html.H2(html.A(say(f"home.{door}", chosen.lang), href=href)),
                html.P(say(f"home.{door}.text", chosen.lang)),
            ],
            **{"data-door": door},
        )
        for door, href in addresses.items()
    ]
    return html.Ul(items, className="doors")


def start(data: Data, chosen: Selection) -> Component:
    """The map of GDP per head, each region a link to its economic profile, and the regions by country."""
    now = compare_context(data, chosen.but(tab="compare", indicator=INDICATOR))
    question = say("compare.on_map", chosen.lang, **now.blanks)

    def profile(code: str) -> str:
        return to_url(chosen.but(region=code))

    notes = shared_outlines(now, shape_of(now))
    source = html.A(say("home.source", chosen.lang), href=page_url(f"{INDICATORS}/{INDICATOR}", chosen))
    return html.Section(
        [
            html.H2(question),
            html.P(say("home.map", chosen.lang)),
            region_map(now, profile, question, is_chosen=False),
            *[html.P(note, className="note") for note in notes],
            html.P(source),
            html.P(html.A(say("home.factsheet", chosen.lang), href=factsheet_url(chosen))),
            region_list(data, chosen, profile),
        ],
        className="place-card home-map",
    )
