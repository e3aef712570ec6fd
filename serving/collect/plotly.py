"""plotly.js with the traces our figures use: bundled where npm is, else the packaged one."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import plotly

ENTRY_FOLDER = Path(__file__).parent / "bundle"
SOURCES = tuple(
    path for kind in ("*.js", "*.mjs", "*.json", "unused/*.*") for path in sorted(ENTRY_FOLDER.glob(kind))
)
PACKAGED = Path(plotly.__file__).parent / "package_data/plotly.min.js"
INSTALL = "npm ci --ignore-scripts --no-audit --no-fund --loglevel=error"
BUNDLE = "node build.mjs plotly.js"
LIMIT = 180
LICENCE = b"/* plotly.js (MIT, Plotly, Inc.) and what it is made of: see NOTICE. */\n"
UNBUNDLED = (
    "plotly.js is the packaged one, 1.1 MB on the wire instead of 0.4: {why}. To try again: rm -r build"
)


def script(say: Callable[[str], None]) -> bytes:
    """The bundle; where it cannot be made, the packaged plotly.js and one line that says so."""
    if shutil.which("npm") is None:
        say(UNBUNDLED.format(why="no npm here"))
        return PACKAGED.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        try:
            return LICENCE + bundle_plotly(Path(folder) / "bundle")
        except (subprocess.SubprocessError, OSError) as error:
            say(UNBUNDLED.format(why=reason(error)))
            return PACKAGED.read_bytes()


def bundle_plotly(folder: Path) -> bytes:
    """plotly.js from exactly the locked packages, each held by npm against the hash in the lock."""
    shutil.copytree(ENTRY_FOLDER, folder, ignore=shutil.ignore_patterns("node_modules"))
    cache = {"npm_config_cache": str(folder / "cache"), "npm_config_fetch_retries": "1"}
    for command in (INSTALL, BUNDLE):
        subprocess.run(
            command.split(),
            cwd=folder,
            env={**os.environ, **cache},
            check=True,
            capture_output=True,
            timeout=LIMIT,
        )
    return (folder / "plotly.js").read_bytes()


def reason(error: Exception) -> str:
    """Why npm or the bundler gave up, in its own first words."""
    message = (getattr(error, "stderr", None) or b"").decode("utf-8", "replace").strip()
    return message.splitlines()[0] if message else type(error).__name__
