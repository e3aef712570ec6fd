"""Whether the dashboard lives and is ready, for whoever watches over it. Knows no page."""

from flask import Flask, Response


def add_health(server: Flask) -> None:
    """`/healthz`: this process answers. `/readyz`: and its data is loaded, which is so from the first
    answer on."""

    @server.get("/healthz")
    @server.get("/readyz")
    def fine() -> Response:
        return Response("ok\n", mimetype="text/plain", headers={"Cache-Control": "no-store"})
