"""The forms that a team fills in for its region: tables of a pack for what no public source has for all of Europe. Read
from forms.toml: what each is for, and what each column means, in both languages."""

import tomllib
from functools import cache
from pathlib import Path

from pydantic import Field

from data.pack_records import PackColumn
from data.packs import schema
from data.records import Record, Words

FILE = Path(__file__).with_suffix(".toml")
BYTE_ORDER_MARK = "\ufeff"
SEPARATORS = {"comma": ",", "semicolon": ";"}


class Form(Record):
    """One form: `columns` are those of its template, in order, with what each means."""

    title: Words
    text: Words
    shown: Words
    columns: dict[str, Words] = Field(min_length=1)


@cache
def forms() -> dict[str, Form]:
    """Every form by the name of its table."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    provenance = content.pop("provenance")
    return {
        name: Form.model_validate({**block, "columns": {**block["columns"], **provenance["columns"]}})
        for name, block in content.items()
    }


def column(form: str, name: str) -> PackColumn:
    """What a column of a form may hold."""
    return schema.tables()[form].all_columns[name]


def template(form: str, separator: str) -> str:
    """The form without rows, as a spreadsheet opens it: a byte order mark and the header."""
    return f"{BYTE_ORDER_MARK}{SEPARATORS[separator].join(forms()[form].columns)}\r\n"
