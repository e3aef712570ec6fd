"""Measure, compare with plain Dash and with a static page, write bench/RESULTS.md."""

import os
import platform
import statistics
import time
from functools import partial
from pathlib import Path

from dash._utils import to_json
from playwright.sync_api import Browser, sync_playwright

from bench.browser import Change, View, changes, first_view, middle
from bench.load import body, hammer
from bench.serve import drawing, served
from components import page
from components.selection import Selection
from components.tabs import CHARTS, TABS
from data import load

RESULTS = Path(__file__).parent / "RESULTS.md"
REGIONS = ["ITH5", "FR10", "DE21", "ES51", "ES30", "PL91", "SE11", "NL32", "ITC1", "AT13"]
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
ROUNDS = 3


def views(browser: Browser, address: str, charts: int, *, slow: bool, warm: bool) -> View:
    """The median of several first views."""
    return middle(
        [first_view(browser, address, charts, slow=slow, warm=warm) for _ in range(2 if slow else ROUNDS)]
    )


def line(name: str, view: View) -> str:
    """A row of the table of first views."""
    return f"| {name} | {view.requests:.0f} | {view.kilobytes:,.0f} | {view.drawn:,.0f} | {view.lcp:,.0f} | {view.cls:.3f} | {view.tbt:,.0f} |"


def start() -> list[str]:
    """How long the data takes, and each chart, without a cache."""
    begun = time.perf_counter()
    data = load()
    loaded = time.perf_counter() - begun
    rows = [
        f"Loading and checking all data: {loaded:.2f} s.",
        "",
        "| chart | ms, first time | kB |",
        "|---|---:|---:|",
    ]
    for name, chart in CHARTS.items():
        chosen = Selection(
            tab=name.partition(".")[0], region="ITH5" if name.startswith("economy") else "ITC4"
        )
        chart(data, chosen)
        times = [timed(partial(chart, data, chosen)) for _ in range(5)]
        size = len(to_json(chart(data, chosen).figure)) / 1000
        rows.append(f"| {name} | {statistics.median(times):.1f} | {size:.1f} |")
    return rows


def timed(call: object) -> float:
    """Milliseconds of one call."""
    begun = time.perf_counter()
    call()  # type: ignore[operator]
    return (time.perf_counter() - begun) * 1000


def ours(browser: Browser, charts: int) -> tuple[dict[str, View], list[str]]:
    """Everything about the dashboard itself."""
    data = load()
    with served("app:server", "/economy") as site:
        address = f"{site.site}/economy"
        seen = {
            "Regioscope, first visit": views(browser, address, charts, slow=False, warm=False),
            "Regioscope, second visit": views(browser, address, charts, slow=False, warm=True),
            "Regioscope, first visit, slow": views(browser, address, charts, slow=True, warm=False),
        }
        took = changes(browser, site.site, REGIONS * 3)
        slowly = changes(browser, site.site, REGIONS * 2, slow=True)
        show = drawing(site.site)
        load_now = hammer(site.site, [body(data, show, region) for region in REGIONS], clients=16, seconds=10)
        memory = site.worker_memory
    lines = [
        f"A change of region, all in view drawn anew: {spread(took, 'seen')}. Every chart of the page: {spread(took, 'whole')}.",
        f"The same, slow: {spread(slowly, 'seen')}. Every chart of the page: {spread(slowly, 'whole')}.",
        f"16 clients: {load_now.rate:.0f} callbacks/s, median {load_now.median:.0f} ms, p99 {load_now.p99:.0f} ms, {load_now.kilobytes:.1f} kB an answer.",
        f"Memory of a worker after that: {memory:.0f} MB.",
    ]
    return seen, lines


def spread(took: list[Change], name: str) -> str:
    """Median and p95 of one of the times of some changes."""
    times = sorted(getattr(one, name) for one in took)
    return f"median {statistics.median(times):.0f} ms, p95 {times[int(len(times) * 0.95)]:.0f} ms"


def still(browser: Browser, charts: int) -> dict[str, View]:
    """The same charts on a page without a framework."""
    with served("bench.still:server", "/") as site:
        return {
            "static page, first visit": views(browser, site.site, charts, slow=False, warm=False),
            "static page, second visit": views(browser, site.site, charts, slow=False, warm=True),
            "static page, first visit, slow": views(browser, site.site, charts, slow=True, warm=False),
        }


def plain(browser: Browser, charts: int) -> dict[str, View]:
    """The same charts on a plain Dash page."""
    with served("bench.plain:server", "/") as site:
        return {
            "plain Dash, first visit": views(browser, site.site, charts, slow=False, warm=False),
            "plain Dash, second visit": views(browser, site.site, charts, slow=False, warm=True),
            "plain Dash, first visit, slow": views(browser, site.site, charts, slow=True, warm=False),
        }


def main() -> None:
    """Measure all, write the table."""
    busy = os.getloadavg()[0]
    data = load()
    charts = len(page.parts(data, Selection()).figures)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=FLAGS)
        mine, lines = ours(browser, charts)
        bare = still(browser, charts)
        theirs = plain(browser, charts)
        browser.close()
    names = ["first visit", "second visit", "first visit, slow"]
    ratios = [
        f"- {name}: {theirs[f'plain Dash, {name}'].drawn / mine[f'Regioscope, {name}'].drawn:.1f} times faster to all charts, {theirs[f'plain Dash, {name}'].kilobytes / max(mine[f'Regioscope, {name}'].kilobytes, 0.1):.1f} times fewer bytes."
        for name in names
    ]
    beside = [
        f"- {name}: {mine[f'Regioscope, {name}'].drawn / bare[f'static page, {name}'].drawn:.1f} times as long to all charts, {mine[f'Regioscope, {name}'].kilobytes / max(bare[f'static page, {name}'].kilobytes, 0.1):.1f} times the bytes."
        for name in names
    ]
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, load {busy:.1f} before it began. Trust the ratios, not the milliseconds."
    table = [
        "| page | requests | kB on the wire | all charts, ms | LCP, ms | CLS | TBT, ms |",
        "|---|---:|---:|---:|---:|---:|---:|",
        *(line(name, view) for name, view in {**mine, **bare, **theirs}.items()),
    ]
    text = [
        "# Measured",
        "",
        f'By `make bench`, {charts} charts of the economic profile ({len(TABS)} views in all). {machine} "Slow" is a processor four times slower on a line of 1.6 Mbit/s and 150 ms.',
        "",
        *table,
        "",
        "Against a plain Dash page with the same charts:",
        "",
        *ratios,
        "",
        "Against a static page with the same charts and the same plotly.js, which can be asked nothing:",
        "",
        *beside,
        "",
        "\n\n".join(lines),
        "",
        *start(),
        "",
    ]
    RESULTS.write_text("\n".join(text), encoding="utf-8")
    print("\n".join(text))


if __name__ == "__main__":
    main()
