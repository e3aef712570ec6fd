"""Liveness and readiness endpoints."""

import logging
from collections.abc import Callable

from flask import Flask, Response

from components.state.selection import TABS
from serving.page_cache import FAILED

log = logging.getLogger("regioscope")
Check = Callable[[], str]


def add_health(server: Flask, checks: dict[str, Check]) -> None:
    """`/healthz`: this process answers. `/readyz`: and the views were drawn at the start, and each check gives "";
    else 503 with a line for each thing that is not as it should be."""
    server.extensions["warm_up_failures"] = []

    @server.get("/healthz")
    def alive() -> Response:
        return answer([])

    @server.get("/readyz")
    def ready() -> Response:
        failed = [f"{name}: {why}" for name, check in checks.items() if (why := check())]
        return answer([*server.extensions["warm_up_failures"], *failed])


def answer(problems: list[str]) -> Response:
    """Say that all is well, or list the problems with a 503."""
    text = "\n".join(problems or ["ok"])
    headers = {"Cache-Control": "no-store"}
    return Response(f"{text}\n", 503 if problems else 200, mimetype="text/plain", headers=headers)


def warm_up(server: Flask) -> list[str]:
    """Draw each view, the home page and a page of results once, so that workers share what these read; what failed is
    logged and kept for `/readyz`."""
    client = server.test_client()
    answers = {tab: client.get(f"/{tab}") for tab in (*TABS, "", "find?q=GDP")}
    failed = [tab for tab, answer in answers.items() if answer.status_code != 200 or FAILED in answer.data]
    lines = [f"/{tab} could not be drawn at the start; the log says why" for tab in failed]
    for line in lines:
        log.error("%s", line)
    server.extensions["warm_up_failures"] = lines
    return lines
