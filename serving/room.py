"""The room check's address and the phones that have found it. Knows no room."""

import json
import time

from flask import Response, request

from components import room
from components.present import spoken
from components.text import say
from serving.document import Regioscope
from serving.present import held, reader, simple
from serving.talks import alone, fresh

LASTS = 3600
MOST = 500


def add_room(app: Regioscope) -> None:
    """`/room-check`, what its code leads to, and how many phones have come in the last hour."""

    @app.server.get("/room-check")
    def room_check() -> str:
        chosen = reader(app.data)
        return simple(
            app,
            chosen,
            say("check.title", chosen.lang),
            room.check(chosen),
            config=held({"words": spoken(chosen.lang)}),
            scripts=("present.js",),
        )

    @app.server.get("/room-check/phone")
    def phone() -> str:
        came(f"{request.remote_addr} {request.headers.get('X-Forwarded-For', '')[:60]}")
        chosen = reader(app.data)
        return simple(app, chosen, say("check.title", chosen.lang), room.phone(chosen))

    @app.server.get("/room-check/phones")
    def phones() -> Response:
        return fresh({"seen": len(recent())})


def recent() -> dict[str, float]:
    """When each device of the last hour came."""
    with alone() as place:
        path = place / "phones"
        try:
            seen = dict(json.loads(path.read_text()))
        except (OSError, ValueError):
            seen = {}
    return {who: at for who, at in seen.items() if time.time() - at < LASTS}


def came(who: str) -> None:
    """Note a device; the oldest make room."""
    seen = {**recent(), who: time.time()}
    with alone() as place:
        (place / "phones").write_text(json.dumps(dict(list(seen.items())[-MOST:])))
