"""The reference of all tables and columns in this folder's README, written from the schema by
`python -m data.packs reference`."""

from pathlib import Path

from data.packs import coverage, schema

README = Path(__file__).parent / "README.md"
BEGIN, END = "<!-- tables: python -m data.packs reference -->", "<!-- end of tables -->"


def readme_with_reference(text: str) -> str:
    """The README with its reference replaced by the one of the schema."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{tables()}{END}{after}"


def tables() -> str:
    """One line per table: what it is about, its columns (required ones in bold), the charts that it feeds."""
    lines = ["| table | what | columns | feeds |", "|---|---|---|---|"]
    for name, table in schema.tables().items():
        columns = " ".join(
            f"**{column}**" if form.required else column for column, form in table.columns.items()
        )
        feeds = [chart for chart, needs in coverage.charts().items() if name in (*needs.needs, *needs.uses)]
        lines.append(
            f"| `{name}` | {table.about} | {columns} | {', '.join(feeds) or 'read with other tables'} |"
        )
    return "\n".join(lines) + "\n"
