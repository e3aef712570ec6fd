"""The record that a pack's table has before anybody has written one, and the texts that a new pack begins with."""

import json
from collections.abc import Mapping
from pathlib import Path

from data.packs import schema
from data.packs.forms import forms
from data.records import read_words

WORDS = read_words(Path(__file__).with_suffix(".toml"))
ZERO = "0" * 64


def new_record(name: str) -> str:
    """The record of a table as toml, with what each of its columns means."""
    table = schema.tables()[name]
    title = forms()[name].title.model_dump() if name in forms() else untranslated(table.about)
    lines = [f"# {table.about}. Each row once for: {', '.join(table.key)}."]
    lines += [f"#   {column}: {text}" for column, text in describe_columns(name)]
    lines += ["# Every other table of a pack and its columns: data/packs/README.md"]
    lines += [f"title = {inline_table(title)}", f'checksum = "sha256:{ZERO}"']
    return "\n".join(lines) + "\n"


def untranslated(english: str) -> dict[str, str]:
    """An English text by language, with what stands for it in the others until somebody translates it."""
    return {**WORDS["untranslated"].model_dump(), "en": english}


def inline_table(texts: Mapping[str, str]) -> str:
    """Texts by language as one value of a .toml: `{ en = "...", it = "..." }`."""
    pairs = (f"{language} = {json.dumps(text, ensure_ascii=False)}" for language, text in texts.items())
    return f"{{ {', '.join(pairs)} }}"


def describe_columns(name: str) -> list[tuple[str, str]]:
    """The columns of a table in order, each with its type, whether it is required, and what it means."""
    found = []
    for column, form in schema.tables()[name].all_columns.items():
        table, _, key = form.refers.partition(".")
        parts = [f"one of {', '.join(form.choices)}" if form.choices else form.type]
        parts += ["required" if form.required else "may be left out or blank"]
        parts += [f"a {key} of {table}.csv"] if table else []
        found.append((column, f"{'; '.join(parts)}{f': {form.about}' if form.about else ''}"))
    return found
