"""Under which address others reach this host, and that address as a QR code. Knows no page."""

import io
import ipaddress
import os
import socket
from typing import Any
from urllib.parse import quote, urlsplit

import segno
from flask import Flask, Response, abort, jsonify, request

OURS = ("/present/", "/economy", "/clusters", "/initiatives", "/s3", "/room-check", "/compare")
QUIET = 4


def qr(text: str) -> str:
    """The text as an SVG of black squares on white, with the quiet zone a phone's camera needs."""
    made = io.BytesIO()
    segno.make(text, error="l", micro=False, boost_error=False).save(
        made, kind="svg", border=QUIET, xmldecl=False, dark="#000", light="#fff", omitsize=True
    )
    return made.getvalue().decode()


def local(host: str) -> bool:
    """Whether a host's name means "this computer itself"."""
    name = host.rsplit(":", 1)[0].strip("[]") if not host.endswith("]") else host.strip("[]")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def in_the_room() -> str:
    """This computer's address in the network it is part of, or "". Nothing is sent: a datagram socket only picks
    the way it would take."""
    for far in ("192.0.2.1", "10.255.255.255", "192.168.255.255"):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((far, 9))
            except OSError:
                continue
            found = str(probe.getsockname()[0])
            if not ipaddress.ip_address(found).is_loopback:
                return found
    return ""


def base() -> tuple[str, bool, str]:
    """The address to give away, whether phones cannot use it, and the one they could use instead.

    `PUBLIC` says it where the server cannot know; else it is the address by which the reader came.
    """
    public = os.environ.get("PUBLIC", "").rstrip("/")
    if public:
        return public, False, ""
    came = request.host_url.rstrip("/")
    if not local(request.host):
        return came, False, ""
    parts, found = urlsplit(came), in_the_room()
    port = f":{parts.port}" if parts.port else ""
    return came, True, f"{parts.scheme}://{found}{port}" if found else ""


def ours(path: str) -> str:
    """A path of this host that a code may lead to, or 404."""
    fits = len(path) < 1500 and path.startswith(OURS) and "//" not in path and path.isprintable()
    return path if fits and "\\" not in path else abort(404)


def reached(path: str) -> dict[str, Any]:
    """A path with everything a reader needs to bring it to a phone."""
    at, is_local, found = base()
    return {
        "address": at + path,
        "local": is_local,
        "found": found + path if found else "",
        "picture": f"/qr.svg?path={quote(path, safe='')}",
    }


def add_reach(server: Flask) -> None:
    """`/reach.json` and `/qr.svg`, both with `path`, a path of this host."""

    @server.get("/reach.json")
    def reach() -> Response:
        answer = jsonify(reached(ours(request.args.get("path", ""))))
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @server.get("/qr.svg")
    def picture() -> Response:
        """The code of the address phones can use."""
        at, is_local, found = base()
        path = ours(request.args.get("path", ""))
        drawn = qr((found if is_local and found else at) + path)
        return Response(drawn, mimetype="image/svg+xml", headers={"Cache-Control": "no-store"})
