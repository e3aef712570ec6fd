"""Dash's own scripts and ours as one: what the page uses, in the order Dash loads it.

Left out on purpose: the polyfills (for browsers that plotly.js has given up too), and Dash's core components, of
which a page would use two: assets/graph.js and assets/shell.js draw charts and store values instead.
"""

from pathlib import Path

import dash
import dash_bootstrap_components

DASH = Path(dash.__file__).parent
BOOTSTRAP = Path(dash_bootstrap_components.__file__).parent
SCRIPTS = (
    next(DASH.glob("deps/react@18.3*.min.js")),
    next(DASH.glob("deps/react-dom@18.3*.min.js")),
    next(DASH.glob("deps/prop-types@*.min.js")),
    BOOTSTRAP / "_components/dash_bootstrap_components.min.js",
    DASH / "dash-renderer/build/dash_renderer.min.js",
    DASH / "html/dash_html_components.min.js",
)
START = "window.renderer = new DashRenderer();"


def join_scripts(own: tuple[Path, ...]) -> bytes:
    """One script: Dash's, ours, the start."""
    return in_a_row((*SCRIPTS, *own), START)


def in_a_row(paths: tuple[Path, ...], *more: str) -> bytes:
    """Scripts one after the other as one."""
    return "\n;\n".join([*(path.read_text() for path in paths), *more]).encode()
