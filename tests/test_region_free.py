"""Nothing outside the packs knows a region of theirs: neither code, words, styles nor scripts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Countries and regions of the packs, their towns and what only they say. "Italian" and "Italiano" are a language.
OWN = re.compile(
    r"\bHOME = \"[A-Z]|ITC4|ES21|ITI1|SE22|[Ll]ombard|Milan|Bergam|Lecco|Varese|Basque|Tuscan|Sk[åa]ne|Toscan"
    r"|\bItal(?:y|ia)\b|(?:regioni|province|organizzazioni) italian|cluster italian|Italian (?:region|cluster|organisation|province)|\b103[.,]2\b|GO4Cosmetics|DRIADE"
)
# What people type, for every country: groups of NUTS 1, towns, countries; and the codes of earlier editions of NUTS.
GAZETTEER = ("synonyms.toml", "towns.toml", "country_names.toml", "nuts.py")
EXAMPLES = re.compile(r'"""(?:.|\n)*?"""|#.*')


def files() -> Iterator[Path]:
    for folder in ("components", "callbacks", "serving"):
        yield from (ROOT / folder).rglob("*.py")
        yield from (file for file in (ROOT / folder).rglob("*.toml") if file.name not in GAZETTEER)
    yield from (file for file in (ROOT / "data").glob("*.py") if file.name not in GAZETTEER)
    yield from (ROOT / "data" / "packs").glob("*.py")
    yield from (ROOT / "data" / "packs" / "_schema").glob("*.toml")
    yield from (file for end in ("css", "js") for file in (ROOT / "assets").rglob(f"*.{end}"))
    yield ROOT / "app.py"


@pytest.mark.parametrize("file", sorted(files()), ids=lambda file: str(file.relative_to(ROOT)))
def test_no_file_outside_the_packs_knows_a_region_of_theirs(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    text = EXAMPLES.sub("", text) if file.suffix == ".py" else text
    found = OWN.search(text)
    assert not found, f"{file.relative_to(ROOT)}: {text[max(found.start() - 60, 0) : found.end() + 60]!r}"
