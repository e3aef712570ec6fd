"""How start, memory and charts grow with the rows: a synthetic NUTS 3 edition in a temporary folder, never kept.

`python -m bench.growth FOLDER` measures one edition in a process of its own."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

import pandas as pd

from bench.memory import memory
from components.state.selection import OVERVIEW, Selection
from components.views import CHARTS, TABS
from data import ROOT, load, stamping, validation
from data.records import KEY

TIMES = 10
VIEWS = ("economy", "compare")
REGIONS = ("ITC4", "ITH5", "FR10", "DE21", "ES51", "PL91", "SE11", "NL32", "AT13", "EE00", "PT20")


def edition(folder: Path) -> tuple[int, int]:
    """A copy of the data with so many rows below NUTS 2 that there are `TIMES` as many in all; how many there were and
    are."""
    ignored = shutil.ignore_patterns("*.py", "__pycache__")
    shutil.copytree(ROOT, folder, dirs_exist_ok=True, ignore=ignored)
    tables = {
        name: pd.read_csv(folder / "tables" / f"{name}.csv", dtype=str, na_filter=False)
        for name in validation.names(folder / "tables", folder)
    }
    regions = pd.read_csv(folder / "regions.csv", dtype=str, na_filter=False)
    level2 = regions[regions["level"] == "nuts2"]
    rows, inside = (
        sum(map(len, tables.values())),
        sum(int(table["region"].isin(level2["code"]).sum()) for table in nuts2_tables(tables, folder)),
    )
    parts = [f"{number:02}" for number in range(round((TIMES - 1) * rows / inside))]
    below = [
        level2.assign(code=level2["code"] + part, level="nuts3", ris_area="", rci_area="") for part in parts
    ]
    pd.concat([regions, *below]).to_csv(folder / "regions.csv", index=False, lineterminator="\n")
    stamping.stamp("regions", folder)
    codes = set(level2["code"])
    return rows, sum(write_grown_table(name, table, codes, parts, folder) for name, table in tables.items())


def nuts2_tables(tables: dict[str, pd.DataFrame], folder: Path) -> list[pd.DataFrame]:
    """The tables whose areas are NUTS 2 regions: those of the scoreboards have areas of their own."""
    records = {name: tomllib.loads((folder / "tables" / f"{name}.toml").read_text()) for name in tables}
    return [table for name, table in tables.items() if records[name].get("areas", "nuts2") == "nuts2"]


def write_grown_table(
    name: str, table: pd.DataFrame, level2: set[str], parts: list[str], folder: Path
) -> int:
    """Write a table with rows for each part of each region, where its areas are regions; how many it has now."""
    if not nuts2_tables({name: table}, folder):
        return len(table)
    inside = table[table["region"].isin(level2)]
    every = pd.concat([table, *(inside.assign(region=inside["region"] + part) for part in parts)])
    ordered = every.sort_values(list(KEY), kind="stable")
    ordered.to_csv(folder / "tables" / f"{name}.csv", index=False, lineterminator="\n")
    stamping.stamp(name, folder)
    return len(ordered)


def measure(folder: Path) -> dict[str, float]:
    """Processor seconds to load, MB resident, and the processor time of the first parts' charts for another region."""
    begun, before = time.process_time(), memory_now()
    data = load(folder)
    loaded, taken = time.process_time() - begun, memory_now() - before
    names = [
        name
        for view in VIEWS
        for name in TABS[view].charts
        if any(name.endswith(f".{chart.__name__}") for chart in first_charts(view))
    ]
    times = [drawing_time(names, data, region) for region in REGIONS]
    return {"load": loaded, "memory": taken, "charts": statistics.median(times[1:]) * 1000}


def first_charts(view: str) -> list[object]:
    return [chart for part in TABS[view].sections_of(OVERVIEW) for chart in part.own_charts]


def drawing_time(names: list[str], data: object, region: str) -> float:
    begun = time.process_time()
    for name in names:
        CHARTS[name](data, Selection(tab=name.partition(".")[0], region=region))  # type: ignore[arg-type]
    return time.process_time() - begun


def memory_now() -> float:
    return memory(os.getpid()).rss


def in_a_process(folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.growth", str(folder)]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def table(rounds: int = 3) -> list[str]:
    """Today's rows and ten times as many, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder)
        today, most = edition(large)
        found = [(in_a_process(ROOT), in_a_process(large)) for _ in range(rounds)]
    lines = ["| | today | NUTS 3 edition | ratio |", "|---|---:|---:|---:|"]
    lines.append(f"| rows in tables | {today:,} | {most:,} | {most / today:.1f} |")
    names = {"load": "load, s of processor time", "memory": "memory of the data, MB", "charts": "charts, ms"}
    for name, title in names.items():
        small, big = (statistics.median(pair[at][name] for pair in found) for at in (0, 1))
        ratio = statistics.median(pair[1][name] / pair[0][name] for pair in found)
        lines.append(f"| {title} | {small:,.2f} | {big:,.2f} | {ratio:.1f} |")
    return lines


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
