"""Every word in every language, with the same blanks."""

import re
from pathlib import Path
from string import Formatter

from components.i18n.text import LANGUAGES, WORDS, has_words, words

CODE = Path(__file__).parents[2] / "components"
SAME = {"brand", "take.csv", "take.xlsx"}


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_key_has_every_language_with_the_same_blanks() -> None:
    assert words()
    for key, entry in words().items():
        assert set(entry) == set(LANGUAGES), key
        assert len({frozenset(blanks(sentence)) for sentence in entry.values()}) == 1, key
        assert all(sentence.strip() == sentence and sentence for sentence in entry.values()), key


def test_every_key_that_code_names_has_words() -> None:
    named = set()
    for path in CODE.rglob("*.py"):
        named |= set(re.findall(r'say\(\s*"([^"{}]+)"', path.read_text(encoding="utf-8")))
    assert named
    assert [key for key in sorted(named) if not has_words(key)] == []


def test_no_sentence_shouts_or_praises() -> None:
    for key, entry in words().items():
        for sentence in entry.values():
            assert "!" not in sentence, key


def test_the_word_files_are_read() -> None:
    assert len(list(WORDS.glob("*.toml"))) > 2


CLAIMS_ABSENCE = re.compile(
    r"\b(?:is|are) lost\b|\bperdut[aoei]\b|nobody publishes|nessuno (?:lo )?pubblica"
    r"|(?:not|never|no \w+ (?:is|are)|nothing (?:of this kind )?is) published"
    r"|non (?:è |sono )?pubblicat[aeio]|nessun\w* (?:\w+ )*(?:è )?pubblicat[aeio]|nulla (?:\w+ )*(?:è )?pubblicat[aeio]"
    r"|pubblicato nulla",
    re.IGNORECASE,
)
MAY_CLAIM_ABSENCE = {
    "standing.short.not-published": "the name of that standing",
    "standing.not-published": "what that standing means",
    "foot.data": "says what happens with what is not published, not that anything is",
}


def test_no_sentence_says_that_a_picture_is_lost_or_that_a_value_is_not_published() -> None:
    """The pictures of the paper are public, and only files at hand can be searched."""
    claiming = {key for key, entry in words().items() if any(map(CLAIMS_ABSENCE.search, entry.values()))}
    assert claiming == set(MAY_CLAIM_ABSENCE)
