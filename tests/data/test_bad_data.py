"""Every kind of bad table stops the start with one line: file, column, value, and the command that mends
it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data import ROOT, DataError, load
from tests.data.bad_data_kinds import GDP, KINDS
from tests.data.conftest import FEW
from tests.data.spoiling import Fault, with_cell


@pytest.fixture
def root(few: Path) -> Path:
    """A fault stops the start however few tables there are."""
    return few


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_bad_data_is_named_in_one_line(kind: Fault, root: Path) -> None:
    kind.spoil(root)
    with pytest.raises(DataError) as caught:
        load(root)
    sentence = str(caught.value)
    assert "\n" not in sentence
    for part in kind.says:
        assert part in sentence, sentence


def test_a_copy_that_is_not_spoiled_loads(root: Path) -> None:
    loaded = load(root).indicators
    assert loaded == {code: indicator for code, indicator in load().indicators.items() if code in loaded}
    assert len(loaded) > len(FEW)


@pytest.mark.parametrize("kind", KINDS[::7], ids=lambda kind: kind.name)
def test_the_same_fault_is_named_every_time(kind: Fault, root: Path) -> None:
    kind.spoil(root)
    said = set()
    for _ in range(3):
        with pytest.raises(DataError) as caught:
            load(root)
        said.add(str(caught.value))
    assert len(said) == 1


def test_of_two_bad_tables_the_first_by_name_is_named(root: Path) -> None:
    with_cell("tables/unemployment_rate.csv", 3, "x")(root)
    with_cell(GDP, 3, "x")(root)
    with pytest.raises(DataError, match=r"data/tables/gdp\.csv"):
        load(root)


def test_a_bad_table_stops_a_process_without_a_traceback(root: Path) -> None:
    """What app.py does with it, in a fresh process."""
    with_cell(GDP, 3, "99999999")(root)
    script = (
        "import sys; from data import DataError, load\n"
        "try:\n    load(sys.argv[1])\n"
        "except DataError as error:\n    sys.exit(str(error))\n"
    )
    command = [sys.executable, "-c", script, str(root)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT.parent, env=dict(os.environ)
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "'99999999'" in done.stderr
