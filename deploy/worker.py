"""gunicorn's threaded worker, in which a connection takes a thread only once it has sent something."""

import selectors
from functools import partial
from typing import Any

from gunicorn.workers.gthread import ThreadWorker


class PatientWorker(ThreadWorker):  # type: ignore[misc] # gunicorn has no types
    """gunicorn gives a new connection a thread and waits five seconds for its first byte: 64 silent ones stalled 16
    threads for 15 s. Here the poller waits for them, as it does for those that are kept alive."""

    def enqueue_req(self, conn: Any) -> None:
        if conn.initialized or conn.data_ready:
            super().enqueue_req(conn)
            return
        conn.set_timeout()
        self.pending_conns.append(conn)
        ready = partial(self.on_pending_socket_readable, conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, ready)
