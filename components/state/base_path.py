"""The path under which the dashboard is served, `BASE_PATH`: taken off what comes in and put before what goes out. In
between an address begins at the dashboard's own root, and a Selection has the same URL wherever it is served."""

import os
import re
from functools import cache

SEGMENT = re.compile(r"(?!\.{1,2}$)[\w.~-]+", re.ASCII)


class BasePathError(ValueError):
    """`BASE_PATH` is set to what is no path."""


def base_path() -> str:
    """The prefix without a slash at its end, such as "/regioscope"; "" where the dashboard has a host of its own.

    Raises `BasePathError`."""
    return normalise(os.environ.get("BASE_PATH", ""))


@cache
def normalise(entered: str) -> str:
    """A prefix as it may be entered (`regioscope`, `/regioscope/`) in its one form."""
    path = entered.strip().strip("/")
    if path and not all(map(SEGMENT.fullmatch, path.split("/"))):
        raise BasePathError(
            f"BASE_PATH is {entered!r}, which is no path: set it to what follows the host in the dashboard's address, "
            "such as /regioscope/, or leave it out."
        )
    return f"/{path}" if path else ""


def with_base(address: str) -> str:
    """An address of the dashboard as browsers must ask for it. Anchors and addresses of other hosts stay as they
    are."""
    return base_path() + address if address.startswith("/") and not address.startswith("//") else address


def without_base(path: str) -> str:
    """A path as it came in, with or without the prefix, as the dashboard knows it."""
    base = base_path()
    if base and (path == base or path.startswith(f"{base}/")):
        return path[len(base) :] or "/"
    return path
