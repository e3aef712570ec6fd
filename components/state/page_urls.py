"""Addresses of the pages beside the views, which keep little of the Selection."""

from urllib.parse import urlencode

from components.state.selection import Selection, to_url

HOME = "/"
FORMS = "/forms"
SHARED_FIELDS = ("lang", "theme", "region", "year", "within")


def page_url(path: str, chosen: Selection, **more: str) -> str:
    """The address of a page beside the views: what such pages keep of the Selection, and their own words."""
    shared = Selection(**{name: getattr(chosen, name) for name in SHARED_FIELDS})
    query = "&".join(filter(None, (to_url(shared).partition("?")[2], urlencode(more))))
    return path + (f"?{query}" if query else "")


def home_url(chosen: Selection) -> str:
    """The home page in the reader's language and theme; it knows no other choice."""
    return page_url(HOME, Selection(lang=chosen.lang, theme=chosen.theme))
