"""Forms as a spreadsheet in Italian writes them, put into a new pack: for the rules about forms."""

import csv
import io
from pathlib import Path

import pytest

from data import stamping
from data.packs import schema
from data.packs.__main__ import main
from data.packs.forms import column, forms

REGION = "EE00"


@pytest.fixture
def root(few: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Data with a new pack that has a head and no table."""
    assert main(["new", REGION], few) == 0
    for file in (few / "packs" / REGION).glob("*.*"):
        if file.name != "pack.toml":
            file.unlink()
    name_the_source(few)
    capsys.readouterr()
    return few


def name_the_source(root: Path) -> None:
    """What a person does first in a new pack.toml."""
    head = root / "packs" / REGION / "pack.toml"
    text = head.read_text(encoding="utf-8").replace(schema.UNNAMED, "The region's ministry", 1)
    head.write_text(stamping.with_own_checksum(text), encoding="utf-8")


def cell(form: str, name: str, at: int) -> str:
    """A cell as an Italian spreadsheet writes it."""
    about = column(form, name)
    if about.choices:
        return about.choices[at % len(about.choices)]
    if about.type == "date":
        return f"{at + 1}/3/2024"
    if about.type == "number":
        return f"{24 + at},75"
    if about.type == "integer":
        return str(1200 + at)
    return {"standing": "published", "source": "paper"}.get(name, f"Città «{name}»; {at}")


def filled_form(form: str, rows: int = 3, separator: str = ";") -> str:
    """A filled form as Excel in Italian writes it: semicolons, empty columns and rows at the end, CRLF."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    names = list(forms()[form].columns)
    writer.writerow([*names, "", ""])
    writer.writerows([*(cell(form, name, at) for name in names), "", ""] for at in range(rows))
    writer.writerow([""] * (len(names) + 2))
    return out.getvalue()


def put_form(root: Path, form: str, text: str, encoding: str = "utf-8-sig") -> Path:
    file = root / "packs" / REGION / f"{form}.csv"
    file.write_bytes(text.encode(encoding))
    return file
