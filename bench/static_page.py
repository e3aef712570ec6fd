"""The other yardstick: the same charts, as wide as in a card, on a page without a framework, drawn by the same
plotly.js."""

import json
from pathlib import Path

from flask import Flask

from components.layout import content
from components.state.selection import Selection
from data import load
from serving.collect import collect
from serving.compression import compress
from serving.static import serve_static

NO_BASE_MAP = (Path(__file__).parents[1] / "assets/10_no_base_map.js").read_text()
"""Without it Plotly waits for a distant host before it draws a map."""
FIGURES = list(content.page_content(load(), Selection()).figures.values())
BOXES = "".join(f'<div id="chart{at}"></div>' for at in range(len(FIGURES)))
DRAWING = "figures.forEach((figure, at) => Plotly.newPlot(`chart${at}`, figure.data, figure.layout));"
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>still</title><style>body {{ margin: 0; width: 567px; }}</style><script>{NO_BASE_MAP}</script><script defer src="{collect()["plotly.js"]}"></script></head>
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
