"""Names, numbers and lists in the form a sentence asks for, over every region and in both languages."""

import re
from copy import deepcopy
from decimal import Decimal

import pytest

from components.charts.naming import name_of, names
from components.i18n import cldr
from components.i18n.articles import Grammar, articles_of
from components.i18n.grammar import AGREEMENT, INSIDE, MissingGrammar, Name, Names, inflect
from components.i18n.numbers import DASH, number
from components.i18n.text import LANGUAGES, format_date, listing, pieces, words
from data import Data

VOWEL = "aeiouàèìòùåâîéöüÅÎ"
IMPURE = re.compile(r"(?i)(s[^aeiou\W]|z|gn|ps|x|j)")
JOINED = {
    "il": "del al dal nel sul",
    "lo": "dello allo dallo nello sullo",
    "la": "della alla dalla nella sulla",
    "l'": "dell' all' dall' nell' sull'",
    "i": "dei ai dai nei sui",
    "gli": "degli agli dagli negli sugli",
    "le": "delle alle dalle nelle sulle",
}


def test_every_region_has_the_article_its_first_letters_and_its_gender_ask_for(data: Data) -> None:
    for code, name in names(data, "it").items():
        article, agrees = name.grammar.article, name.grammar.agrees
        before_a_vowel = name[0].lower() in VOWEL.lower() or code in (
            "BE32",
            "FRE",
        )  # the h of French is mute
        assert agrees in AGREEMENT, code
        assert (article in {"l'", "gli"}) <= before_a_vowel, code
        assert before_a_vowel <= (article in ("", "l'", "gli", "le")), code
        assert (article == "lo") == (agrees == "ms" and bool(article) and bool(IMPURE.match(name))), code
        if article:
            expected = {"il": "ms", "lo": "ms", "la": "fs", "i": "mp", "gli": "mp", "le": "fp"}
            assert expected.get(article, agrees) == agrees, code
            assert article != "l'" or agrees[1] == "s", code


def test_the_preposition_of_place_is_in_a_or_joined_with_the_article(data: Data) -> None:
    for code, name in names(data, "it").items():
        article, place = name.grammar.article, name.grammar.place
        assert place in ({"a"} if not article else {"in", "alla", JOINED[article].split()[3]}), code


def test_every_form_of_every_name_joins_preposition_and_article(data: Data) -> None:
    for code, name in names(data, "it").items():
        article = name.grammar.article
        for at, form in enumerate(("di", "a", "da", "in", "su")):
            said = format(name, form)
            assert said.endswith(name.removeprefix("La ")), code
            if article and form != "in":
                assert said.startswith(JOINED[article].split()[at]), code
            assert not re.search(r"' | '|\b(di|a|da|in|su) (il|lo|la|i|gli|le|l')\b", said), said
        assert format(name, "") == name == format(name, "bare") or "(" in name


def test_english_countries_and_islands_have_their_article(data: Data) -> None:
    article = {code: f"{name_of(data, code, 'en'):the}" for code in data.regions.index}
    assert article["NL"] == "the Netherlands"
    assert article["ITC4"] == "Lombardy"
    assert f"{name_of(data, 'ES21', 'en'):The}" == "The Basque Country"
    for code, name in names(data, "en").items():
        islands = name.endswith("Islands") or name == "Azores"
        assert islands <= (name.grammar.article == "the" and name.grammar.agrees == "p"), code
        kinds = r"(Community|Region|Province|City|Capital Region|Kingdom) |.* (Region|Country|Community|Aegean|Plain)\b"
        assert bool(re.match(kinds, name)) <= (name.grammar.article == "the"), code


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "dello 0"),
        (0.89, "dello 0,89"),
        (1, "dell'1"),
        (1.5, "dell'1,5"),
        (5, "del 5"),
        (8, "dell'8"),
        (8.9, "dell'8,9"),
        (11, "dell'11"),
        (18, "del 18"),
        (80, "dell'80"),
        (87, "dell'87"),
        (110, "del 110"),
        (800, "dell'800"),
        (1000, "del 1.000"),
        (8400, "dell'8.400"),
        (11200, "dell'11.200"),
        (100000, "del 100.000"),
        (1000000, "dell'1.000.000"),
        (-8, "del −8"),
    ],
)
def test_a_number_is_elided_as_it_is_spoken(value: float, expected: str) -> None:
    assert inflect(number(value, "it", None), "di", "it") == expected
    if value == int(value):
        assert inflect(int(value), "di", "it").replace("-", "−").replace(".", "") == expected.replace(".", "")


def test_counts_take_the_plural_of_the_language() -> None:
    for language, singular in (("en", ("1", 1)), ("it", ("1", 1))):
        assert all(inflect(value, "one|more", language) == "one" for value in singular)
        more: tuple[object, ...] = (
            0,
            2,
            11,
            21,
            "1.0" if language == "en" else "1,0",
            "1.000",
            number(1.5, language),
        )
        assert all(inflect(value, "one|more", language) == "more" for value in more)
    assert [inflect(value, "i", "it") for value in (3, 8, 11, 27)] == ["i 3", "gli 8", "gli 11", "i 27"]


def test_names_in_a_row_take_the_form_one_by_one(data: Data) -> None:
    row = [name_of(data, code, "it") for code in ("ITC4", "ES21", "ITH5")]
    assert f"{listing(row, 'it'):di}" == "della Lombardia, dei Paesi Baschi e dell'Emilia-Romagna"
    assert listing(row, "it") == "Lombardia, Paesi Baschi ed Emilia-Romagna"
    assert f"{listing(row[:1], 'it'):ha|hanno}{listing(row, 'it'):ha|hanno}" == "hahanno"
    assert listing(["a", "b", "c"], "en") == "a, b and c"
    assert listing(["a, b", "c", "d"], "en") == "a, b; c and d"
    assert listing([], "en") == listing([], "it") == ""


def test_a_form_of_a_text_that_nothing_is_known_about_is_refused() -> None:
    for form in ("il", "ha|hanno"):
        with pytest.raises(MissingGrammar):
            inflect("Lombardia", form, "it")
    assert inflect(Name("XX99", "it"), "di", "it") == "di XX99"
    assert Name("Oblast", "it", Grammar("l'", "ms", "nell'")) == "Oblast"


def test_numbers_read_back_as_they_were() -> None:
    for language in LANGUAGES:
        for value in (0.0, -0.04, 7.25, -1234.5, 1234567.891, 9999.95):
            for places in (0, 1, 3):
                text = number(value, language, places)
                assert cldr.parse_number(text, language) == Decimal(f"{value:.{places}f}")
        assert number(None, language) == number(float("nan"), language) == DASH
        assert number(-0.04, language, 1, sign=True).strip("0.,") == ""
    assert (number(1234.5, "en"), number(1234.5, "it")) == ("1,234.5", "1.234,5")


def test_dates_are_written_as_dates() -> None:
    for language, day in (("en", "21 March 2024"), ("it", "21 marzo 2024")):
        assert [format_date(when, language) for when in ("2024-03-21", "2024-03", "2024")] == [
            day,
            day[3:],
            "2024",
        ]


def test_every_form_a_template_asks_for_is_one_of_its_language() -> None:
    for key, entry in words().items():
        for language, sentence in entry.items():
            for _, _, form in pieces(sentence):
                known = (
                    form == ""
                    or "|" in form
                    or form.removesuffix("bare").strip().lower() in {"", INSIDE, *articles_of(language).forms}
                )
                assert known, (key, form)
                assert form.count("|") in (0, 1, 3), (key, form)


@pytest.mark.parametrize(
    "text",
    [
        Name("Lombardia", "it", Grammar("la")),
        Names((Name("Assia", "it", Grammar("l'")), Name("Lombardia", "it", Grammar("la"))), "it"),
    ],
)
def test_a_name_can_be_copied(text: Name | Names) -> None:
    copied = deepcopy(text)
    assert (copied, f"{copied:di}") == (text, f"{text:di}")
    assert type(copied) is type(text)
