"""A reader makes a talk of her own, checks the room, and everyone can read every page of a talk."""

from pathlib import Path

import pytest

from components.talks.stories import story_from_file
from data import Data
from tests import sample
from tests.browser.conftest import IN_BOTH, IN_CHROMIUM, Watched
from tests.browser.test_access import violations

PAGES = [
    "/present",
    "/present/milan/1",
    "/present/milan/18",
    "/present/milan/notes",
    "/present/milan-five/print",
    "/talk",
    "/room-check",
    "/room-check/phone",
]


@IN_CHROMIUM
def test_a_talk_is_pinned_ordered_given_taken_as_a_file_and_loaded_again(
    watched: Watched, data: Data, tmp_path: Path
) -> None:
    page = watched.open("/economy?region=ITH5&theme=dark")
    for chart in ("economy.trend", "economy.nearest"):
        watched.menu(chart)
        page.locator(f"[data-chart='{chart}'] [data-pin]").click()
    page = watched.open("/talk")
    page.get_by_label("Title of the talk").fill('A "short" talk')
    page.locator("[data-field=headline]").first.fill("Emilia-Romagna over the years")
    page.locator("[data-field=notes]").first.fill("Two lines:\nsecond line \\ end")
    page.get_by_role("button", name="Later").first.press("Enter")
    assert page.locator("[data-field=headline]").nth(1).input_value() == "Emilia-Romagna over the years"
    with page.expect_download() as taken:
        page.get_by_role("button", name="Take as a file").press("Enter")
    content = taken.value.path().read_bytes()
    got = story_from_file(content, data, own_talk=True)
    assert got.mistakes == ()
    assert got.story
    assert got.story.title["en"] == 'A "short" talk'
    assert [slide.chart for slide in got.story.slides] == ["economy.nearest", "economy.trend"]
    assert {slide.view for slide in got.story.slides} == {"/economy?region=ITH5"}
    page = watched.open("/present/own/1")
    page.keyboard.press("PageDown")
    page.locator("body[data-shown='2']").wait_for(state="attached")
    assert page.locator(".slide:not(.off) h1").inner_text() == "Emilia-Romagna over the years"
    page.keyboard.press("q")
    page.locator("dialog .address").first.wait_for()
    assert page.locator("dialog .address").first.inner_text().endswith("/economy?region=ITH5#economy.trend")
    page.keyboard.press("q")
    page.evaluate("() => localStorage.clear()")
    page = watched.open("/talk")
    assert page.locator("body").get_attribute("data-slides") == "0"
    kept = tmp_path / "talk.toml"
    kept.write_bytes(content)
    page.locator("input[type=file]").set_input_files(kept)
    page.locator("body[data-slides='2']").wait_for(state="attached")
    assert page.locator("[data-field=notes]").nth(1).input_value() == "Two lines:\nsecond line \\ end"
    assert watched.errors == []
    assert watched.abroad == []


@IN_BOTH
def test_a_broken_file_says_which_lines_are_wrong_and_why(watched: Watched, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(
        'title.it = "Prova"\n\n[[slides]]\nview = "/economy?lq=99"\nchart = "economy.trend"\nheadline.it = "Uno"\n'
        '\n[[slides]]\nview = "/s3"\nchart = "economy.trend"\nheadline.it = "Due"\n'
    )
    page = watched.open("/talk?lang=it")
    page.locator("input[type=file]").set_input_files(broken)
    page.locator("body[data-wrong='2']").wait_for(state="attached")
    lines = page.locator(".own-wrong li").all_inner_texts()
    assert lines[0].startswith('Riga 4: "/economy?lq=99" non è l\'indirizzo')
    assert lines[1].startswith('Riga 10: il grafico "economy.trend" non è nella vista /s3')
    assert watched.errors == []


def test_the_room_check_marks_what_arrives(watched: Watched) -> None:
    page = watched.open("/room-check")
    for key in ("PageDown", "PageUp", "ArrowRight", "ArrowLeft", "b"):
        page.keyboard.press(key)
        page.locator(f"[data-key='{key}'][data-good=true]").wait_for()
    assert page.locator("[data-check=keys]").inner_text() == "Keys that have not arrived yet: 1."
    page.get_by_label("Distance of the last row").select_option("30")
    page.locator("[data-check=letters][data-good=false]").wait_for()
    page.get_by_label("Width of the picture").select_option("8")
    page.get_by_label("Distance of the last row").select_option("10")
    page.locator("[data-check=letters][data-good=true]").wait_for()
    assert page.request.get(watched.site + "/room-check/phone").ok
    page.locator("[data-check=phones][data-good=true]").wait_for()
    page.locator("[data-check=host][data-good=true]").wait_for()
    assert watched.errors == []
    assert watched.abroad == []


@pytest.mark.parametrize(
    ("lang", "theme"),
    [("it", "dark"), *sample.nightly_values(("en", "light"), ("en", "dark"), ("it", "light"))],
)
def test_axe_finds_nothing_on_any_page_of_a_talk(watched: Watched, lang: str, theme: str) -> None:
    found = {}
    for path in PAGES:
        page = watched.open(f"{path}?lang={lang}&theme={theme}")
        page.wait_for_timeout(200)
        found[path] = violations(page)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert watched.errors == []
