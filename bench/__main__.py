"""Measure, compare with plain Dash and with a static page in turns, write bench/RESULTS.md."""

import os
import platform
import statistics
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import growth
from bench.browser import Change, View, change, first_view, median_view, page_of
from bench.load import Load, body, hammer
from bench.memory import addresses, ask, largest_worker
from bench.serve import Server, rendering_output, serve
from components.layout import content
from components.state.selection import Selection
from data import load

RESULTS = Path(__file__).parent / "RESULTS.md"
REGIONS = ["ITH5", "FR10", "DE21", "ES51", "ES30", "PL91", "SE11", "NL32", "ITC1", "AT13"]
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
OURS, PLAIN, STATIC = "Regioscope", "plain Dash", "static page"
WAYS = {"first visit": (5, False, False), "second visit": (5, False, True), "slow line": (2, True, False)}
"""How a page is visited: how many rounds, on a slow line, for the second time."""
SELECTIONS = int(os.environ.get("SELECTIONS", "2000"))
GOALS = {
    "first visit, kB": "650",
    "all charts of the part, against plain Dash": "3.0 times faster",
    "against a static page": "1.2 times as long",
    "against a static page, slow line": "1.3 times as long",
    "change of region, all redrawn, median / p95, ms": "100 / 200",
    "change of region, against plain Dash": "2.5 times faster",
    "longest task of a change, median / p95, ms": "100",
    "worker memory fresh, RSS / PSS / USS, MB": "",
    f"worker memory after {SELECTIONS:,} selections, MB": "160, flat",
    "callbacks/s at 16 clients": "823",
    "p99 of them, ms": "53",
}
"""Each row of the table, with the figure to reach."""


def visits(browser: Browser, sites: dict[str, str], charts: int) -> dict[str, dict[str, list[View]]]:
    """First views of each page in each of the ways, page by page in turn, so that a busy machine is so for all."""
    found: dict[str, dict[str, list[View]]] = {way: {name: [] for name in sites} for way in WAYS}
    for way, (rounds, slow, warm) in WAYS.items():
        for _ in range(rounds):
            for name, address in sites.items():
                found[way][name].append(first_view(browser, address, charts, slow=slow, warm=warm))
    return found


def ratio(ours: Iterable[float], others: Iterable[float]) -> float:
    """The median of the ratios pair by pair."""
    return statistics.median(own / other for own, other in zip(ours, others, strict=True))


def changes(browser: Browser, sites: dict[str, str], charts: int) -> dict[str, list[Change]]:
    """The same changes of region here and on the plain page, in turn."""
    controls = {OURS: '{control: "region"}', PLAIN: '"region"'}
    pages = {name: page_of(browser, sites[name], charts) for name in controls}
    found: dict[str, list[Change]] = {name: [] for name in pages}
    for region in REGIONS * 3:
        for name, page in pages.items():
            found[name].append(change(page, controls[name], region))
    return found


def spread(values: Iterable[float]) -> str:
    """Median and 95th percentile."""
    ordered = sorted(values)
    return f"{statistics.median(ordered):.0f} / {ordered[int(len(ordered) * 0.95)]:.0f}"


def soak(site: Server) -> list[str]:
    """Memory of the largest worker fresh and after each quarter of the selections."""
    paths = addresses(load(), SELECTIONS)
    quarter = max(len(paths) // 4, 1)
    found = [largest_worker(site.workers).text()]
    for at in range(0, len(paths), quarter):
        ask(site.site, paths[at : at + quarter])
        found.append(largest_worker(site.workers).text())
    return found


def callbacks_under_load(site: Server) -> Load:
    """Callbacks of 16 clients at once."""
    data, show = load(), rendering_output(site.site)
    return hammer(site.site, [body(data, show, region) for region in REGIONS], clients=16, seconds=10)


def figures(
    seen: dict[str, dict[str, list[View]]], took: dict[str, list[Change]], sizes: list[str], load_now: Load
) -> dict[str, str]:
    """What was measured, by row of the table."""

    def charts_ms(way: str, name: str) -> list[float]:
        return [item.charts_ms for item in seen[way][name]]

    static = {way: ratio(charts_ms(way, OURS), charts_ms(way, STATIC)) for way in WAYS}
    measured = (
        f"{median_view(seen['first visit'][OURS]).kilobytes:.0f}",
        f"{ratio(charts_ms('first visit', PLAIN), charts_ms('first visit', OURS)):.1f} times faster",
        f"{static['first visit']:.2f} times as long",
        f"{static['slow line']:.2f} times as long",
        spread(item.whole for item in took[OURS]),
        f"{ratio((item.whole for item in took[PLAIN]), (item.whole for item in took[OURS])):.1f} times faster",
        spread(item.longest for item in took[OURS]),
        sizes[0],
        " → ".join(sizes[1:]),
        f"{load_now.rate:.0f}",
        f"{load_now.p99:.0f}",
    )
    return dict(zip(GOALS, measured, strict=True))


def line(name: str, view: View) -> str:
    """A row of the table of first views."""
    return f"| {name} | {view.requests:.0f} | {view.kilobytes:,.0f} | {view.charts_ms:,.0f} | {view.lcp:,.0f} | {view.cls:.3f} | {view.tbt:,.0f} |"


def report(charts: int, seen: dict[str, dict[str, list[View]]], measured: dict[str, str]) -> str:
    """The whole file."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    busy = f"load {os.getloadavg()[1]:.1f} in the last five minutes (1 and more per core: trust the ratios, which are medians of pairs measured in turn, not the milliseconds)"
    pages = [line(f"{name}, {way}", median_view(views)) for way in WAYS for name, views in seen[way].items()]
    text = [
        "# Measured",
        "",
        f"By `make bench` with the {charts} charts of the economic profile's first part. {machine}, {busy}. A slow line is one of 1.6 Mbit/s and 150 ms, with a processor four times slower.",
        "",
        "| | measured | goal |",
        "|---|---:|---:|",
        *(f"| {name} | {value} | {GOALS[name]} |" for name, value in measured.items()),
        "",
        "Memory is that of the worker that takes most. Resident memory (RSS) counts pages that all workers share; PSS counts a worker's share of them, USS what is its own alone. After each quarter of the selections.",
        "",
        "| page | requests | kB on the wire | all charts, ms | LCP, ms | CLS | TBT, ms |",
        "|---|---:|---:|---:|---:|---:|---:|",
        *pages,
        "",
        "How it grows with the rows (a synthetic NUTS 3 edition; charts: processor time of the first parts of two views for another region):",
        "",
        *growth.table(),
        "",
    ]
    return "\n".join(text)


def main() -> None:
    """Measure all, write the table."""
    charts = len(content.page_content(load(), Selection()).figures)
    ours, plain, still = (
        partial(serve, "app:server", "/economy"),
        partial(serve, "bench.plain:server", "/"),
        partial(serve, "bench.static_page:server", "/"),
    )
    with sync_playwright() as play, plain() as theirs, still() as bare:
        browser = play.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=FLAGS)
        with ours() as site:
            sites = {OURS: f"{site.site}/economy", PLAIN: theirs.site, STATIC: bare.site}
            seen, took = visits(browser, sites, charts), changes(browser, sites, charts)
            load_now = callbacks_under_load(site)
        browser.close()
    with ours() as site:
        sizes = soak(site)
    text = report(charts, seen, figures(seen, took, sizes, load_now))
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
