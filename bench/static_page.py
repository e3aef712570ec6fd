"""The other yardstick: the same charts on a page without a framework, drawn by the same plotly.js."""

import json

from flask import Flask

from components.layout import content
from components.state.selection import Selection
from data import load
from serving.collect import collect
from serving.compression import compress
from serving.static import serve_static

FIGURES = list(content.page_content(load(), Selection()).figures.values())
BOXES = "".join(f'<div id="chart{at}"></div>' for at in range(len(FIGURES)))
DRAWING = "figures.forEach((figure, at) => Plotly.newPlot(`chart${at}`, figure.data, figure.layout));"
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>still</title><script defer src="{collect()["plotly.js"]}"></script></head>
<body>{BOXES}<script>document.addEventListener("DOMContentLoaded", () => {{
const figures = {json.dumps(FIGURES)};
{DRAWING}}});</script></body></html>"""

server = Flask(__name__)
compress(server)
serve_static(server, {})


@server.get("/")
def static_page() -> str:
    """The whole page."""
    return PAGE
