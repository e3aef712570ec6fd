"""What a start may cost."""

import subprocess
import sys

# Each takes a tenth of a second and megabytes of every worker, for what few readers ask for.
WHEN_NEEDED = {
    "pptx": "a hand-out as a PowerPoint file",
    "lxml": "the same",
    "PIL.Image": "the pictures in it",
    "xlsxwriter": "rows as a workbook",
    "openpyxl": "importing a publisher's workbook",
    "fontTools.subset": "cutting the typeface",
}
LOADED = "import app, sys; print(*sys.modules, sep='\\n')"


def test_libraries_that_few_readers_need_are_not_loaded_at_the_start() -> None:
    found = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert not WHEN_NEEDED.keys() & set(found.stdout.split())
