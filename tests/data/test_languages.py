"""Texts in every language: what a record and a table need, and what stands for a text that is not translated."""

import pandas as pd
import pytest
from pydantic import ValidationError

from data import languages, records
from data.languages import LANGUAGES, Untranslated, stems, with_fallbacks
from data.packs import schema
from data.records import TRANSLATED, Words

COMPLETE = {language: f"a word in {language}" for language in TRANSLATED}


def test_a_record_needs_its_words_in_every_translated_language() -> None:
    assert set(TRANSLATED) <= set(LANGUAGES)
    for language in TRANSLATED:
        with pytest.raises(ValidationError) as caught:
            Words.model_validate({name: text for name, text in COMPLETE.items() if name != language})
        assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [
            ("missing", (language,))
        ]


def test_a_language_that_the_dashboard_does_not_have_is_a_field_too_many() -> None:
    with pytest.raises(ValidationError) as caught:
        Words.model_validate({**COMPLETE, "xx": "?"})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [
        ("extra_forbidden", ("xx",))
    ]


def test_english_stands_for_words_that_a_record_lacks_and_says_so() -> None:
    text = Words.model_validate(COMPLETE)["fr"]
    assert text == COMPLETE["en"]
    assert isinstance(text, Untranslated)
    assert isinstance(str(text), Untranslated)
    assert text.written_in == "en"
    assert all(type(Words.model_validate(COMPLETE)[language]) is str for language in TRANSLATED)


def test_only_languages_that_every_text_is_in_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LANGUAGES", (*TRANSLATED, "fr"))
    plain, french = Words.model_validate(COMPLETE), Words.model_validate({**COMPLETE, "fr": "un mot"})
    assert records.languages_of_all([french, french]) == [*TRANSLATED, "fr"]
    assert records.languages_of_all([french, plain]) == list(TRANSLATED)


def test_a_blank_cell_or_column_of_another_language_holds_the_english_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(languages, "LANGUAGES", ("en", "it", "fr", "de"))
    rows = pd.DataFrame(
        {
            "name_en": ["the sea", "", "the sun"],
            "name_it": ["mare", "", "sole"],
            "name_fr": ["", "", "soleil"],
        }
    )
    filled = with_fallbacks(rows, stems(rows.columns))
    assert filled["name_de"].tolist() == filled["name_en"].tolist() == rows["name_en"].tolist()
    assert filled["name_fr"].tolist() == ["the sea", "", "soleil"]
    assert [isinstance(text, Untranslated) for text in filled["name_fr"]] == [True, False, False]
    assert filled[["name_en", "name_it"]].equals(rows[["name_en", "name_it"]])


def test_every_text_of_a_pack_has_a_column_in_every_language() -> None:
    for name, table in schema.tables().items():
        texts = stems(table.columns)
        assert {f"{stem}_{language}" for stem in texts for language in LANGUAGES} <= set(table.columns), name
