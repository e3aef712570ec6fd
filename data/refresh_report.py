"""What an import changes, in words: rows, indicators and regions, the first changed values, what was left out."""

from data import (
    importers,
)
from data.difference import Difference


def report_text(
    name: str, imported: importers.ImportResult, differences: Difference, *, written: bool
) -> str:
    rows = imported.rows
    counts = f"{rows['indicator'].nunique()} indicators, {rows['region'].nunique()} regions"
    lines = [
        f"{name}: {len(rows)} rows, {counts}, {rows['year'].min()}-{rows['year'].max()}.",
        ", ".join((f"Added {len(differences.added)}", f"removed {len(differences.removed)}"))
        + f", changed {len(differences.changed)}.",
        *examples(differences),
        *(f"Left out, {reason}: {', '.join(codes)}." for reason, codes in imported.left_out.items()),
        closing_line(differences, written=written),
    ]
    return "\n".join(lines)


def examples(differences: Difference) -> list[str]:
    """The first changed values, and the years that gain or lose rows."""
    columns = ["indicator", "region", "year", "value_old", "flag_old", "value_new", "flag_new"]
    shown = [
        f"  {indicator} {region} {year}: {old} {old_flag} -> {new} {new_flag}".rstrip()
        for indicator, region, year, old, old_flag, new, new_flag in differences.changed[columns]
        .head(5)
        .to_numpy()
    ]
    for word, part in (("Added", differences.added), ("Removed", differences.removed)):
        if len(part):
            shown.append(f"  {word} years: {', '.join(sorted(part['year'].unique()))}")
    return shown


def closing_line(differences: Difference, *, written: bool) -> str:
    if not written:
        return "Nothing written: this was --check."
    return "The table was replaced." if differences else "Nothing changed."
