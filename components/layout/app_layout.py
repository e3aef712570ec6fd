"""The layout of the app: the page, and the stores that keep it in step with the address."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts import naming
from components.i18n.text import say
from components.layout.boxes import PageContent
from components.layout.content import page_content
from components.layout.controls import PACK_ONLY, changed_choices
from components.layout.page import page
from components.layout.shell import Shell, Store
from components.render.markup import with_base_in
from components.state.address_faults import Fault
from components.state.selection import DEFAULTS, Selection, to_url
from components.views import TABS
from data import Data


def app_layout(data: Data, chosen: Selection, faults: Sequence[Fault] = ()) -> Component:
    """What stays while the page inside changes: the stores of the address and of what is drawn, and the live region for
    screen readers."""
    content = page_content(data, chosen)
    state = screen_state(data, chosen, content)
    return Shell(
        children=[
            Store(id="address", data={"url": to_url(chosen), "by": "start", "open": []}),
            Store(id="drawn", data=state),
            Store(id="words", data={}),
            Store(
                id="defaults",
                data={name: list(v) if isinstance(v, tuple) else v for name, v in DEFAULTS.items()},
            ),
            html.Div(with_base_in(page(data, chosen, faults)), id="page"),
            html.Div(id="voice", role="status", className="voice", **{"aria-live": "polite"}),
        ]
    )


def screen_state(
    data: Data,
    chosen: Selection,
    now: PageContent,
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
    if asked and before is not None and had and (choices := changed_choices(before, chosen, data)):
        figures = [name for name in now.digests if name.startswith("figure ")]
        new = sum(had.get(name) != now.digests[name] for name in figures)
        voice = say(
            "voice.changed",
            chosen.lang,
            choices=choices,
            title=named,
            count=str(new),
            total=str(len(figures)),
        )
    return {
        "view": view_of(data, chosen, now),
        "title": named,
        "url": to_url(chosen),
        "asked": asked,
        "digests": now.digests,
        "voice": voice,
    }


def view_of(data: Data, chosen: Selection, now: PageContent) -> list[str]:
    """What needs a new page when it changes: view, language, theme, part, form, whose pack offers filters, and which
    charts have no rows."""
    filtered = PACK_ONLY.keys() & set(TABS[chosen.tab].controls_of(chosen.part))
    return [
        chosen.tab,
        chosen.lang,
        chosen.theme,
        chosen.part,
        chosen.form,
        chosen.region if filtered and chosen.region in data.packs else "",
        " ".join(now.not_covered),
    ]


def title(data: Data, chosen: Selection) -> str:
    """The document's title."""
    region = naming.name_of(data, chosen.region, chosen.lang)
    return f"{say(f'{chosen.tab}.title', chosen.lang, region=region)} · Regioscope"
