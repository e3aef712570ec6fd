"""The address of the room check, and how many phones have opened it."""

import hashlib
import json
import secrets
import time
from contextlib import suppress

from flask import Response, request
from pydantic import TypeAdapter, ValidationError

from components.i18n.text import say
from components.talks import room
from components.talks.pages import script_words
from serving.document import Regioscope
from serving.present import reader, script_data, simple_page
from serving.talks import StorageFault, folder_lock, without_caching

LASTS = 3600
MOST = 500
LAST_SEEN = TypeAdapter(dict[str, float])
SECRET = secrets.token_bytes(
    32
)  # never written down; workers share it, for the app is loaded before there are any


def add_room(app: Regioscope) -> None:
    """`/room-check`, what its code leads to, and how many phones have come in the last hour."""

    @app.server.get("/room-check")
    def room_check() -> str:
        chosen = reader(app.data)
        return simple_page(
            app,
            chosen,
            say("check.title", chosen.lang),
            room.check(chosen),
            config=script_data({"words": script_words(chosen.lang)}),
            scripts=("present.js",),
        )

    @app.server.get("/room-check/phone")
    def phone() -> str:
        with suppress(StorageFault):
            note_device(pseudonym(f"{request.remote_addr} {request.headers.get('X-Forwarded-For', '')[:60]}"))
        chosen = reader(app.data)
        return simple_page(app, chosen, say("check.title", chosen.lang), room.phone(chosen))

    @app.server.get("/room-check/phones")
    def phones() -> Response:
        return without_caching({"seen": len(recent_devices())})


def recent_devices() -> dict[str, float]:
    """When each device of the last hour came."""
    with folder_lock() as place:
        path = place / "phones"
        try:
            seen = LAST_SEEN.validate_json(path.read_bytes())
        except (FileNotFoundError, ValidationError):
            seen = {}
    return {who: at for who, at in seen.items() if time.time() - at < LASTS}


def pseudonym(who: str) -> str:
    """A pseudonym of a device's address, by a key that is lost when the server stops."""
    return hashlib.blake2s(who.encode(), key=SECRET, digest_size=8).hexdigest()


def note_device(who: str) -> None:
    """Note the time at which a device came; beyond the limit the oldest are dropped."""
    seen = {**recent_devices(), who: time.time()}
    with folder_lock() as place:
        (place / "phones").write_text(json.dumps(dict(list(seen.items())[-MOST:])))
