"""A form that works without scripts: which region, and where it makes sense which year, a page speaks of."""

from html import escape

from dash import html
from dash.development.base_component import Component

from components.i18n.text import say
from components.layout.control_choices import choice_names
from components.render.markup import Words
from components.state.selection import DEFAULTS, Selection, choices
from data import Data


def region_form(
    path: str,
    data: Data,
    chosen: Selection,
    *,
    years: dict[str, str] | None = None,
    groups: dict[str, str] | None = None,
    more: dict[str, str] | None = None,
) -> Component:
    """Region, and of `years` and `groups` of regions (words by value) one each, sent to `path` by GET; `more` and the
    switches go along."""
    regions = {
        value: text
        for pairs in choice_names("region", data, chosen.lang, choices(data)["region"])
        for value, text in [(pairs[1][1], pairs[0][1])]
    }
    fields = [choice("region", regions, chosen.region, chosen.lang)]
    if years:
        fields.append(choice("year", years, chosen.year, chosen.lang))
    if groups:
        fields.append(choice("within", groups, chosen.within, chosen.lang))
    hidden = {name: getattr(chosen, name) for name in ("lang", "theme")} | (more or {})
    return html.Form(
        [
            *fields,
            hidden_fields({name: value for name, value in hidden.items() if value != DEFAULTS.get(name)}),
            html.Button(say("places.show", chosen.lang), type="submit"),
        ],
        action=path,
        method="get",
        className="place-form",
    )


def hidden_fields(hidden: dict[str, str]) -> Component:
    """What goes along without being asked; empty texts do not."""
    fields = (
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in hidden.items()
        if value
    )
    return Words(children="".join(fields), tag="span")


def choice(name: str, options: dict[str, str], value: str, language: str) -> Component:
    """A labelled list of choices."""
    listed = [
        html.Option(text, value=option, **({"selected": "selected"} if option == value else {}))
        for option, text in options.items()
    ]
    own = f"place-{name}"
    return html.Div(
        [
            html.Label(say(f"control.{name}", language), htmlFor=own, className="control-name"),
            html.Select(listed, id=own, name=name, className="form-select"),
        ],
        className="control",
    )
