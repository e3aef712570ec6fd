"""Packs that nobody wrote: rows for any tables of the schema, in another country, with names and texts that a hand as
careless as inventive might have typed. What they hold is decided by the schema alone, so a new table or column is in
them by itself."""

import csv
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from data import ROOT, refresh
from data.pack_records import PackColumn
from data.packs import schema
from data.standings import STANDINGS, WITHOUT_VALUE

# Quotes, markup, formulas, braces, other alphabets, a word without a break, and one that is very long.
HOSTILE = (
    'Größe "Ålesund" & Søn',
    "L'Hospitalet <b>d'Oñati</b>",
    "=1+1 {brace} %s {0}",
    "Łódź; Ελλάδα, България",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik",
    "Asociación para la cooperación entre organizaciones empresariales, universidades y administraciones "
    * 2,
)
SOURCES = {"informe": "Institutet för Ö & Å", "web": "Páginas públicas"}


@dataclass(frozen=True)
class Maker:
    """How a pack is made: of which region, with which tables, how many rows, and whether with the columns that may be
    left out."""

    region: str
    country: str
    tables: tuple[str, ...]
    rows: int = 4
    optional: bool = True
    sources: tuple[str, ...] = ("informe", "web")
    published: str = "2019-11"
    known: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def write(self, root: Path) -> Path:
        """The pack in a copy of the data, stamped."""
        folder = root / "packs" / self.region
        folder.mkdir(parents=True)
        (folder / "pack.toml").write_text(self.head(), encoding="utf-8")
        for name in in_order(self.tables):
            rows = self.table(name)
            self.known[name] = rows
            (folder / f"{name}.toml").write_text(record(name), encoding="utf-8")
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
        assert refresh.main(["--stamp", self.region], root=root) == 0
        return folder

    def head(self) -> str:
        """pack.toml: its sources have keys of their own."""
        lines = [f'region = "{self.region}"', f'country = "{self.country}"']
        lines += ["title.en = '''Región «X» & \"Y\"'''", "title.it = '''Regione «X» & \"Y\"'''"]
        for key in self.sources:
            lines += [f"[sources.{key}]", f'publisher = "{SOURCES[key]}"']
            lines += [f"title.en = 'Report <{key}>'", f"title.it = 'Rapporto <{key}>'"]
        if self.published:
            lines.insert(lines.index(f"[sources.{self.sources[0]}]") + 1, f'published = "{self.published}"')
        return "\n".join(lines) + "\n"

    def table(self, name: str) -> list[dict[str, str]]:
        """Rows of a table, each key once."""
        table = schema.tables()[name]
        columns = {
            column: form for column, form in table.all_columns.items() if form.required or self.optional
        }
        rows = [self.row(name, columns, at) for at in range(max(self.rows, len(self.areas(columns))))]
        unique = {tuple(row[key] for key in table.key): row for row in rows}
        return list(unique.values())

    def areas(self, columns: dict[str, PackColumn]) -> tuple[str, ...]:
        """The areas that a table with `geo` has rows of."""
        return (self.region, self.country, "EU27_2020") if "geo" in columns else ()

    def row(self, name: str, columns: dict[str, PackColumn], at: int) -> dict[str, str]:
        """One row; what nobody says has no value."""
        row = {column: self.cell(name, column, form, at) for column, form in columns.items()}
        row["standing"] = list(STANDINGS)[at % len(STANDINGS)] if self.rows > 1 else "printed"
        if "value" in row and row["standing"] in WITHOUT_VALUE:
            row["value"] = ""
        return row

    def cell(self, name: str, column: str, form: PackColumn, at: int) -> str:
        """One cell: what the table's own sense asks for, else anything of the column's type."""
        meant = self.meant(name, column, at)
        if meant is not None:
            return meant
        if form.refers:
            return self.reference(form.refers, at, required=form.required)
        if form.type == "choice":
            return form.choices[at % len(form.choices)]
        if form.type == "date":
            return ("2021", "2022-05", "2023-06-30", "2024-12-31")[at % 4]
        if form.type in ("integer", "number"):
            return self.amount(form, at)
        return (
            f"{HOSTILE[at % len(HOSTILE)]} {at}"
            if column in schema.tables()[name].key
            else HOSTILE[at % len(HOSTILE)]
        )

    def amount(self, form: PackColumn, at: int) -> str:
        """A number within the column's bounds; every third is blank where it may be."""
        if not form.required and at % 3 == 2:
            return ""
        low = form.minimum if form.minimum is not None else -3
        high = form.maximum if form.maximum is not None else low + 1000
        value = low + (high - low) * (at + 1) / (at + 3)
        return str(int(low) + at) if form.type == "integer" else f"{value:.2f}"

    def reference(self, refers: str, at: int, *, required: bool) -> str:
        """A key of another table of the pack; any word where the pack does not have it."""
        table, _, key = refers.partition(".")
        if table in self.known:
            rows = self.known[table]
            return rows[at % len(rows)][key]
        return str(at + 1) if key in ("no", "entry") else (f"{key}-{at}" if required else "")

    def meant(self, name: str, column: str, at: int) -> str | None:
        """What columns with a sense of their own hold."""
        geo = (self.region, self.country, "EU27_2020", "REST")
        exact: dict[tuple[str, str], Any] = {
            ("counts", "level"): ("region", "country", "EU", "residual"),
            ("table1", "block"): ("general",) * 3 + ("gva",) * 3 + ("employment",) * 3,
            ("table1", "indicator"): ("population",) * 3 + ("gva å",) * 3 + ("jobb",) * 3,
            ("table1", "geo"): geo[:3],
            ("competitiveness", "indicator"): ("score", "rank", "score", "other"),
            ("programme_counts", "count"): ("x_projects", "y_projects", "x_members", "budget"),
            ("good_practices", "region"): (self.region, "FI1B", "XX99", "DE30"),
            ("partner_countries", "country"): ("FR", "DE", "US", "JP"),
            ("target_markets", "country"): ("BR", "IN", "CN", "ZA"),
            ("target_markets", "project"): ("paper",),
            ("research", "geo"): geo,
            ("s3_ecosystems", "order"): tuple(str(item) for item in range(1, 40)),
        }
        common: dict[str, Any] = {
            "geo": geo,
            "source": (" ".join(self.sources), self.sources[0], self.sources[-1]),
            "note": ("", self.known["errata"][0]["id"]) if "errata" in self.known else ("",),
            "year": ("2019", "2021", "2022"),
            "pages": ("https://example.org/a?b=1&c=<d> https://example.org/é", ""),
            "website": ("https://example.org",),
            "touches": ("table1",),
        }
        values = exact.get((name, column)) or common.get(column)
        return None if values is None else str(next(islice(cycle(values), at, None)))


def in_order(names: Iterable[str]) -> list[str]:
    """Tables after those that they refer to, errata first of all."""
    wanted, found = set(names), []

    def add(name: str) -> None:
        if name in found or name not in wanted:
            return
        for form in schema.tables()[name].columns.values():
            if form.refers:
                add(form.refers.partition(".")[0])
        found.append(name)

    for name in ("errata", *schema.tables()):
        add(name)
    return found


def record(name: str) -> str:
    """The record of a table before it is stamped."""
    return f"title.en = 'T {name}'\ntitle.it = 'T {name}'\nchecksum = 'sha256:{'0' * 64}'\n"


def copy_of_data(to: Path) -> Path:
    """A copy of the data to which packs may be added; what is large and stays as it is, is linked."""
    copy = to / "data"
    copy.mkdir()
    for name in ("regions.csv", "regions.toml"):
        shutil.copy(ROOT / name, copy / name)
    for folder in ROOT.iterdir():
        if folder.is_dir() and folder.name not in ("packs", "__pycache__", "importers"):
            (copy / folder.name).symlink_to(folder)
    shutil.copytree(ROOT / "packs" / "ITC4", copy / "packs" / "ITC4")
    return copy
