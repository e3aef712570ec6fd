"""The fields of a CORDIS programme's record that depend on the download, in every language of cordis_record.toml."""

import json
from collections.abc import Mapping
from pathlib import Path

from babel.numbers import format_decimal

from data.records import Words, languages_of_all, read_words

LICENCE = "CC BY 4.0 (CORDIS: Commission Decision 2011/833/EU)"
REASONS = ("broken", "repeated", "ended", "no_project", "abroad")
"""Why a row is not counted, in the order in which the record lists them."""
WORDS = read_words(Path(__file__).with_suffix(".toml"))


def reason_text(reason: str) -> str:
    """A reason in English, for the report of an import."""
    return WORDS[reason].en


def record_fields(
    *,
    rows: int,
    projects: int,
    left_out: Mapping[str, int],
    participations: int,
    located: int,
    words: Mapping[str, Words] = WORDS,
) -> dict[str, str]:
    """Licence, notes and `obtained` as they stand in the .toml, by field.

    `left_out` counts rows by reason; `located` are those of the `participations` that were placed in a region."""
    fields = {"licence": LICENCE}
    for language in languages_of_all(words.values()):
        reasons = [
            f"{whole_number(left_out[reason], language)} {words[reason][language]}"
            for reason in REASONS
            if left_out.get(reason)
        ]
        fields[f"notes.{language}"] = words["notes"][language]
        fields[f"obtained.{language}"] = words["obtained"][language].format(
            rows=whole_number(rows, language),
            projects=whole_number(projects, language),
            left_out=", ".join(reasons) or words["nothing"][language],
            participations=whole_number(participations, language),
            share=format_decimal(100 * located / participations, "0.0", locale=language),
        )
    return {name: json.dumps(text, ensure_ascii=False) for name, text in fields.items()}


def whole_number(count: int, language: str) -> str:
    """A whole number with the language's mark between thousands."""
    return str(format_decimal(count, locale=language))
