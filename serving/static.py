"""Static files that never change under their name: style, scripts, typeface, boundaries."""

from collections.abc import Mapping
from wsgiref.headers import Headers

from flask import Flask, abort, redirect
from werkzeug.wrappers import Response
from whitenoise import WhiteNoise

from components.state.base_path import with_base
from serving.collect import PUBLIC, Addresses

YEAR = 365 * 24 * 3600


def serve_static(server: Flask, headers: Mapping[str, str]) -> None:
    """Answer `/static/…` and `/shapes/…` from the gathered files, compressed where the browser takes it.

    `headers` go on each answer. A name carries its content's fingerprint: a browser need not ask again for a year.
    """

    def add(named: Headers, _path: str, _url: str) -> None:
        for name, value in headers.items():
            named[name] = value

    server.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        server.wsgi_app,
        root=PUBLIC,
        max_age=YEAR,
        immutable_file_test=lambda _path, _url: True,
        add_headers_function=add,
        allow_all_origins=False,
        mimetypes={".geojson": "application/geo+json"},
    )


def serve_shapes(server: Flask, addresses: Addresses) -> None:
    """`/shapes/NAME.geojson`, the name a figure knows, leads to the file whose name carries its content."""

    @server.get("/shapes/<name>.geojson")
    def shape(name: str) -> Response:
        address = addresses.get(f"shapes/{name}.geojson")
        return redirect(with_base(address), 302) if address else abort(404)
