"""The comparison as a policy officer would use it."""

from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import IN_CHROMIUM, Watched

RINGS = "document.querySelectorAll('.mark-ring').length"


def asked(url: str) -> dict[str, list[str]]:
    """The query of an address."""
    return parse_qs(urlsplit(url).query)


def test_a_marked_region_is_ringed_everywhere_at_once_and_back_undoes_it(watched: Watched) -> None:
    page = watched.open("/compare?part=all")
    at_once = page.evaluate(
        f"() => {{ document.querySelector('a[data-mark=\"DEA1\"]').click(); return [{RINGS}, document.querySelectorAll('tr.marked').length]; }}"
    )
    assert at_once[0] == 5, "map, tile, strip, bubble and the map of partners"
    assert at_once[1] >= 2, "its rows among the peers and in the coverage"
    assert asked(page.url) == {"mark": ["DEA1"], "part": ["all"]}
    watched.ready()
    page.locator(".mark-bar", has_text="Düsseldorf (DEA1)").wait_for()
    assert page.locator(".mark-line").count() == 1
    page.go_back()
    watched.ready()
    assert page.evaluate(RINGS) == 0
    assert page.locator(".mark-bar").count() == 0
    assert watched.errors == []
    assert watched.abroad == []


def test_a_mark_in_the_address_is_there_after_loading_and_survives_a_new_drawing(watched: Watched) -> None:
    page = watched.open("/compare?part=all&mark=ES51")
    assert page.evaluate(RINGS) == 5
    page.locator(".selection-bar .fold summary").click()
    page.get_by_label("Shown as").select_option("eu100")
    page.wait_for_url("**scale=eu100**")
    watched.ready()
    assert page.evaluate(RINGS) == 5


def test_a_larger_area_is_ringed_for_each_region_it_covers(watched: Watched) -> None:
    page = watched.open("/compare?part=all&indicator=ris_index&mark=BE22")
    assert page.evaluate(RINGS) >= 3
    assert page.locator("[data-chart='compare.strip'] .mark-ring").count() == 1


def test_regions_are_added_by_typing_in_any_language_and_taken_out_again(watched: Watched) -> None:
    page = watched.open("/compare?part=all&lens=own")
    box = page.locator("[data-find=others] input")
    for typed in ("cataluna", "Île-de-France", "DE21", "Stoccolma"):
        box.fill(typed)
        box.press("Enter")
        watched.ready()
    assert asked(page.url)["others"] == ["ES51,FR10,DE21,SE11"]
    page.get_by_role("link", name="Take out Catalonia").click()
    page.wait_for_url("**others=FR10**")
    watched.ready()
    assert asked(page.url)["others"] == ["FR10,DE21,SE11"]
    box.fill("nowhere at all")
    box.press("Enter")
    watched.ready()
    assert "Nothing is called that" in page.locator("[data-find=others] .find-said").inner_text()


def test_research_among_regions_of_similar_income_by_keyboard_alone(watched: Watched) -> None:
    page = watched.open("/compare?part=all")
    finder = page.locator("[data-find=indicator] input")
    finder.focus()
    page.keyboard.type("Expenditure on research and development")
    page.keyboard.press("Enter")
    page.wait_for_url("**indicator=gerd**")
    watched.ready()
    lens = page.get_by_label("Against")
    lens.focus()
    page.keyboard.type("similar GDP")
    page.keyboard.press("Enter")
    page.wait_for_url("**lens=income**")
    watched.ready()
    summary = page.locator("[data-chart='compare.peers_table'] [data-part=summary]").inner_text()
    assert "similar GDP per head" in summary
    places = page.locator("[data-chart='compare.places'] table").inner_text()
    assert "among the peers: similar GDP per head" in places
    assert "in 2023" in places
    watched.menu("compare.scorecard")
    with page.expect_download() as taken:
        page.locator("[data-chart='compare.scorecard'] [data-part=csv]").press("Enter")
    assert taken.value.suggested_filename == "compare.scorecard.csv"


def test_the_marks_of_the_map_are_walked_in_order_and_enter_marks(watched: Watched) -> None:
    page = watched.open("/compare?part=all")
    page.locator("[data-chart='compare.on_map'] .frame").focus()
    page.keyboard.press("Home")
    assert "place 1 of" in page.locator("#voice").inner_text()
    page.keyboard.press("ArrowRight")
    assert "place 2 of" in page.locator("#voice").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**mark=**")
    assert page.evaluate(RINGS) >= 3


@IN_CHROMIUM
def test_the_scorecard_prints_alone_on_two_pages(watched: Watched) -> None:
    page = watched.open("/compare?part=all")
    page.evaluate(
        "window.print = () => { window.pages = document.body.className + ' ' + document.querySelectorAll('.printed').length; }"
    )
    watched.menu("compare.scorecard")
    page.locator("[data-print='compare.scorecard']").click()
    assert page.evaluate("window.pages").strip() == "print-one 1"
    page.evaluate(
        "document.body.classList.add('print-one'); document.getElementById('compare.scorecard').classList.add('printed')"
    )
    paper = page.pdf(format="A4", margin={"top": "8mm", "bottom": "8mm", "left": "8mm", "right": "8mm"})
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") + paper.count(b"/Type/Page/") == 2


def test_the_rows_of_the_ranking_stand_one_under_the_other(watched: Watched) -> None:
    page = watched.open("/compare?part=all")
    tops = page.evaluate(
        "() => [...document.querySelectorAll(\"[data-chart='compare.ranking'] tbody tr\")]"
        ".map((row) => row.getBoundingClientRect()).map(({ top, width }) => [top, width])"
    )
    assert len(tops) > 10
    assert all(above[0] < below[0] for above, below in pairwise(tops))
    assert len({round(width) for _, width in tops}) == 1


@pytest.mark.parametrize("wide", [1280, 390])
def test_the_mark_of_a_fifth_stands_beside_its_rank(watched: Watched, wide: int) -> None:
    watched.page.set_viewport_size({"width": wide, "height": 900})
    page = watched.open("/compare?region=EE00")
    apart = page.evaluate("""() => [...document.querySelectorAll(".ranked-rows td:first-child:has(.fifth)")].filter((cell) => {
        const number = document.createRange();
        number.selectNode(cell.lastChild);
        const [text, mark] = [number.getBoundingClientRect(), cell.querySelector(".fifth").getBoundingClientRect()];
        return text.left < mark.right - 1 || text.top > mark.bottom || mark.top > text.bottom;
    }).map((cell) => cell.innerText)""")
    assert page.locator(".ranked-rows .fifth").count() > 10
    assert apart == []
