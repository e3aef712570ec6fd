"""Under which address others reach this host, and that address as a QR code."""

import io
import ipaddress
import os
import re
import socket
from typing import Any
from urllib.parse import quote, urlsplit

import segno
from flask import Flask, Response, abort, jsonify, request
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from components.state.base_path import base_path, with_base
from components.state.selection import TABS

PAGES = {
    *TABS,
    "",
    "find",
    "indicators",
    "glossary",
    "about",
    "accessibility",
    "factsheet",
    "forms",
    "present",
    "talk",
    "room-check",
}
"""Where a code may lead, by the first part of the path."""
PAGE = re.compile(r"/([^/?#]*)")
QUIET = 4


def qr(text: str) -> str:
    """The text as an SVG of black squares on white, with the quiet zone a phone's camera needs."""
    picture = io.BytesIO()
    segno.make(text, error="l", micro=False, boost_error=False).save(
        picture, kind="svg", border=QUIET, xmldecl=False, dark="#000", light="#fff", omitsize=True
    )
    return picture.getvalue().decode()


def local(host: str) -> bool:
    """Whether a host, with or without a port, means "this computer itself" or no computer at all."""
    name = host.strip("[]") if host.endswith("]") else host.rsplit(":", 1)[0].strip("[]")
    name = name.rstrip(".").lower()
    if not name or name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        found = ipaddress.ip_address(name)
    except ValueError:
        return short_form_is_local(name)
    mapped = getattr(found, "ipv4_mapped", None) or found
    return mapped.is_loopback or mapped.is_unspecified


def short_form_is_local(name: str) -> bool:
    """The same for the older ways to write an address: "127.1", "2130706433", "0x7f.1"."""
    try:
        found = ipaddress.ip_address(socket.inet_aton(name))
    except OSError:
        return False
    return found.is_loopback or found.is_unspecified


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


def accepts_connections(host: str, port: int) -> bool:
    """Whether this computer accepts a connection at the address and port."""
    try:
        with socket.create_connection((host, port), timeout=0.3):
            return True
    except OSError:
        return False


def public() -> str:
    """The address that the operator of the server has entered as `PUBLIC`, with the base path whether or not it was
    entered; "" for none and for one that leads nowhere."""
    entered = os.environ.get("PUBLIC", "").strip().rstrip("/")
    address = entered if "://" in entered or not entered else f"http://{entered}"
    if not address or local(host_of(address)):
        return ""
    return address.removesuffix(base_path()) + base_path()


def host_of(address: str) -> str:
    """Host and port of an address, "" for one that has none."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2]
    except ValueError:
        return ""


def found_in_the_room() -> str:
    """This server's address in the network, for a reader who came by one that means "this computer"; "" where
    nobody listens there. Only the server's own port is tried."""
    host, port = in_the_room(), request.environ.get("SERVER_PORT", "")
    came_by = urlsplit(request.host_url)
    if not host or str(came_by.port or 80) != port or not accepts_connections(host, int(port)):
        return ""
    return f"{came_by.scheme}://{host}" + (f":{came_by.port}" if came_by.port else "")


def server_address() -> str:
    """The address of this dashboard that can be given away, with its base path; "" where others could not come.

    `PUBLIC` says it where the server cannot know; else it is the address by which the reader came."""
    if entered := public():
        return entered
    at = found_in_the_room() if local(request.host) else request.host_url.rstrip("/")
    return at and at + base_path()


def own_path(path: str) -> str:
    """A path of this host that a code may lead to, or 404. No key stands in an address that is logged."""
    page = PAGE.match(path)
    fits = page and page[1] in PAGES and len(path) < 1500 and "//" not in path and path.isprintable()
    return path if fits and "\\" not in path and "key=" not in path.partition("#")[2] else abort(404)


def link_data(path: str) -> dict[str, Any]:
    """A path with everything a reader needs to bring it to a phone.

    `address` is where the reader is, `others` what others can open, "" if nothing can be; `picture` is its code."""
    at, is_local = server_address(), not public() and local(request.host)
    return {
        "address": (public() or request.host_url.rstrip("/") + base_path()) + path,
        "local": is_local,
        "others": at + path if at else "",
        "found": at + path if at and is_local else "",
        "network": bool(at or in_the_room()),
        "picture": with_base(f"/qr.svg?path={quote(path, safe='')}") if at else "",
    }


class Invitation(BaseModel):
    """What the presenter's window asks for a second device: a path that ends in the key of its talk."""

    model_config = ConfigDict(strict=True, extra="forbid")
    path: str = Field(max_length=1500)
    key: str = Field(max_length=100, pattern=r"^[\w-]{10,100}$")


def add_reach(server: Flask) -> None:
    """`/reach.json` and `/qr.svg`, both with `path`, a path of this host. A path with a key comes in a body, which
    nobody logs, and its code goes back in the answer."""

    @server.get("/reach.json")
    def reach() -> Response:
        return without_caching(jsonify(link_data(own_path(request.args.get("path", "")))))

    @server.post("/reach.json")
    def invite() -> Response:
        try:
            invitation = Invitation.model_validate(request.get_json(silent=True))
        except ValidationError:
            abort(400)
        path = own_path(invitation.path)
        at = server_address()
        code = qr(f"{at}{path}#key={invitation.key}") if at else ""
        return without_caching(jsonify({**link_data(path), "picture": "", "code": code}))

    @server.get("/qr.svg")
    def picture() -> Response:
        """The code of an address that others can open, 404 where there is none."""
        path = own_path(request.args.get("path", ""))
        return without_caching(
            Response(qr((server_address() or abort(404)) + path), mimetype="image/svg+xml")
        )


def without_caching(answer: Response) -> Response:
    """An answer that no browser keeps: the address may be another tomorrow."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
