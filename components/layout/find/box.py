"""The find box of the masthead: a form that works without scripts; assets/find_box.js lists what is found under it."""

from html import escape

from dash.development.base_component import Component

from components.i18n.text import say
from components.render.markup import Words, attribute
from components.state.selection import DEFAULTS, Selection

FIND = "/find"
STATE = ("region", "indicator", "lang", "theme")


def find_box(chosen: Selection, text: str = "") -> Component:
    """The box; `text` is what was looked for."""
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">'
        for name in STATE
        if (value := str(getattr(chosen, name))) != DEFAULTS[name]
    )
    lang = chosen.lang
    spoken = "".join(
        f' data-{key}="{escape(say(f"search.box.{key}", lang))}"' for key in ("many", "one", "none", "all")
    )
    inside = (
        f'<form{attribute("action", FIND)} method="get" role="search">'
        f'<label class="unseen" for="find-text">{escape(say("search.label", lang))}</label>'
        f'<input id="find-text" name="q" type="search" maxlength="120" autocomplete="off" spellcheck="false"'
        f' class="form-control" placeholder="{escape(say("search.hint", lang))}" value="{escape(text)}">{hidden}'
        "</form>"
        f'<div id="find-list" role="listbox" aria-label="{escape(say("search.list", lang))}" hidden></div>'
        f'<span class="unseen" role="status" id="find-status"{spoken}></span>'
    )
    return Words(children=inside, tag="div", className="find-box")
