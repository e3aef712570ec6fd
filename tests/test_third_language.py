"""What CONTRIBUTING.md says to touch for a language is enough: a third one is added to a copy of the program."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from html import unescape
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from components.i18n.cldr import decimal
from components.i18n.text import words
from data import Data
from tests import sample
from tests.test_first_hour import ROOT, replaced

LANGUAGE = "fr"
"""Its numbers are written neither as in English nor as in Italian: 1 234,5 with a narrow space."""
FOLDERS = ("assets", "build", "callbacks", "components", "data", "serving")
VIEWS = ("/economy", "/compare", "/clusters", "/initiatives", "/s3")
PAGES = (
    *("/", "/find?q=lombardy", "/glossary", "/indicators", "/indicators/gdp", "/about", "/accessibility"),
    *(
        "/present",
        "/present/milan/1",
        "/present/milan/print",
        "/forms",
        "/room-check",
        "/factsheet?region=ITC4",
    ),
)
MISSING = "/indicators/none"
TEXTS = ("/data/economy.trend.csv", "/data/economy.trend.about.txt", "/indicators/gdp.csv")
PACKAGES = ("/data/economy.trend.xlsx", "/factsheet.pptx?region=ITC4")
TEXTS_OF_DATA = (
    "data/story_mistakes.toml",
    "data/importers/cordis_record.toml",
    "data/packs/new_record.toml",
)
ASK = """
import io, json, sys, zipfile
from app import server
client, answers = server.test_client(), {}
for address in json.loads(sys.argv[1]):
    answer = client.get(address + ("&" if "?" in address else "?") + "lang=" + sys.argv[2])
    content = answer.get_data()
    if content.startswith(b"PK"):
        package = zipfile.ZipFile(io.BytesIO(content))
        content = b"".join(package.read(name) for name in package.namelist() if name.endswith(".xml"))
    answers[address] = (answer.status_code, content.decode("utf-8"))
print(json.dumps(answers))
"""
WRITE = """
import json
from data import ROOT, validation
from data.importers.cordis_record import record_fields
from data.packs import new_record, skeleton
fields = record_fields(rows=1234, projects=5678, left_out={"broken": 9}, participations=1000, located=875)
print(json.dumps([skeleton.head("IE04", validation.regions(ROOT)), new_record.new_record("sections"), fields]))
"""
BLANK_OR_TEXT = re.compile(r"\{[^{}]*\}|[^{}]+")
LETTERS = str.maketrans("aeiouAEIOU", "áëïôüÁËÏÔÜ")
IN_OTHER_LANGUAGE = re.compile(r'<(\w+)[^>]*\blang="(en|it|mul)"[^>]*>.*?</\1>', re.DOTALL)
WITHOUT_TEXT = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
FEWEST_WORDS = 6
Answers = dict[str, tuple[int, str]]


def translated(text: str) -> str:
    """A sentence in the third language: other letters outside of blanks."""
    return "".join(
        translated_blank(item) if item.startswith("{") else item.translate(LETTERS)
        for item in BLANK_OR_TEXT.findall(text)
    )


def translated_blank(text: str) -> str:
    """A blank with its choices in other letters; a form of English stays, as a translator may leave it."""
    name, _, form = text[1:-1].partition(":")
    return f"{{{name}:{form.translate(LETTERS)}}}" if "|" in form else text


def add_language(root: Path) -> None:
    replaced(root / "data/languages.py", '("en", "it")', f'("en", "it", "{LANGUAGE}")')
    for file in (*(root / "components/i18n/words").glob("*.toml"), *(root / name for name in TEXTS_OF_DATA)):
        lines = []
        for key, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
            texts = entry | {LANGUAGE: translated(entry["en"])}
            lines += [f'["{key}"]', *(f"{name} = {json.dumps(text)}" for name, text in texts.items())]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the language."""
    root = tmp_path_factory.mktemp("program")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", root)
    add_language(root)
    return root


def answers_of(program: Path, addresses: tuple[str, ...]) -> Answers:
    """Status and text of each address in the third language."""
    answers = output(program, ASK, json.dumps(addresses), LANGUAGE)
    return {address: (status, text) for address, (status, text) in answers.items()}


def output(program: Path, script: str, *arguments: str) -> Any:
    """What a script prints in the copy, as JSON."""
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, cwd=program, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


@pytest.fixture(scope="module", params=["default", *sample.nightly_values("whole")])
def answers(program: Path, request: pytest.FixtureRequest) -> Answers:
    """The answers to the default part of every view, all other kinds of pages, files; at night to whole views."""
    views = VIEWS if request.param == "default" else tuple(f"{view}?part=all&region=DE30" for view in VIEWS)
    return answers_of(program, (*views, *PAGES, MISSING, *TEXTS, *PACKAGES))


def pages(answers: Answers) -> dict[str, str]:
    return {address: text for address, (_, text) in answers.items() if "<html" in text}


def plain(page: str) -> str:
    """What a page says in its own language, without tags and without what is marked as another language."""
    text = IN_OTHER_LANGUAGE.sub(" ", WITHOUT_TEXT.sub(" ", page))
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", text)))


@cache
def sentences() -> dict[str, str]:
    """The longest piece without blanks of each English and Italian sentence with its key; names are shorter."""
    every = [(key, entry[language]) for key, entry in words().items() for language in ("en", "it")]
    pieces = {max((item[0] for item in Formatter().parse(text)), key=len): key for key, text in every}
    return {text: key for text, key in pieces.items() if len(text.split()) >= FEWEST_WORDS}


def test_every_address_answers_in_the_language(answers: Answers) -> None:
    assert {address for address, (status, _) in answers.items() if status != 200} == {MISSING}
    shown = pages(answers)
    assert len(shown) == len(answers) - len(TEXTS) - len(PACKAGES)
    for address, page in shown.items():
        assert re.findall(r'<html[^>]* lang="(\w+)"', page) == [LANGUAGE], address
        assert 'data-failed="true"' not in page, address
    assert 'lang="fr-FR"' in answers[PACKAGES[1]][1]


def test_no_sentence_of_another_language_is_left(answers: Answers) -> None:
    assert len(sentences()) > 500
    left = {
        f"{address}: [{key}] {text}"
        for address, page in pages(answers).items()
        for said in [plain(page)]
        for text, key in sentences().items()
        if text in said
    }
    assert not left


def test_numbers_and_dates_are_those_of_its_locale(answers: Answers, data: Data) -> None:
    gdp, page = data.indicators["gdp"], plain(answers["/indicators/gdp"][1])
    rows = data.values["gdp"]
    values = rows.loc[(rows["region"] == "ITC4") & (rows["year"] == rows["year"].max()), "value"]
    (shown,) = (decimal(float(value), LANGUAGE, gdp.decimals) for value in values)
    assert "\u202f" in shown
    assert re.sub(r"\s", " ", shown) in page
    assert re.search(
        r"\d{1,2} (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre) 20\d\d", page
    )
    header, first, *_ = answers[TEXTS[0]][1].splitlines()
    assert ";" in header
    assert re.search(r";\d+,\d+;|;\d+;", first)


def test_every_page_leads_to_the_other_two_languages(answers: Answers) -> None:
    for address, page in pages(answers).items():
        links = dict(re.findall(r'<a[^>]*\bhreflang="(\w+)"[^>]*>(\w+)</a>', page, re.IGNORECASE))
        if links or address in (*VIEWS, *PAGES[2:7], "/present"):
            assert links == {"en": "English", "it": "Italiano"}, address


def test_a_text_that_only_english_has_is_marked_as_english(answers: Answers, data: Data) -> None:
    title = str(data.indicators["gdp"].title["en"])
    assert f'lang="en">{title}</h1>' in answers["/indicators/gdp"][1]


def test_what_the_program_writes_into_records_is_in_the_language(program: Path) -> None:
    head, record, fields = output(program, WRITE)
    pack = tomllib.loads(head)
    for title in (pack["title"], pack["sources"]["paper"]["title"], tomllib.loads(record)["title"]):
        assert list(title) == ["en", "it", LANGUAGE]
    assert pack["sources"]["paper"]["title"][LANGUAGE] == translated("Its title")
    assert translated("lines of participants") in fields[f"obtained.{LANGUAGE}"]
    assert translated("lines that are broken") in fields[f"obtained.{LANGUAGE}"]
    assert re.search(r"1\s234 .* 87,5 %", fields[f"obtained.{LANGUAGE}"])
    assert "1.234 " in fields["obtained.it"]
