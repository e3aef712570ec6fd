"""A new pack with nothing in it but comments: its head, and one of its tables to begin with."""

from pathlib import Path

import pandas as pd

from data import reading, stamping
from data.errors import DataError, Fault
from data.packs import schema
from data.packs.new_record import WORDS, inline_table, new_record

EXAMPLES = ("sections", "good_practices")


def write_skeleton(region: str, root: Path, regions: pd.DataFrame) -> list[Path]:
    """Write the skeleton of a region's pack, around tables that stand in its folder already; raises DataError where
    there is a pack, and for what is no region."""
    folder = root / "packs" / region
    if region not in regions.index or regions.at[region, "level"] != "nuts2":
        problem = f"'{region}' is not a NUTS 2 region of regions.csv"
        raise DataError(
            Fault(reading.path_in_project(folder, root), problem, "give the code of a region, such as DE30")
        )
    if (folder / "pack.toml").exists():
        problem = "there is a pack of this region already; nothing was written"
        raise DataError(
            Fault(
                reading.path_in_project(folder, root),
                problem,
                f"edit it, then python -m data.packs check {region}",
            )
        )
    there = {file.stem for file in folder.glob("*.csv")}
    files = {
        "pack.toml": stamping.with_own_checksum(head(region, regions)),
        **tables_of(() if there else EXAMPLES),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    if not there:
        stamping.stamp(region, root)
    return [folder / name for name in files]


def head(region: str, regions: pd.DataFrame) -> str:
    """pack.toml, commented."""
    row = regions.loc[region]
    paper = {
        language: text.format(region=row[f"name_{language}"])
        for language, text in WORDS["paper"].model_dump().items()
    }
    return f"""\
# The pack of {row["name_en"]} ({region}). What is quoted from it is named here, the paper first.
# After each change: python -m data.packs check {region}, then python -m data.refresh --stamp {region}.
region = "{region}"
country = "{row["country"]}"
title = {inline_table(paper)}
# default = true            # the region that a fresh address shows; one pack at most says so

# One block per source. Rows name it in their column `source`; the first is the paper itself.
[sources.paper]
publisher = "{schema.UNNAMED}"
title = {inline_table(WORDS["paper_title"].model_dump())}
# dataset = "Series, event, place"
# address = "https://..."
# licence = "facts quoted with attribution"
# published = "2024-03"      # the year, the month or the day

# [sources.pages]
# publisher = "The organisations' own pages"
# title = {inline_table(WORDS["public_pages"].model_dump())}
"""


def tables_of(names: tuple[str, ...]) -> dict[str, str]:
    """The two files of each table, without rows."""
    files: dict[str, str] = {}
    for name in names:
        files[f"{name}.csv"] = ",".join(schema.tables()[name].all_columns) + "\n"
        files[f"{name}.toml"] = new_record(name)
    return files
