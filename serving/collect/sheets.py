"""Which style sheets a page is made of, in the order in which they are served.

Of two rules that speak as loudly the later one counts: what holds for everything comes first, what is particular later,
paper last.
"""

from pathlib import Path

from serving.collect.gather import ROOT


def in_order(folder: str, names: str) -> tuple[Path, ...]:
    """The sheets of a folder of `assets/`."""
    return tuple(ROOT / "assets" / folder / f"{name}.css" for name in names.split())


PAGE = in_order(
    "css",
    "colours base masthead find_box place_form parts controls combobox selection_bar year_steps notices "
    "footer cards card_menus card_forms card_text headlines charts svg_maps tables marks matrices survey "
    "comparison lists directory html_figures timelines pages home indicators glossary print print_breaks "
    "print_charts print_scorecard",
)
"""Every page: the views, and the pages beside them."""
SLIDES = in_order("present", "slide deck deck_panels slide_words talks presenter handout own_talk room_check")
FACT_SHEET = in_order("factsheet", "tools sheet sheet_print")
