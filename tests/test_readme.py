"""The README says what is so."""

from pathlib import Path

from components.state.selection import QUERY, TABS

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_every_view_and_every_word_of_the_query() -> None:
    views = [tab for tab in TABS if f"`/{tab}`" not in README]
    words = [name for name in QUERY if f"`{name}=" not in README]
    assert not views, f'README.md, "Addresses", first table: add a row for {views}'
    assert not words, f'README.md, "Addresses", second table: add a row for {words}'


def test_the_picture_in_the_readme_is_there() -> None:
    picture = Path(__file__).parents[1] / "docs/screenshot.png"
    assert picture.stat().st_size > 20_000
