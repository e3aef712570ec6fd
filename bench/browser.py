"""What a reader waits for: first views and changes, measured in a real Chromium."""

import statistics
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

WATCH = """
window.measured = {lcp: 0, cls: 0, tbt: 0, longest: 0};
new PerformanceObserver((list) => { for (const one of list.getEntries()) measured.lcp = one.startTime; }).observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) measured.cls += one.value; }).observe({type: 'layout-shift', buffered: true});
new PerformanceObserver((list) => { for (const one of list.getEntries()) { measured.tbt += Math.max(0, one.duration - 50); measured.longest = Math.max(measured.longest, one.duration); } }).observe({type: 'longtask', buffered: true});
"""
SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}


@dataclass(frozen=True)
class View:
    """One first view. Times in ms, bytes as they crossed the wire."""

    requests: int
    kilobytes: float
    charts_ms: float
    lcp: float
    cls: float
    tbt: float


def first_view(browser: Browser, address: str, charts: int, *, slow: bool, warm: bool = False) -> View:
    """Open an address in a fresh profile and wait until all charts are drawn; `warm` measures the second
    visit."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    if warm:
        first = context.new_page()
        first.goto(address)
        wait_for_charts(first, charts)
        first.close()
    page = context.new_page()
    sizes: list[float] = []
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    if slow:
        slow_down(wire)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    milliseconds = wait_for_charts(page, charts)
    page.wait_for_timeout(500)
    seen: dict[str, Any] = page.evaluate("measured")
    context.close()
    return View(len(sizes), sum(sizes) / 1000, milliseconds, seen["lcp"], seen["cls"], seen["tbt"])


def slow_down(wire: CDPSession) -> None:
    """A processor four times slower, on a slow line."""
    wire.send("Network.emulateNetworkConditions", SLOW)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})


MARKS = "count => document.querySelectorAll('.js-plotly-plot:has(.trace, .choroplethlocation)').length >= count && performance.now()"


def wait_for_charts(page: Page, charts: int) -> float:
    """Wait for the marks of the last of so many charts; the milliseconds from the navigation until they were there. An
    empty frame is no chart: that of a map stands before its regions do."""
    return float(page.wait_for_function(MARKS, arg=charts, polling="raf", timeout=120_000).json_value())


@dataclass(frozen=True)
class Change:
    """One change of region, in ms: until every chart of the part is drawn anew, and the longest task meanwhile."""

    whole: float
    longest: float


def page_of(browser: Browser, address: str, charts: int) -> Page:
    """A page with all its charts drawn, that notes its long tasks."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    wait_for_charts(page, charts)
    page.wait_for_timeout(1000)
    return page


def change(page: Page, control: str, region: str) -> Change:
    """What another region takes, until no chart has been drawn for half a second; `control` is the id of the list of
    regions, as JavaScript."""
    return Change(**page.evaluate(CHANGE % control, region))


CHANGE = """(code) => new Promise((done) => {
    const started = performance.now();
    let last = 0;
    measured.longest = 0;
    const drawn = () => { last = performance.now(); };
    const watch = () => document.querySelectorAll('.js-plotly-plot').forEach((graph) => {
        if (!graph.watched && graph.on) { graph.watched = true; graph.on('plotly_afterplot', () => window.chartDrawn()); }
    });
    window.chartDrawn = drawn;
    watch();
    dash_clientside.set_props(%s, {value: code});
    const look = () => {
        watch();
        if (last && performance.now() - last > 500) done({whole: last - started, longest: measured.longest});
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})"""


def median_view(views: list[View]) -> View:
    """The median of each measure."""
    return View(
        *(statistics.median(getattr(view, name) for view in views) for name in View.__dataclass_fields__)
    )  # type: ignore[arg-type]
