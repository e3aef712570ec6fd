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
from components.layout import content
from components.state.selection import Selection
from components.views import CHARTS, TABS
from data import load

RESULTS = Path(__file__).parent / "RESULTS.md"
REGIONS = ["ITH5", "FR10", "DE21", "ES51", "ES30", "PL91", "SE11", "NL32", "ITC1", "AT13"]
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
WAYS = {
    "first visit": (7, False, False),
    "second visit": (7, False, True),
    "first visit, slow": (2, True, False),
}
"""How a page is visited: how many rounds, on a slow line, for the second time."""


def visits(browser: Browser, address: str, charts: int) -> list[View]:
    """The first view of a page in each of the ways, the median of its rounds."""
    view = partial(first_view, browser, address, charts)
    return [
        middle([view(slow=slow, warm=warm) for _ in range(rounds)]) for rounds, slow, warm in WAYS.values()
    ]


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


def ours(browser: Browser, charts: int) -> tuple[list[View], list[str]]:
    """Everything about the dashboard itself."""
    data = load()
    with served("app:server", "/economy") as site:
        seen = visits(browser, f"{site.site}/economy", charts)
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


def yardstick(browser: Browser, server: str, charts: int) -> list[View]:
    """The same charts on another page."""
    with served(server, "/") as site:
        return visits(browser, site.site, charts)


def faster(mine: View, other: View) -> str:
    """How much sooner, and with how much less."""
    return f"{other.drawn / mine.drawn:.1f} times faster to all charts, {other.kilobytes / max(mine.kilobytes, 0.1):.1f} times fewer bytes"


def longer(mine: View, other: View) -> str:
    """How much later, and with how much more."""
    return f"{mine.drawn / other.drawn:.2f} times as long to all charts, {mine.kilobytes / max(other.kilobytes, 0.1):.1f} times the bytes"


def main() -> None:
    """Measure all, write the table."""
    busy = os.getloadavg()[0]
    charts = len(content.page_content(load(), Selection()).figures)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=FLAGS)
        mine, lines = ours(browser, charts)
        bare = yardstick(browser, "bench.still:server", charts)
        theirs = yardstick(browser, "bench.plain:server", charts)
        browser.close()
    pages = {"Regioscope": mine, "static page": bare, "plain Dash": theirs}
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, load {busy:.1f} before it began. Trust the ratios, not the milliseconds."
    table = [
        "| page | requests | kB on the wire | all charts, ms | LCP, ms | CLS | TBT, ms |",
        "|---|---:|---:|---:|---:|---:|---:|",
        *(
            line(f"{name}, {way}", view)
            for name, views in pages.items()
            for way, view in zip(WAYS, views, strict=True)
        ),
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
        *(f"- {way}: {faster(*pair)}." for way, *pair in zip(WAYS, mine, theirs, strict=True)),
        "",
        "Against a static page with the same charts and the same plotly.js, which can be asked nothing:",
        "",
        *(f"- {way}: {longer(*pair)}." for way, *pair in zip(WAYS, mine, bare, strict=True)),
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
