"""Every kind of bad table stops the start with one line: file, column, value, and the command that mends
it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from data import ROOT, DataError, load
from tests.data.conftest import FEW


@dataclass(frozen=True)
class Fault:
    """What is done to a copy of the data, and what the one line must then say."""

    name: str
    spoil: Callable[[Path], None]
    says: tuple[str, ...]


@pytest.fixture
def root(few: Path) -> Path:
    """A fault stops the start however few tables there are."""
    return few


def _lines(root: Path, file: str, edit: Callable[[list[str]], list[str]]) -> None:
    path = root / file
    path.write_text("\n".join(edit(path.read_text(encoding="utf-8").split("\n"))), encoding="utf-8")


def _cell(file: str, column: int, value: str, line: int = 5) -> Callable[[Path], None]:
    """Put `value` into one cell of a line (the header is line 1)."""

    def edit(lines: list[str]) -> list[str]:
        cells = lines[line - 1].split(",")
        cells[column] = value
        return [*lines[: line - 1], ",".join(cells), *lines[line:]]

    return lambda root: _lines(root, file, edit)


def _replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old}"
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def _bytes(file: str, edit: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda root: _written(root / file, edit((root / file).read_bytes()))


def _written(file: Path, content: bytes) -> None:
    file.write_bytes(content)


GDP, TOML = "tables/gdp.csv", "tables/gdp.toml"
IMPORT = "python -m data.refresh gdp --from FILE"
RESTORE = "git stash push -- data/tables/gdp.csv"
RECORD = "git stash push -- data/tables/gdp.toml"
REGIONS = "git stash push -- data/regions.csv"

KINDS = [
    Fault(
        "a missing column",
        lambda root: _lines(
            root, GDP, lambda lines: [",".join(line.split(",")[:3] + line.split(",")[4:]) for line in lines]
        ),
        ("data/tables/gdp.csv", "column value", "missing", IMPORT),
    ),
    Fault(
        "a renamed column",
        _replaced(GDP, "indicator,region,year", "indicator,geo,year"),
        ("data/tables/gdp.csv", "column region", "missing", IMPORT),
    ),
    Fault(
        "a column too many",
        lambda root: _lines(root, GDP, lambda lines: [line + ",x" if line else line for line in lines]),
        ("data/tables/gdp.csv", "column x", IMPORT),
    ),
    Fault(
        "columns in another order",
        _replaced(GDP, "indicator,region,year,value,flag", "region,indicator,year,value,flag"),
        ("data/tables/gdp.csv", "order", IMPORT),
    ),
    Fault(
        "an unknown region",
        _cell(GDP, 1, "XX99"),
        ("data/tables/gdp.csv", "column region", "line 5", "'XX99'", "regions.csv", IMPORT),
    ),
    Fault(
        "an Extra-Regio code",
        _cell(GDP, 1, "ITZZ"),
        ("data/tables/gdp.csv", "column region", "'ITZZ'", IMPORT),
    ),
    Fault(
        "an unknown indicator",
        _cell(GDP, 0, "gdpp"),
        ("data/tables/gdp.csv", "column indicator", "'gdpp'", "record", IMPORT),
    ),
    Fault(
        "a value above its limit",
        _cell(GDP, 3, "99999999"),
        ("data/tables/gdp.csv", "column value", "'99999999'", "above", "40000000", IMPORT),
    ),
    Fault(
        "a value below its limit",
        _cell(GDP, 3, "-1"),
        ("data/tables/gdp.csv", "column value", "'-1'", "below", IMPORT),
    ),
    Fault(
        "a number with a decimal comma",
        _cell(GDP, 3, '"1.234,5"'),
        ("data/tables/gdp.csv", "column value", "1.234,5", "not a number", IMPORT),
    ),
    Fault(
        "a text for a number",
        _cell(GDP, 3, "n.a."),
        ("data/tables/gdp.csv", "column value", "'n.a.'", "not a number", IMPORT),
    ),
    Fault(
        "a blank value",
        _cell(GDP, 3, ""),
        ("data/tables/gdp.csv", "column value", "line 5", "not a number", IMPORT),
    ),
    Fault(
        "an infinite value", _cell(GDP, 3, "inf"), ("data/tables/gdp.csv", "column value", "'inf'", IMPORT)
    ),
    Fault("a NaN", _cell(GDP, 3, "NaN"), ("data/tables/gdp.csv", "column value", "'NaN'", IMPORT)),
    Fault(
        "a year of two digits", _cell(GDP, 2, "22"), ("data/tables/gdp.csv", "column year", "'22'", IMPORT)
    ),
    Fault(
        "a quarter for a year",
        _cell(GDP, 2, "2022-Q1"),
        ("data/tables/gdp.csv", "column year", "'2022-Q1'", IMPORT),
    ),
    Fault(
        "a year out of this world",
        _cell(GDP, 2, "9999"),
        ("data/tables/gdp.csv", "column year", "'9999'", IMPORT),
    ),
    Fault("an unknown flag", _cell(GDP, 4, "q"), ("data/tables/gdp.csv", "column flag", "'q'", IMPORT)),
    Fault(
        "a line twice",
        lambda root: _lines(root, GDP, lambda lines: [*lines[:9], lines[8], *lines[9:]]),
        ("data/tables/gdp.csv", "twice", "gdp,AT", IMPORT),
    ),
    Fault(
        "lines out of order",
        lambda root: _lines(root, GDP, lambda lines: [lines[0], lines[2], lines[1], *lines[3:]]),
        ("data/tables/gdp.csv", "sorted", IMPORT),
    ),
    Fault(
        "a file cut off in a line",
        _bytes(GDP, lambda content: content[: len(content) // 2]),
        ("data/tables/gdp.csv", "cut off", IMPORT),
    ),
    Fault(
        "a file cut off after a line",
        lambda root: _lines(root, GDP, lambda lines: [*lines[:-101], ""]),
        ("data/tables/gdp.csv", "rows", "2585", "2685", RESTORE),
    ),
    Fault(
        "an empty file",
        _bytes(GDP, lambda _: b""),
        ("data/tables/gdp.csv", "column indicator", "missing", IMPORT),
    ),
    Fault(
        "a header and nothing else",
        lambda root: _lines(root, GDP, lambda lines: [lines[0], ""]),
        ("data/tables/gdp.csv", "column indicator", "'gdp'", "no rows", IMPORT),
    ),
    Fault(
        "a plausible value changed by hand",
        _cell(GDP, 3, "12345"),
        ("data/tables/gdp.csv", "column checksum", "sha256", RESTORE, "--stamp gdp"),
    ),
    Fault(
        "Windows line ends",
        _bytes(GDP, lambda content: content.replace(b"\n", b"\r\n")),
        ("data/tables/gdp.csv", "flag", IMPORT),
    ),
    Fault(
        "not UTF-8",
        _bytes(GDP, lambda content: content + b"\xff\xfe\n"),
        ("data/tables/gdp.csv", "UTF-8", RESTORE),
    ),
    Fault(
        "a line with too many values",
        lambda root: _lines(root, GDP, lambda lines: [*lines[:4], lines[4] + ",1,2", *lines[5:]]),
        ("data/tables/gdp.csv", "values of the header", IMPORT),
    ),
    Fault(
        "a web page instead of a table",
        _bytes(GDP, lambda _: b"<html><body>Maintenance</body></html>\n"),
        ("data/tables/gdp.csv", "missing", IMPORT),
    ),
    Fault(
        "a csv without its record",
        lambda root: (root / TOML).unlink(),
        ("data/tables/gdp.csv", "no gdp.toml", RECORD),
    ),
    Fault(
        "a record without its csv",
        lambda root: (root / GDP).unlink(),
        ("data/tables/gdp.toml", "no gdp.csv", RESTORE),
    ),
    Fault(
        "a record that is not TOML",
        _replaced(TOML, "publisher =", "publisher"),
        ("data/tables/gdp.toml", "TOML", RECORD),
    ),
    Fault(
        "a record without its licence",
        _replaced(TOML, "licence = ", "license = "),
        ("data/tables/gdp.toml", "licence", RECORD),
    ),
    Fault(
        "a record without Italian",
        lambda root: _lines(root, TOML, lambda lines: [line for line in lines if line != 'short.it = "PIL"']),
        ("data/tables/gdp.toml", "short.it", RECORD),
    ),
    Fault(
        "a record with an unknown direction",
        _replaced(TOML, 'direction = "neither"', 'direction = "up"'),
        ("data/tables/gdp.toml", "direction", "'up'", RECORD),
    ),
    Fault(
        "a record whose limits are the wrong way round",
        _replaced(TOML, "maximum = 40000000", "maximum = 1"),
        ("data/tables/gdp.toml", "minimum 500 is not below maximum 1", RECORD),
    ),
    Fault(
        "an indicator's name in two tables",
        lambda root: _copied(root, "gdp", "gdp_again"),
        ("data/tables/gdp_again.toml", "indicators", "'gdp'", "already"),
    ),
    Fault(
        "an indicator in no group there is",
        _replaced("tables/rci_2022.toml", 'group = "health"', 'group = "wealth"'),
        ("data/tables/rci_2022.toml", "wealth", "git stash push -- data/tables/rci_2022.toml"),
    ),
    Fault(
        "an indicator without two of its fields",
        _replaced(TOML, "decimals = 0\nminimum = 500\n", ""),
        ("data/tables/gdp.toml", "gdp.decimals", "gdp.minimum", "To mend it: add", "data/README.md"),
    ),
    Fault(
        "a region twice",
        lambda root: _lines(root, "regions.csv", lambda lines: [*lines[:4], lines[3], *lines[4:]]),
        ("data/regions.csv", "column code", REGIONS),
    ),
    Fault(
        "a region nowhere on Earth",
        _cell("regions.csv", 7, "95"),
        ("data/regions.csv", "column lat", "'95'", REGIONS),
    ),
    Fault(
        "a region of no country",
        _cell("regions.csv", 2, "XX"),
        ("data/regions.csv", "column country", "'XX'", REGIONS),
    ),
    Fault(
        "a region of no name",
        _cell("regions.csv", 4, ""),
        ("data/regions.csv", "column name_it", "line 5", REGIONS),
    ),
    Fault(
        "regions edited by hand",
        _cell("regions.csv", 4, "Altro"),
        ("data/regions.csv", "column checksum", REGIONS),
    ),
]


def _copied(root: Path, name: str, other: str) -> None:
    for ending in ("csv", "toml"):
        shutil.copy(root / "tables" / f"{name}.{ending}", root / "tables" / f"{other}.{ending}")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_bad_data_is_named_in_one_line(kind: Fault, root: Path) -> None:
    kind.spoil(root)
    with pytest.raises(DataError) as caught:
        load(root)
    sentence = str(caught.value)
    assert "\n" not in sentence
    for part in kind.says:
        assert part in sentence, sentence


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
    _cell("tables/unemployment_rate.csv", 3, "x")(root)
    _cell(GDP, 3, "x")(root)
    with pytest.raises(DataError, match=r"data/tables/gdp\.csv"):
        load(root)


def test_a_copy_that_is_not_spoiled_loads(root: Path) -> None:
    loaded = load(root).indicators
    assert loaded == {code: indicator for code, indicator in load().indicators.items() if code in loaded}
    assert len(loaded) > len(FEW)


def test_a_bad_table_stops_a_process_without_a_traceback(root: Path) -> None:
    """What app.py does with it, in a fresh process."""
    _cell(GDP, 3, "99999999")(root)
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
