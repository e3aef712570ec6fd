"""Reads the data, makes the app, wires it. Nothing imports it; gunicorn serves `server`, `python app.py` is
for developing."""

import os
import sys

import callbacks
from components.i18n.text import MissingWords
from components.layout import app_layout
from components.layout.missing_words import check_words
from components.state.base_path import BasePathError, base_path, with_base
from components.talks import stories
from data import DataError, load
from serving.answer_cache import cache_answers
from serving.collect import collect, mark_in_use
from serving.compression import compress
from serving.document import Regioscope, faults, requested_selection
from serving.edge import add_edge
from serving.errors import add_errors
from serving.factsheet import add_factsheet
from serving.forms import add_forms
from serving.headers import PLAIN, add_headers
from serving.health import add_health
from serving.page_cache import cache_pages
from serving.pages import add_pages, add_words
from serving.powerpoint import add_powerpoint
from serving.present import add_own, add_present
from serving.room import add_room
from serving.routes import only_known_paths
from serving.share_links import add_reach
from serving.static import serve_shapes, serve_static
from serving.talks import add_talks, storage_fault

try:
    base_path()
    data = load()
    check_words(data)
    stories.check(data)
except (DataError, BasePathError, MissingWords) as error:
    sys.exit(str(error))

addresses = collect()
in_use = mark_in_use()
app = Regioscope(
    data,
    addresses,
    name="regioscope",
    include_assets_files=False,
    compress=False,
    requests_pathname_prefix=with_base("/"),
    routes_pathname_prefix="/",
    update_title="",
    suppress_callback_exceptions=True,
)
app.layout = lambda: app_layout.app_layout(data, requested_selection(data), faults(data))
callbacks.register(app, data)
server = app.server
only_known_paths(server)
add_health(server, {"RUNTIME": storage_fault})
add_pages(app)
add_forms(app)
add_factsheet(app)
add_words(app, os.environ.get("CONTACT", ""))
add_errors(app)
add_present(app)
add_own(app)
add_room(app)
add_powerpoint(server, data)
add_reach(server)
add_talks(server)
add_headers(server, app.csp_hashes())
compress(server)
cache_answers(server)
cache_pages(server, data)
serve_shapes(server, addresses)
serve_static(server, PLAIN)
add_edge(server)

if __name__ == "__main__":
    app.run(host=os.environ.get("HOST", "127.0.0.1"), port=int(os.environ.get("PORT", "8050")), debug=False)
