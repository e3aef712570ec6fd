"""How a word in a {blank} agrees with its sentence: articles, prepositions, elision, gender and number.

A template asks for a form after a colon: `{region:di}` is "della Lombardia" or "dei Paesi Baschi", `{region:Il}`
opens a sentence, `{region:ha|hanno}` agrees, `{share:di} %` is "dell'1 %" or "dello 0,89 %", and
`{count:region|regions}` follows the count. `bare`, alone or after another form, leaves out a note in brackets:
`{country:di bare}`. Names come from `components.charts.naming.name_of`, lists from `components.i18n.text.listing`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from numbers import Integral
from typing import Any, Self

from components.i18n.cldr import enumeration, parse_number, plural

ARTICLES = ("", "il", "lo", "la", "l'", "i", "gli", "le")
JOINED = {
    "di": dict(zip(ARTICLES, "di del dello della dell' dei degli delle".split(), strict=True)),
    "a": dict(zip(ARTICLES, "a al allo alla all' ai agli alle".split(), strict=True)),
    "da": dict(zip(ARTICLES, "da dal dallo dalla dall' dai dagli dalle".split(), strict=True)),
    "in": dict(zip(ARTICLES, "in nel nello nella nell' nei negli nelle".split(), strict=True)),
    "su": dict(zip(ARTICLES, "su sul sullo sulla sull' sui sugli sulle".split(), strict=True)),
    "il": {article: article for article in ARTICLES},
}
SEVERAL = {"i": "il", "dei": "di", "ai": "a", "dai": "da", "nei": "in", "sui": "su"}
FORMS = {"it": {*JOINED, *SEVERAL}, "en": {"the"}}
AGREEMENT = ("ms", "fs", "mp", "fp")
NUMBER = re.compile(r"[+−-]?\d(?:[\d.,]*\d)?")
NONE = "–"
NOTE = re.compile(r" \([^()]*\)$")


class MissingGrammar(ValueError):
    """A template asks for a form of a text that nothing is known about."""


@dataclass(frozen=True)
class Grammar:
    """What a name needs in a sentence: its article, its gender and number (one of `AGREEMENT`; in English only
    the number counts), and in Italian the preposition of place ("in", "nel", "a")."""

    article: str = ""
    agrees: str = "fs"
    place: str = ""


class Name(str):
    """A name that knows its grammar; everywhere else it is the plain text."""

    __slots__ = ("grammar", "language")
    grammar: Grammar
    language: str

    def __new__(cls, text: str, language: str, grammar: Grammar = Grammar()) -> Self:
        name = super().__new__(cls, text)
        name.language, name.grammar = language, grammar
        return name

    def __getnewargs__(self) -> tuple[Any, ...]:
        """What a copy is made of: plotly's own figures copy all that they are given."""
        return str(self), self.language, self.grammar

    def __format__(self, form: str) -> str:
        return inflect(self, form, self.language)


class Names(str):
    """Names in a row, "a, b and c"; a form is taken by each of them: "della Lombardia e del Veneto"."""

    __slots__ = ("items", "language")
    items: tuple[str, ...]
    language: str

    def __new__(cls, items: Sequence[str], language: str) -> Self:
        names = super().__new__(cls, enumeration(items, language))
        names.items, names.language = tuple(items), language
        return names

    def __getnewargs__(self) -> tuple[Any, ...]:
        return self.items, self.language

    def __format__(self, form: str) -> str:
        return inflect(self, form, self.language)


def inflect(value: object, form: str, language: str) -> str:
    """A blank's value in the form that the template asks for; without one, as it is."""
    if not form:
        return str(value)
    if "|" in form:
        return agreeing(value, form.split("|"), language)
    asked, _, rest = form.partition(" ")
    if rest == "bare" or asked == "bare":
        return inflect(without_brackets(value), "" if asked == "bare" else asked, language)
    if form.lower() not in FORMS[language]:
        return format(str(value) if isinstance(value, (Name, Names)) else value, form)
    text = with_article(value, form.lower(), language)
    return text[:1].upper() + text[1:] if form[0].isupper() else text


def without_brackets(value: object) -> object:
    """A name, or each in a row, without its note in brackets: "Luxembourg (country)" becomes "Luxembourg"."""
    if isinstance(value, Names):
        return Names([bare_name(item) for item in value.items], value.language)
    return bare_name(value) if isinstance(value, str) else value


def bare_name(text: str) -> str:
    """One name without its note."""
    return Name(NOTE.sub("", text), text.language, text.grammar) if isinstance(text, Name) else text


def with_article(value: object, form: str, language: str) -> str:
    """Article or preposition and value: of each item where there are several."""
    if isinstance(value, Names):
        return enumeration([with_article(item, form, language) for item in value.items], language)
    if isinstance(value, Name):
        return english(value) if language == "en" else italian(value, form)
    if language == "it" and (text := digits(value)):
        return join_article(
            number_article(parse_number(text, language), several=form in SEVERAL), str(value), form
        )
    raise MissingGrammar(
        f"No article is known for {value!r} ({form}): pass a name from name_of, or a number."
    )


def english(name: Name) -> str:
    """With its article: "the Netherlands", "Lombardy"."""
    return f"{name.grammar.article} {name!s}".strip()


def italian(name: Name, form: str) -> str:
    """As in "la Lombardia", "dei Paesi Baschi", "ad Amburgo", "nella Rioja" (whose article is a part of the name)."""
    article, text = name.grammar.article, str(name)
    if article and text.lower().startswith(f"{article} "):
        text = text[len(article) + 1 :]
    if form == "in" and name.grammar.place:
        return put_before(name.grammar.place, text)
    return join_article(article, text, form)


def join_article(article: str, text: str, form: str) -> str:
    """A preposition (or none, for "il") and the article as one word before a text."""
    return put_before(JOINED[SEVERAL.get(form, form)][article], text)


def put_before(word: str, text: str) -> str:
    """A short word before a text: "a" becomes "ad" before another a, nothing stands after an apostrophe."""
    if word == "a" and text[:1] in "AÅÀÁaà":
        word = "ad"
    return text if not word else word + text if word.endswith("'") else f"{word} {text}"


def number_article(number: Decimal, *, several: bool = False) -> str:
    """The Italian article of a number by how it is spoken: l'8, l'11, l'1, lo 0, il 5; gli 8, gli 11, i 5.

    A minus or plus is spoken first. "Mille" has no article of its own sound: il 1.000, but l'1.000.000 (un milione).
    """
    whole = int(abs(number))
    groups = (len(str(whole)) - 1) // 3
    leading = whole // 1000**groups
    if number < 0:
        return "i" if several else "il"
    if several and abs(number) != 1:
        return "gli" if str(whole)[0] == "8" or leading == 11 else "i"
    if whole == 0:
        return "lo"
    vowel = str(whole)[0] == "8" or leading == 11 or (leading == 1 and groups != 1)
    return "l'" if vowel else "il"


def agreeing(value: object, choices: list[str], language: str) -> str:
    """One of singular|plural, or of masculine singular|feminine singular|masculine plural|feminine plural."""
    agrees = agreement(value, language)
    return choices[AGREEMENT.index(agrees)] if len(choices) == len(AGREEMENT) else choices[agrees[-1] == "p"]


def agreement(value: object, language: str) -> str:
    """Gender and number of a name, of names in a row, or of what is counted."""
    if isinstance(value, Name):
        return value.grammar.agrees
    if isinstance(value, Names):
        each = [agreement(item, language) for item in value.items if isinstance(item, Name)]
        gender = "f" if each and all(item[0] == "f" for item in each) else "m"
        return gender + (each[0][-1] if len(value.items) == 1 and each else "sp"[len(value.items) > 1])
    if text := digits(value):
        return "mp" if plural(parse_number(text, language), language) else "ms"
    if value == NONE:
        return "mp"
    raise MissingGrammar(f"Nothing is known that would agree with {value!r}.")


def digits(value: object) -> str:
    """The number that a value is or begins with ("12.5 %"), in the language's own digits; "" where there is none."""
    if isinstance(value, str):
        found = NUMBER.match(value)
        return found.group() if found else ""
    return str(value) if isinstance(value, Integral) else ""
