"""A new pack with nothing in it but comments: its head, and one of its tables to begin with."""

from pathlib import Path

import pandas as pd

from data import reading, stamping
from data.errors import DataError, Fault
from data.packs import schema

ZERO = "0" * 64
EXAMPLES = ("sections", "good_practices")


def make(region: str, root: Path, regions: pd.DataFrame) -> list[Path]:
    """Write the skeleton of a region's pack; raises DataError where there is one, and for what is no region."""
    folder = root / "packs" / region
    if region not in regions.index or regions.at[region, "level"] != "nuts2":
        problem = f"'{region}' is not a NUTS 2 region of regions.csv"
        raise DataError(
            Fault(reading.shown(folder, root), problem, "give the code of a region, such as DE30")
        )
    if folder.exists():
        problem = "there is a pack of this region already; nothing was written"
        raise DataError(
            Fault(reading.shown(folder, root), problem, f"edit it, then python -m data.packs check {region}")
        )
    files = {"pack.toml": head(region, regions), **tables_of(EXAMPLES)}
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    stamping.stamp(region, root)
    return [folder / name for name in files]


def head(region: str, regions: pd.DataFrame) -> str:
    """pack.toml, commented."""
    row = regions.loc[region]
    return f"""\
# The pack of {row["name_en"]} ({region}). What is quoted from it is named here, the paper first.
# After each change: python -m data.packs check {region}, then python -m data.refresh --stamp {region}.
region = "{region}"
country = "{row["country"]}"
title = {{ en = "{row["name_en"]}: the input paper", it = "{row["name_it"]}: il documento di base" }}
# default = true            # the region that a fresh address shows; one pack at most says so

# One block per source. Rows name it in their column `source`; the first is the paper itself.
[sources.paper]
publisher = "Who published it"
title = {{ en = "Its title", it = "Il suo titolo" }}
# dataset = "Series, event, place"
# address = "https://..."
# licence = "facts quoted with attribution"
# published = "2024-03"      # the year, the month or the day

# [sources.pages]
# publisher = "The organisations' own pages"
# title = {{ en = "Public pages", it = "Pagine pubbliche" }}
"""


def tables_of(names: tuple[str, ...]) -> dict[str, str]:
    """The two files of each table, without rows."""
    files: dict[str, str] = {}
    for name in names:
        files[f"{name}.csv"] = ",".join(schema.tables()[name].all_columns) + "\n"
        files[f"{name}.toml"] = table_record(name)
    return files


def table_record(name: str) -> str:
    """The record of a table, with what each of its columns means."""
    table = schema.tables()[name]
    lines = [f"# {table.about}. Each row once for: {', '.join(table.key)}."]
    lines += [f"#   {column_line(column)}" for column in described(name)]
    lines += ["# Every other table of a pack and its columns: data/packs/README.md"]
    lines += [f'title = {{ en = "{table.about}", it = "DA TRADURRE" }}', f'checksum = "sha256:{ZERO}"']
    return "\n".join(lines) + "\n"


def described(name: str) -> list[tuple[str, str]]:
    """Each column of a table with what it may hold."""
    found = []
    for column, form in schema.tables()[name].all_columns.items():
        kind = f"one of {', '.join(form.choices)}" if form.choices else form.type
        parts = [kind, "required" if form.required else "may be left out or blank"]
        parts += (
            [f"a {form.refers.partition('.')[2]} of {form.refers.partition('.')[0]}.csv"]
            if form.refers
            else []
        )
        found.append((column, f"{'; '.join(parts)}{f': {form.about}' if form.about else ''}"))
    return found


def column_line(column: tuple[str, str]) -> str:
    return f"{column[0]}: {column[1]}"
