"""What a reader waits for: first views and changes, measured in a real Chromium."""

import statistics
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

WATCH = """
window.measured = {lcp: 0, cls: 0, tbt: 0};
new PerformanceObserver((list) => { for (const one of list.getEntries()) measured.lcp = one.startTime; }).observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) measured.cls += one.value; }).observe({type: 'layout-shift', buffered: true});
new PerformanceObserver((list) => { for (const one of list.getEntries()) measured.tbt += Math.max(0, one.duration - 50); }).observe({type: 'longtask', buffered: true});
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
    drawn: float
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
        all_drawn(first, charts)
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
    drawn = all_drawn(page, charts)
    page.wait_for_timeout(500)
    seen: dict[str, Any] = page.evaluate("measured")
    context.close()
    return View(len(sizes), sum(sizes) / 1000, drawn, seen["lcp"], seen["cls"], seen["tbt"])


def slow_down(wire: CDPSession) -> None:
    """A processor four times slower, on a slow line."""
    wire.send("Network.emulateNetworkConditions", SLOW)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})


def all_drawn(page: Page, charts: int) -> float:
    """Wait for the last of so many charts; the milliseconds from the navigation until it was there."""
    last = "count => document.querySelectorAll('.js-plotly-plot .main-svg:first-child').length >= count && performance.now()"
    return float(page.wait_for_function(last, arg=charts, polling="raf", timeout=120_000).json_value())


@dataclass(frozen=True)
class Change:
    """One change of region, in ms: until all that is in view is drawn anew, and until every chart is."""

    seen: float
    whole: float


def changes(browser: Browser, site: str, regions: list[str], *, slow: bool = False) -> list[Change]:
    """What a choice of region takes, once the page is drawn."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{site}/economy")
    page.locator("body[data-ready=true]").wait_for()
    if slow:
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        slow_down(wire)
    took = [Change(**page.evaluate(CHANGE, code)) for code in regions]
    context.close()
    return took


CHANGE = """(code) => new Promise((done) => {
    const select = document.getElementById('{"control":"region"}');
    const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set;
    const started = performance.now();
    set.call(select, code);
    select.dispatchEvent(new Event('change', {bubbles: true}));
    let seen = 0;
    const look = () => {
        const {shown, ready} = document.body.dataset;
        if (!seen && shown === 'true' && location.search.includes(code)) seen = performance.now() - started;
        if (seen && ready === 'true') done({seen, whole: performance.now() - started});
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})"""


def middle(views: list[View]) -> View:
    """The median of each measure."""
    return View(
        *(statistics.median(getattr(one, name) for one in views) for name in View.__dataclass_fields__)
    )  # type: ignore[arg-type]
