"""Where each talk is: a slide's number and state in one small file per talk, shared by all workers and kept over a
restart."""

import errno
import fcntl
import hashlib
import json
import logging
import os
import re
import secrets
import tempfile
from base64 import b32encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from flask import Flask, Response, abort, jsonify, request
from pydantic import BaseModel, ConfigDict, Field, ValidationError

NUMBER = re.compile(r"[a-z2-7]{8}")
MOST = 300
FURTHEST = 50
log = logging.getLogger("regioscope")
NOWHERE = {"slide": 0, "query": "", "stamp": 0}


class StorageFault(Exception):
    """The folder of the talks cannot be read or written; the talk goes on in the browser."""

    def __init__(self, error: OSError) -> None:
        super().__init__(f"talks are not stored: {type(error).__name__}: {error.strerror or error}")
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        self.status = 507 if full else 503


class WrongKey(Exception):
    """A move without the talk's key."""


class StampTooFarAhead(Exception):
    """A move whose stamp is so far ahead that every later move would be ignored."""


class StrictBody(BaseModel):
    """A body with nothing but what is declared."""

    model_config = ConfigDict(strict=True, extra="forbid")


class TalkRequest(StrictBody):
    """A presenter's window asks for its talk; with the key of an earlier one it gets that talk back."""

    key: str = Field(max_length=100, pattern=r"^[\w-]*$")
    story: str = Field(max_length=60, pattern=r"^[\w-]+$")


class TalkMove(StrictBody):
    """Where the talk is now. Of two moves the one with the higher stamp counts; none may be more than `FURTHEST`
    ahead."""

    slide: int = Field(ge=1, le=999)
    query: str = Field(max_length=2000)
    stamp: int = Field(ge=1, le=10**9)
    key: str = Field(min_length=10, max_length=100)


class StoredTalk(StrictBody):
    """What a file holds of a talk."""

    slide: int
    query: str
    stamp: int
    story: str
    key: str


def folder() -> Path:
    """The folder of the files: `RUNTIME`, or a folder of this user in the temporary one. Raises PermissionError where
    it belongs to another user."""
    named = os.environ.get("RUNTIME")
    place = Path(named) if named else Path(tempfile.gettempdir()) / f"regioscope-{os.getuid()}"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    if place.stat().st_uid != os.getuid():
        raise PermissionError(f"{place} belongs to someone else; name another folder with RUNTIME.")
    return place


@contextmanager
def folder_lock() -> Iterator[Path]:
    """The folder, for one worker at a time. Raises StorageFault where it cannot be used."""
    try:
        place = folder()
        with (place / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield place
    except OSError as error:
        raise StorageFault(error) from error


def storage_fault() -> str:
    """Why talks cannot be stored, or ""."""
    try:
        with folder_lock() as place:
            probe = place / ".probe"
            probe.write_text("x" * 512)
            probe.unlink()
    except StorageFault as fault:
        return str(fault)
    return ""


def digest(key: str) -> str:
    """The hash of a key, which is all that the server stores of it."""
    return hashlib.sha256(key.encode()).hexdigest()


def number(key: str) -> str:
    """The talk's public number, from which the key cannot be computed."""
    return b32encode(bytes.fromhex(digest(key)))[:8].decode().lower()


def read_talk(place: Path, talk: str) -> dict[str, Any] | None:
    """The stored state of a talk; None where there is no file or a damaged one."""
    try:
        return StoredTalk.model_validate_json((place / f"{talk}.json").read_bytes()).model_dump()
    except (FileNotFoundError, ValidationError):
        return None


def write(place: Path, talk: str, talk_state: dict[str, Any]) -> None:
    """Write the state of a talk atomically; beyond the limit the oldest talks are deleted."""
    beside = place / f"{talk}.part"
    beside.write_text(json.dumps(talk_state))
    beside.replace(place / f"{talk}.json")
    there = sorted(place.glob("*.json"), key=lambda path: path.stat().st_mtime)
    for path in there[:-MOST]:
        path.unlink(missing_ok=True)


def position(talk_state: dict[str, Any]) -> dict[str, Any]:
    """The public part of a talk's state: slide, query and stamp."""
    return {name: talk_state.get(name, usual) for name, usual in NOWHERE.items()}


def open_talk(request_body: TalkRequest) -> dict[str, Any]:
    """The talk of a key, or a new one: its id, key and position."""
    key = request_body.key if len(request_body.key) >= 20 else secrets.token_urlsafe(24)
    talk = number(key)
    with folder_lock() as place:
        talk_state = read_talk(place, talk)
        if talk_state is None:
            talk_state = {**NOWHERE, "story": request_body.story, "key": digest(key)}
            write(place, talk, talk_state)
    return {"id": talk, "key": key, **position(talk_state)}


def move_talk(talk: str, move: TalkMove) -> dict[str, Any] | None:
    """The position of a talk after this move, which counts only if its stamp is higher than the stored one; None where
    there is no such talk. Raises WrongKey, and StampTooFarAhead for a stamp more than `FURTHEST` ahead."""
    with folder_lock() as place:
        talk_state = read_talk(place, talk)
        if talk_state is None:
            return None
        if not secrets.compare_digest(digest(move.key), talk_state["key"]):
            raise WrongKey
        if move.stamp > talk_state["stamp"] + FURTHEST:
            raise StampTooFarAhead
        if move.stamp > talk_state["stamp"]:
            talk_state = {**talk_state, "slide": move.slide, "query": move.query, "stamp": move.stamp}
            write(place, talk, talk_state)
    return position(talk_state)


def add_talks(server: Flask) -> None:
    """`/talks`: begin one, move it with its key, ask where it is."""

    @server.post("/talks")
    def begin() -> Response:
        return without_caching(open_talk(body(TalkRequest)))

    @server.put("/talks/<talk>")
    def move(talk: str) -> Response:
        try:
            now = move_talk(talk_number(talk), body(TalkMove))
        except WrongKey:
            abort(403)
        except StampTooFarAhead:
            answer = without_caching(where_is(talk))
            answer.status_code = 409
            return answer
        return without_caching(now or abort(404))

    @server.get("/talks/<talk>")
    def where(talk: str) -> Response:
        return without_caching(where_is(talk_number(talk)))

    @server.errorhandler(StorageFault)
    def not_stored(fault: StorageFault) -> Response:
        log.error("%s", fault)
        answer = without_caching({"error": str(fault)})
        answer.status_code = fault.status
        return answer


def where_is(talk: str) -> dict[str, Any]:
    """The position of a talk, or 404. Raises StorageFault where the folder cannot be used."""
    try:
        talk_state = read_talk(folder(), talk)
    except OSError as error:
        raise StorageFault(error) from error
    return position(talk_state) if talk_state else abort(404)


def talk_number(talk: str) -> str:
    """`talk` itself, or 404 where it cannot be a talk's number."""
    return talk if NUMBER.fullmatch(talk) else abort(404)


Kind = TypeVar("Kind", bound=StrictBody)


def body(kind: type[Kind]) -> Kind:
    """The request's JSON as a model of `kind`, or 400."""
    try:
        return kind.model_validate(request.get_json(silent=True))
    except ValidationError:
        abort(400)


def without_caching(talk_state: dict[str, Any]) -> Response:
    """An answer in JSON that is not cached."""
    answer = jsonify(talk_state)
    answer.headers["Cache-Control"] = "no-store"
    return answer
