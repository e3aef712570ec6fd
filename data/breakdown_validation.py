"""Reads data/breakdowns/NAME and holds its csv against its record; names the first thing that is wrong."""

import io
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from data import reading, validation
from data.breakdown import BLOCKS, FOLDER, KEY, Breakdown, BreakdownTable
from data.errors import DataError, Fault
from data.records import FIRST_YEAR, LAST_YEAR, Source


def record_of(name: str, content: Mapping[str, object]) -> Breakdown:
    """The record of breakdown `name` from what its .toml holds."""
    fields = {key: value for key, value in content.items() if key not in BLOCKS}
    blocks = {key: content[key] for key in BLOCKS if key in content}
    source = Source.model_validate(fields)
    derived = blocks.get("indicators", {})
    if isinstance(derived, dict):
        blocks["indicators"] = {
            code: {**block, "code": code, "table": name, "source": source} for code, block in derived.items()
        }
    return Breakdown.model_validate({"name": name, "source": source, **blocks})


def names(root: Path) -> list[str]:
    """The names of the breakdowns under `root`."""
    return validation.names(root / FOLDER, root)


def load(name: str, root: Path, regions: pd.DataFrame) -> BreakdownTable:
    """Record and values of data/breakdowns/NAME, checked."""
    csv, toml = root / FOLDER / f"{name}.csv", root / FOLDER / f"{name}.toml"
    record = validation.of_file(toml, root, lambda: record_of(name, reading.toml(toml, root)))
    reading.check_stamp(toml, root)
    mend = f"python -m data.refresh {name} --from FILE (or: {reading.restore_command(csv, root)})"
    rows = _rows(csv, root, mend)
    for fault in _faults(rows, record, regions, reading.path_in_project(csv, root), mend):
        raise DataError(fault)
    validation.same_as_recorded(rows, record.source, name, csv, root)
    values = rows.set_index(list(KEY))
    return BreakdownTable(record, values.set_axis(values.columns.astype(int), axis=1).astype("float64"))


def _rows(csv: Path, root: Path, mend: str) -> pd.DataFrame:
    """The csv with its years as numbers; a cell that is no number is named."""
    text = reading.text(csv, root)
    header = tuple(text.split("\n", 1)[0].split(","))
    years = header[len(KEY) :]
    rising = all(year.isdigit() and FIRST_YEAR <= int(year) <= LAST_YEAR for year in years)
    if header[: len(KEY)] != KEY or not years or not rising or list(years) != sorted(set(years)):
        problem = f"the columns must be {','.join(KEY)} and then the years in order"
        raise DataError(
            Fault(reading.path_in_project(csv, root), problem, mend, header[0], ",".join(header)[:60], 1)
        )
    if not text.endswith("\n"):
        problem = "the file is cut off in the middle of its last line"
        raise DataError(
            Fault(reading.path_in_project(csv, root), problem, mend, years[-1], text.rsplit("\n", 1)[-1])
        )
    lines = text.count("\n")
    if text.count(",") != lines * (len(header) - 1):
        raise DataError(_bad_line(csv, root, text, len(header), mend))
    try:
        return pd.read_csv(
            io.StringIO(text),
            dtype=dict.fromkeys(KEY, str) | dict.fromkeys(years, "float64"),
            keep_default_na=False,
            na_values={year: [""] for year in years},
            index_col=False,
        )
    except (pd.errors.ParserError, ValueError):
        raise DataError(_bad_line(csv, root, text, len(header), mend)) from None


def _bad_line(csv: Path, root: Path, text: str, width: int, mend: str) -> Fault:
    """The first line that has not as many values as the header, or a value that is no number."""
    for at, line in enumerate(text.splitlines()[1:], start=2):
        cells = line.split(",")
        if len(cells) != width:
            return Fault(
                reading.path_in_project(csv, root),
                f"the line has not the {width} values of the header",
                mend,
                line=at,
            )
        for cell in cells[len(KEY) :]:
            if cell and not cell.replace(".", "", 1).replace("e-", "", 1).lstrip("-").isdigit():
                return Fault(reading.path_in_project(csv, root), "is not a number", mend, "", cell, at)
    return Fault(reading.path_in_project(csv, root), "the file is not a table of numbers", mend)


def _faults(
    rows: pd.DataFrame, record: Breakdown, regions: pd.DataFrame, file: str, mend: str
) -> Iterator[Fault]:
    """What is wrong with the rows, the first of each kind."""
    known = {"measure": set(record.measures), "member": set(record.members)}
    known["region"] = validation.known_codes(regions, record.source.areas)
    for column in KEY:
        yield from _first(~rows[column].isin(known[column]), rows, column, "is not known", file, mend)
    yield from _first(rows.duplicated(list(KEY)), rows, "region", "stands twice", file, mend)
    if not rows[list(KEY)].equals(rows[list(KEY)].sort_values(list(KEY), ignore_index=True)):
        yield Fault(file, f"the rows are not sorted by {', '.join(KEY)}", mend, "measure")
    cells = rows.drop(columns=list(KEY)).to_numpy()
    limits = {code: (measure.minimum, measure.maximum) for code, measure in record.measures.items()}
    low, high = np.array([limits.get(code, (0.0, 0.0)) for code in rows["measure"]]).reshape(-1, 2).T
    wrong = (cells < low[:, None]) | (cells > high[:, None]) | np.isinf(cells)
    if wrong.any():
        line, at = (int(found[0]) for found in np.nonzero(wrong))
        allowed = f"is outside the limits of its record ({low[line]:.12g} to {high[line]:.12g})"
        year = str(rows.columns[len(KEY) + at])
        yield Fault(file, allowed, mend, year, f"{cells[line, at]:.12g}", line + 2)


def _first(
    wrong: pd.Series, rows: pd.DataFrame, column: str, problem: str, file: str, mend: str
) -> Iterator[Fault]:
    if wrong.any():
        at = int(wrong.to_numpy().argmax())
        yield Fault(file, problem, mend, column, str(rows[column].iloc[at]), at + 2)
