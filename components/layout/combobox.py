"""Boxes in which a choice is found by typing any part of its name, in either language or its own, or its code
(assets/combobox.js)."""

from html import escape

from dash.development.base_component import Component

from components.i18n.text import say
from components.render.markup import Words

STATUS_KEYS = ("nobody", "several", "full")


def combobox(name: str, listed: str, language: str, shown: str = "") -> Component:
    """The box of a field. `listed` is the field whose choices are listed: another where the box adds to several, so
    that it has no list of its own; `shown` is the name of what is chosen."""
    spoken = "".join(f' data-{key}="{escape(say(f"find.{key}", language))}"' for key in STATUS_KEYS)
    hint = say(
        "find.named", language, name=say(f"control.{name}", language), hint=say(f"find.{listed}", language)
    )
    popup = f"options-{name}"
    inside = (
        f'<input id="{escape(field_id(name))}" type="text" role="combobox" autocomplete="off" spellcheck="false"'
        f' maxlength="120" aria-autocomplete="list" aria-expanded="false" aria-controls="{popup}"'
        f' class="form-{"select" if shown else "control"}" aria-label="{escape(hint)}"'
        f' placeholder="{escape(say(f"find.{listed}", language))}" value="{escape(shown)}">'
        f'<div class="popup"><div id="{popup}" role="listbox" aria-label="{escape(hint)}" hidden></div>'
        f'<span class="find-said" role="status"{spoken}></span></div>'
    )
    return Words(
        children=inside, tag="div", className="combobox", **{"data-find": name, "data-listed": listed}
    )


def field_id(name: str) -> str:
    """The id of the box of a field in the document."""
    return f'{{"find":"{name}"}}'
