"""Words that the glossary explains, as links to it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.i18n.terms import split_at_terms
from components.state.selection import DEFAULTS

GLOSSARY = "/glossary"


def term_address(term: str, language: str) -> str:
    """Where the glossary explains a term, a standing or a flag."""
    query = f"?lang={language}" if language != DEFAULTS["lang"] else ""
    return f"{GLOSSARY}{query}#{term}"


def term_link(text: str, term: str, language: str) -> Component:
    """A text as a link to its term."""
    return html.A(text, href=term_address(term, language), className="term")


def with_terms(text: str, language: str, without: str = "") -> list[Any]:
    """A text with the first mention of each term as a link."""
    return [
        term_link(piece, term, language) if term else piece
        for piece, term in split_at_terms(text, language, without)
        if piece
    ]
