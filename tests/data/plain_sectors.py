"""Persons employed and jobs by region, read from the files without pandas: for the rules about sectors."""

import csv

from data import ROOT


def cells(name: str) -> dict[tuple[str, str, str, int], float]:
    """A breakdown's csv as a plain dict: (measure, member, region, year) -> value."""
    with (ROOT / "breakdowns" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["measure"], row["member"], row["region"], int(year)): float(text)
            for row in csv.DictReader(file)
            for year, text in row.items()
            if year.isdigit() and text
        }
