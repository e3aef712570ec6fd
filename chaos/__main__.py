"""Prove what deploy/ promises, and write chaos/RESULTS.md: `python -m chaos`."""

import os
import platform
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bench.load import body
from bench.serve import Server, rendering_output, serve
from chaos.clients import Ask, Outcome, ask, keep_asking
from chaos.nginx import NoNginx, nginx_before
from data import load

RESULTS = Path(__file__).parent / "RESULTS.md"
REGIONS = ("ITH5", "FR10", "DE21", "ES51", "ES30", "PL91", "SE11", "NL32", "ITC1", "AT13")
PAGES = (
    "/economy",
    "/clusters?lang=it",
    "/s3",
    "/economy?region=DE21",
    "/data/economy.ranking.csv",
    "/healthz",
)
KILLS, EVERY, RELOADS = 20, 3.0, 10
HALF, IDLE = 500, 1000
ELSEWHERE = "127.0.0.2"  # limits are counted by address, and slow clients have not the readers' own
CALLBACKS, SETTLED, GROWTH = 10_000, 2_000, 5.0
WAIT, QUICK = 1000.0, 50.0
RATE = {"rate=50r/s": "rate=100000r/s"}  # eight clients ask here as fast as a thousand readers


@dataclass(frozen=True)
class Proof:
    """One row of the table: what was done, what is promised, what came of it, and whether it holds."""

    what: str
    goal: str
    found: str
    holds: bool


def questions(site: str) -> list[Ask]:
    """Pages, rows and callbacks, as readers of a served dashboard ask them."""
    data, output = load(), rendering_output(site)
    callbacks: list[Ask] = [("POST", "/_dash-update-component", body(data, output, item)) for item in REGIONS]
    pages: list[Ask] = [("GET", path, b"") for path in PAGES]
    return [part for pair in zip(callbacks, pages * 2, strict=False) for part in pair]


def kill_workers(site: str, server: Server, requests: list[Ask]) -> Proof:
    """A worker dies every three seconds."""
    kills = 0
    with keep_asking(site, requests, clients=8) as outcome:
        for turn in range(KILLS):
            time.sleep(EVERY)
            workers = server.workers
            if workers:
                os.kill(workers[turn % len(workers)], signal.SIGKILL)
                kills += 1
    return Proof(
        f"a worker killed (SIGKILL) every {EVERY:g} s, {kills} times, 8 clients",
        "at most one failure per kill",
        outcome_text(outcome),
        kills >= KILLS - 1 and len(outcome.failed) <= kills,
    )


def reload_servers(site: str, server: Server, requests: list[Ask], nginx: list[str]) -> Proof:
    """Gunicorn and nginx take up their settings anew, in turn."""
    with keep_asking(site, requests, clients=8) as outcome:
        for turn in range(RELOADS):
            time.sleep(2)
            if turn % 2:
                subprocess.run([*nginx, "-s", "reload"], check=True, stderr=subprocess.DEVNULL)
            else:
                os.kill(server.pid, signal.SIGHUP)
        time.sleep(2)
    return Proof(
        f"{RELOADS} reloads, gunicorn and nginx in turn, 8 clients",
        "no failure",
        outcome_text(outcome),
        not outcome.failed,
    )


def send_slowly(site: str, requests: list[Ask]) -> Proof:
    """Half of a body and nothing more, and open connections that say nothing, while others ask."""
    address = urlsplit(site)
    place = (str(address.hostname), int(address.port or 80))
    head = (
        "POST /_dash-update-component HTTP/1.1",
        "Host: x",
        "Content-Type: application/json",
        "Content-Length: 9000",
    )
    half = "\r\n".join([*head, "", "{"]).encode()
    slow = [socket.create_connection(place, 5, source_address=(ELSEWHERE, 0)) for _ in range(HALF + IDLE)]
    for wire in slow[:HALF]:
        wire.sendall(half)
    with keep_asking(site, requests, clients=4) as outcome:
        time.sleep(8)
    for wire in slow:
        wire.close()
    return Proof(
        f"{HALF} half-sent bodies and {IDLE:,} idle connections, 4 clients",
        f"p95 under {WAIT / 1000:g} s, no failure",
        outcome_text(outcome),
        not outcome.failed and outcome.p95 < WAIT,
    )


def memory_growth(server: Server, requests: list[Ask]) -> Proof:
    """Memory of the largest worker after the first callbacks and after all."""
    callbacks = [item for item in requests if item[0] == "POST"]
    with keep_asking(server.site, callbacks, clients=8) as outcome:
        while len(outcome.took) < SETTLED:
            time.sleep(0.2)
        after = server.worker_memory
        while len(outcome.took) < CALLBACKS:
            time.sleep(0.5)
        most = server.worker_memory
    growth = 100 * (most / after - 1)
    return Proof(
        f"{CALLBACKS:,} callbacks",
        f"a worker grows by less than {GROWTH:g} % after the first {SETTLED:,}",
        f"{after:.0f} to {most:.0f} MB ({growth:+.1f} %), {len(outcome.failed)} failures",
        growth < GROWTH and not outcome.failed,
    )


def healthy(site: str) -> Proof:
    """Whoever watches is answered at once."""
    outcome = Outcome()
    for turn in range(200):
        ask(site, ("GET", ("/healthz", "/readyz")[turn % 2], b""), outcome)
    holds = outcome.p95 < QUICK and not outcome.failed
    return Proof("/healthz and /readyz, 200 times", f"p95 under {QUICK:g} ms", outcome_text(outcome), holds)


def stop_gracefully() -> Proof:
    """Asked to stop while answers are under way: each is finished."""
    with serve("app:server", "/readyz") as server:
        outcomes = [Outcome() for _ in REGIONS]
        threads = [
            threading.Thread(
                target=ask, args=(server.site, ("GET", f"/compare?region={region}", b""), outcome)
            )
            for region, outcome in zip(REGIONS, outcomes, strict=True)
        ]
        for thread in threads:
            thread.start()
        time.sleep(0.3)
        finished = sum(bool(outcome.took) for outcome in outcomes)
        os.kill(server.pid, signal.SIGTERM)
        for thread in threads:
            thread.join()
    broken = [failure for outcome in outcomes for failure in outcome.failed]
    under_way = len(REGIONS) - finished
    return Proof(
        "SIGTERM while pages are being drawn",
        "each is finished",
        f"{under_way} under way, {len(broken)} broken off",
        under_way > 0 and not broken,
    )


def outcome_text(outcome: Outcome) -> str:
    """Answers, failures and p95 of a run."""
    kinds = ", ".join(sorted({item.rpartition(": ")[2] for item in outcome.failed}))
    failed = f"{len(outcome.failed)} failures" + (f" ({kinds})" if kinds else "")
    return f"{len(outcome.took):,} answers, {failed}, p95 {outcome.p95:,.0f} ms"


def proofs() -> list[Proof]:
    """All of them, each said as soon as it is made."""
    proven: list[Proof] = []
    with serve("app:server", "/readyz") as server, nginx_before(server.site, RATE) as (site, nginx):
        requests = questions(server.site)
        runs: list[Callable[[], Proof]] = [
            lambda: healthy(site),
            lambda: send_slowly(site, requests),
            lambda: memory_growth(server, requests),
            lambda: reload_servers(site, server, requests, nginx),
            lambda: kill_workers(site, server, requests),
        ]
        for run in runs:
            proven.append(run())
            print(
                "holds" if proven[-1].holds else "FAILS",
                "·",
                proven[-1].what,
                "·",
                proven[-1].found,
                flush=True,
            )
    proven.append(stop_gracefully())
    print("holds" if proven[-1].holds else "FAILS", "·", proven[-1].what, "·", proven[-1].found, flush=True)
    return proven


def results_table(proven: list[Proof]) -> str:
    """The table, with the machine named."""
    machine = f"{os.cpu_count()} cores ({platform.machine()}, {platform.system()})"
    rows = [f"| {row.what} | {row.goal} | {row.found} | {'yes' if row.holds else 'no'} |" for row in proven]
    head = [
        "# What the server bears",
        "",
        f"`make chaos`, on {machine}, Python {platform.python_version()}:",
        "gunicorn with two workers of eight threads, behind nginx with the settings of `deploy/nginx.conf`.",
        "",
        "| what is done | promised | found | holds |",
        "|---|---|---|---|",
    ]
    return "\n".join([*head, *rows]) + "\n"


def main() -> int:
    """Make every proof, write the table; 1 when one does not hold or cannot be made."""
    try:
        proven = proofs()
    except NoNginx as missing:
        print(missing, file=sys.stderr)
        return 1
    RESULTS.write_text(results_table(proven), encoding="utf-8")
    return int(not all(row.holds for row in proven))


if __name__ == "__main__":
    raise SystemExit(main())
