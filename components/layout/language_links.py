"""Links to the same page in each other language, named in that language."""

from collections.abc import Callable

from dash import html
from dash.development.base_component import Component

from components.i18n.cldr import language_name
from components.i18n.text import LANGUAGES
from components.state.selection import Selection


def language_links(chosen: Selection, href: Callable[[Selection], str], **attributes: str) -> list[Component]:
    """A link for each language but the present one; `href` gives the address of a Selection."""
    return [
        html.A(language_name(lang), href=href(chosen.but(lang=lang)), lang=lang, hrefLang=lang, **attributes)
        for lang in LANGUAGES
        if lang != chosen.lang
    ]
