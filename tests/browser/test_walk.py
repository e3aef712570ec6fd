"""One walk through every view as a reader would take it."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route

from components.i18n.text import LANGUAGES
from components.state.selection import TABS
from tests import sample
from tests.browser.conftest import IN_BOTH, IN_CHROMIUM, Watched

CUT = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((box) => {
    const frame = box.getBoundingClientRect();
    return [...box.querySelectorAll('svg text')].filter((one) => {
        const { left, right, top, bottom, width } = one.getBoundingClientRect();
        const out = Math.max(frame.left - left, right - frame.right, frame.top - top, bottom - frame.bottom);
        return width && out > 1.5;
    }).map((one) => `${box.closest('[data-chart]').dataset.chart}: ${one.textContent}`);
})"""


@IN_BOTH
@pytest.mark.parametrize(("tab", "lang"), sample.in_turn(TABS, LANGUAGES))
def test_every_view_draws_whole_in_both_languages_without_leaving_the_host(
    watched: Watched, tab: str, lang: str
) -> None:
    page = watched.open(f"/{tab}?part=all&lang={lang}")
    page.locator("body[data-settled]").wait_for()  # what is out of view has its text only then
    assert page.locator("html").get_attribute("lang") == lang
    charts = page.locator("figure[data-chart]")
    assert charts.count() > 0
    for chart in charts.all():
        assert chart.locator("figcaption").inner_text().strip()
        assert chart.locator("[data-part=source]").inner_text().strip()
    assert watched.abroad == []
    assert watched.errors == []


@pytest.mark.parametrize(("tab", "region"), sample.in_turn(TABS, ["EL30", "BE10", "ITC4"]))
def test_no_word_of_a_drawing_is_cut_on_a_phone_or_a_desk(watched: Watched, tab: str, region: str) -> None:
    page = watched.page
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        watched.open(f"/{tab}?part=all&lang=it&region={region}")
        page.evaluate("document.fonts.ready.then(() => true)")
        assert page.evaluate(CUT) == [], f"{width} px"


@IN_BOTH
def test_a_control_changes_the_address_and_back_undoes_it(watched: Watched) -> None:
    page = watched.open("/economy")
    heading = page.locator("h1").inner_text()
    page.get_by_label("Region", exact=True).select_option("ITH5")
    page.wait_for_url("**/economy?region=ITH5")
    watched.ready()
    assert "Emilia-Romagna" in page.locator("h1").inner_text()
    page.go_back()
    page.wait_for_url("**/economy")
    watched.ready()
    assert page.locator("h1").inner_text() == heading
    assert page.get_by_label("Region", exact=True).input_value() == "ITC4"


@pytest.mark.parametrize("tab", TABS)
def test_an_address_that_names_defaults_is_the_same_state_there_and_back(watched: Watched, tab: str) -> None:
    other = TABS[(TABS.index(tab) + 1) % len(TABS)]
    page = watched.open(f"/{tab}?theme=light&region=ITC4&lang=en&second=gerd&nonsense=1")
    assert urlsplit(page.url)[2:4] == (f"/{tab}", "")
    entries = page.evaluate("history.length")
    page.locator(f"nav.tabs a[href='/{other}']").click()
    page.wait_for_url(f"**/{other}")
    watched.ready()
    page.go_back()
    page.wait_for_url(f"**/{tab}")
    watched.ready()
    assert page.evaluate("history.length") == entries + 1
    assert page.locator("nav.tabs a[aria-current=page]").get_attribute("href") == f"/{tab}"
    assert watched.errors == []


def test_the_second_indicator_gives_way_to_the_first_and_its_control_says_so(watched: Watched) -> None:
    page = watched.open("/compare?part=two")
    second = page.get_by_label("Second indicator", exact=True)
    assert second.input_value() == "gerd"
    page.get_by_label("Indicator", exact=True).select_option("gerd")
    page.wait_for_url("**/compare?indicator=gerd&part=two&second=gdp_per_head_pps")
    watched.ready()
    assert second.input_value() == "gdp_per_head_pps"
    assert second.locator("option[value=gerd]").count() == 0
    page.go_back()
    page.wait_for_url("**/compare?part=two")
    watched.ready()
    assert second.input_value() == "gerd"


def test_changing_ones_mind_quickly_leaves_the_last_choice_on_the_screen(watched: Watched) -> None:
    page = watched.open("/economy")
    for code in ("ITH5", "FR10", "ITC4", "ES51"):
        page.get_by_label("Region", exact=True).select_option(code)
    page.wait_for_url("**/economy?region=ES51")
    page.locator("h1", has_text="Catalonia").wait_for()
    watched.ready()
    page.wait_for_timeout(1000)
    assert urlsplit(page.url).query == "region=ES51"
    assert "Catalonia" in page.locator("h1").inner_text()


@IN_BOTH
def test_a_table_opens_follows_the_selection_and_closes(watched: Watched) -> None:
    page = watched.open("/economy")
    chart = page.locator("figure[data-chart]").first
    assert chart.locator("[data-part=table] table").count() == 0
    watched.menu("economy.headlines")
    chart.locator("[data-part=table-toggle]").click()
    chart.locator("[data-part=table] table").wait_for()
    before = chart.locator("[data-part=table]").inner_text()
    page.get_by_label("Region", exact=True).select_option("ITH5")
    page.locator("h1", has_text="Emilia-Romagna").wait_for()
    watched.ready()
    assert chart.locator("[data-part=table]").inner_text() != before
    watched.menu("economy.headlines")
    chart.locator("[data-part=table-toggle]").click()
    chart.locator("[data-part=table] table").wait_for(state="detached")


def test_views_are_links_that_keep_region_and_language(watched: Watched) -> None:
    page = watched.open(f"/{TABS[0]}?region=ITH5&lang=it")
    for name in TABS[1:]:
        page.locator(f"nav.tabs a[href^='/{name}']").click()
        page.wait_for_url(f"**/{name}?lang=it&region=ITH5")
        watched.ready()
        now = page.locator("nav.tabs a[aria-current=page]").get_attribute("href") or ""
        assert now.startswith(f"/{name}")
    assert watched.errors == []


@IN_CHROMIUM
def test_a_slow_answer_does_not_outlive_a_newer_choice(watched: Watched) -> None:
    page = watched.open("/economy")
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held or "ITH5" not in (route.request.post_data or ""):
            route.continue_()
        else:
            held.append(route)

    page.route("**/_dash-update-component*", hold_the_first)
    page.get_by_label("Region", exact=True).select_option("ITH5")
    page.wait_for_url("**/economy?region=ITH5")
    page.get_by_label("Region", exact=True).select_option("ES51")
    page.wait_for_timeout(300)
    held[0].continue_()
    page.locator("h1", has_text="Catalonia").wait_for()
    watched.ready()
    assert "Catalonia" in page.locator("h1").inner_text()
    assert page.get_by_label("Region", exact=True).input_value() == "ES51"
    assert "Catalonia" in page.locator("[data-chart='economy.trend'] [data-part=summary]").inner_text()


def test_what_is_in_view_is_drawn_first_and_paper_gets_every_chart(watched: Watched) -> None:
    page = watched.open("/economy?part=all&region=DE21")
    drawn = page.evaluate("""() => new Promise((done) => {
        const told = [];
        const select = document.getElementById('{"control":"region"}');
        const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set;
        set.call(select, 'ITH5');
        select.dispatchEvent(new Event('change', {bubbles: true}));
        const look = () => {
            const {shown, ready} = document.body.dataset;
            told.push([shown, ready].join());
            if (shown === 'true' && ready !== 'true') dispatchEvent(new Event('beforeprint'));
            if (ready === 'true' && location.search.includes('ITH5')) done(told); else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    })""")
    assert "true,false" in drawn
    assert drawn.index("true,true", drawn.index("true,false")) - drawn.index("true,false") <= 3
    assert watched.errors == []


def test_a_change_keeps_the_focus_and_what_is_unfolded(watched: Watched) -> None:
    page = watched.open("/compare?part=scorecard")
    fold = page.locator("[data-chart='compare.scorecard'] details").nth(1)
    fold.locator("summary").click()
    opened = fold.evaluate("one => one.open")
    page.locator("nav.tabs a").nth(2).focus()
    page.evaluate("regioscope.change({region: 'ITH5'})")
    page.wait_for_url("**/compare?part=scorecard&region=ITH5")
    watched.ready()
    assert fold.evaluate("one => one.open") == opened
    assert page.evaluate("document.activeElement.closest('nav.tabs') !== null")


def test_a_notice_of_an_unknown_region_stays_until_the_next_choice(watched: Watched) -> None:
    page = watched.open("/economy?region=XX99")
    notice = page.locator("#notice")
    assert urlsplit(page.url).query == ""
    assert "“XX99”" in notice.inner_text()
    page.get_by_label("Region", exact=True).select_option("ITH5")
    page.wait_for_url("**/economy?region=ITH5")
    watched.ready()
    assert notice.inner_text() == ""
    page = watched.open("/economy?lang=xx")
    assert "Qui non c'è" in notice.inner_text()
    page.locator("nav.tabs a[href='/clusters']").click()
    page.wait_for_url("**/clusters")
    watched.ready()
    assert notice.count() == 0
    assert watched.errors == []
