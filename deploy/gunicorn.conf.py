"""How gunicorn serves: `gunicorn --config deploy/gunicorn.conf.py app:server`. Knows processes, no page."""

import ctypes
import gc
import logging
import os
import re
import sys
from typing import Any

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8050')}"
workers = int(os.environ.get("WORKERS", "2"))
worker_class = "deploy.worker.PatientWorker"
threads = 8
preload_app = True  # the data is read once and shared: 50 MB a worker instead of 140
control_socket_disable = True  # a socket in the home folder that nobody asked for
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108
timeout = 30
graceful_timeout = 20
keepalive = 15
backlog = 512
limit_request_fields = 60
max_requests = 0
accesslog = os.environ.get("ACCESS_LOG") or None
loglevel = os.environ.get("LOG_LEVEL", "warning")
proc_name = "regioscope"
READER = re.compile(r" from ip=\S+(?=:)")
NO_CONTACT = (
    "CONTACT is not set: the accessibility statement names nobody to write to. "
    "Set it to an address that readers can use: CONTACT=name@example.org"
)


# glibc gives each of eight threads an arena, and each arena keeps the room for the largest table it ever had. It also
# raises its limits with the largest block that was freed, up to 32 MB, and then tables and the buffers of compression
# leave holes between what lasts: with fixed limits a worker takes 11 MB less after 200 pages, for 3 % more time.
LIBC = ctypes.CDLL(None)
ALLOCATOR = {"M_ARENA_MAX": (-8, 1), "M_MMAP_THRESHOLD": (-3, 131_072), "M_TRIM_THRESHOLD": (-1, 131_072)}
if hasattr(LIBC, "mallopt"):
    for option, value in ALLOCATOR.values():
        LIBC.mallopt(option, value)


def on_starting(server: Any) -> None:
    """Nothing about a reader is kept, a log of the server's included."""
    server.log.error_log.addFilter(without_reader)


def without_reader(record: logging.LogRecord) -> bool:
    """Takes a reader's address out of what gunicorn logs of a request that is no HTTP."""
    record.msg = READER.sub("", str(record.msg))
    return True


def when_ready(server: Any) -> None:
    """Draw each view once before there are workers: they share what that reads and works out, and the first reader
    waits no longer than the second. What fails is logged, and `/readyz` says so."""
    from serving.health import warm_up

    warm_up(server.app.callable)
    gc.collect()
    if hasattr(LIBC, "malloc_trim"):
        LIBC.malloc_trim(0)
    gc.freeze()


def post_worker_init(worker: Any) -> None:
    """One line with the address, once the first worker answers; before it, what the operator has yet to enter."""
    if worker.age == 1:
        if not os.environ.get("CONTACT", "").strip():
            print(NO_CONTACT, file=sys.stderr, flush=True)
        from components.state.base_path import base_path, with_base

        failed = worker.app.callable.extensions["warm_up_failures"]
        state = f"  ({len(failed)} views could not be drawn, see above)" if failed else ""
        prefix = with_base("/") if base_path() else ""
        print(
            f"Regioscope: {worker.sockets[0]}{prefix}{state}  (Ctrl+C stops it)", file=sys.stderr, flush=True
        )
