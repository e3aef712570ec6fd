"""The record that a pack's table has before anybody has written one."""

from data.packs import schema
from data.packs.forms import forms

ZERO = "0" * 64


def new_record(name: str) -> str:
    """The record of a table as toml, with what each of its columns means."""
    table = schema.tables()[name]
    title = forms()[name].title if name in forms() else None
    english, italian = (title["en"], title["it"]) if title else (table.about, "DA TRADURRE")
    lines = [f"# {table.about}. Each row once for: {', '.join(table.key)}."]
    lines += [f"#   {column}: {text}" for column, text in describe_columns(name)]
    lines += ["# Every other table of a pack and its columns: data/packs/README.md"]
    lines += [f'title = {{ en = "{english}", it = "{italian}" }}', f'checksum = "sha256:{ZERO}"']
    return "\n".join(lines) + "\n"


def describe_columns(name: str) -> list[tuple[str, str]]:
    """Each column of a table with what it may hold."""
    found = []
    for column, form in schema.tables()[name].all_columns.items():
        table, _, key = form.refers.partition(".")
        parts = [f"one of {', '.join(form.choices)}" if form.choices else form.type]
        parts += ["required" if form.required else "may be left out or blank"]
        parts += [f"a {key} of {table}.csv"] if table else []
        found.append((column, f"{'; '.join(parts)}{f': {form.about}' if form.about else ''}"))
    return found
