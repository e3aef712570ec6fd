"""How a word in a {blank} agrees with its sentence: articles, prepositions, elision, gender and number.

A template asks for a form after a colon: `{region:di}` is "della Lombardia" or "dei Paesi Baschi", `{region:Il}`
opens a sentence, `{region:ha|hanno}` agrees, `{share:di} %` is "dell'1 %" or "dello 0,89 %", and
`{count:region|regions}` follows the count. `bare`, alone or after another form, leaves out a note in brackets:
`{country:di bare}`. `{sector:inside}` is a label as a sentence has it, without its capital: "firms". Names come from
`components.charts.naming.name_of`, lists from `components.i18n.text.listing`; the forms of each language are those of
`components.i18n.articles`.
"""

import re
from collections.abc import Sequence
from numbers import Integral
from typing import Any, Self

from components.i18n.articles import Grammar, articles_of
from components.i18n.cldr import enumeration, parse_number, plural_categories, plural_category
from data.languages import Untranslated

NO_GRAMMAR = Grammar()
INSIDE = "inside"
AGREEMENT = ("ms", "fs", "mp", "fp")
NUMBER = re.compile("[+−-]?\\d(?:[\\d.,\u00a0\u202f’]*\\d)?")
NONE = "–"
NOTE = re.compile(r" \([^()]*\)$")


class MissingGrammar(ValueError):
    """A template asks for a form of a text that nothing is known about."""


class Name(str):
    """A name that knows its grammar, and in which language it is where that is not `language` (see
    `data.languages.Untranslated`); everywhere else it is the plain text."""

    __slots__ = ("grammar", "language", "written_in")
    grammar: Grammar
    language: str
    written_in: str

    def __new__(cls, text: str, language: str, grammar: Grammar = NO_GRAMMAR) -> Self:
        name = super().__new__(cls, text)
        name.language, name.grammar, name.written_in = language, grammar, getattr(text, "written_in", "")
        return name

    def __getnewargs__(self) -> tuple[Any, ...]:
        """What a copy is made of: plotly's own figures copy all that they are given."""
        return str(self), self.language, self.grammar

    def __str__(self) -> str:
        text = super().__str__()
        return Untranslated(text) if self.written_in else text

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
    if form == INSIDE:
        return inside_sentence(value, language)
    if "|" in form:
        return agreeing(value, form.split("|"), language)
    article_form, _, rest = form.partition(" ")
    if rest == "bare" or article_form == "bare":
        return inflect(without_brackets(value), "" if article_form == "bare" else article_form, language)
    if form.lower() not in articles_of(language).forms:
        return format(str(value) if isinstance(value, (Name, Names)) else value, form)
    text = with_article(value, form.lower(), language)
    return text[:1].upper() + text[1:] if form[0].isupper() else text


def inside_sentence(value: object, language: str) -> str:
    """A label, or each in a row, without the capital that it begins with by itself; an abbreviation stays: "ICT"."""
    if isinstance(value, Names):
        return enumeration([inside_sentence(item, language) for item in value.items], language)
    text = str(value)
    is_word = text[:1].isupper() and text.split(maxsplit=1)[0][1:].islower()
    return text[:1].lower() + text[1:] if is_word else text


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
    articles = articles_of(language)
    if isinstance(value, Names):
        return enumeration([with_article(item, form, language) for item in value.items], language)
    if isinstance(value, Name):
        return articles.name(str(value), value.grammar, form)
    if articles.number and (text := digits(value)):
        return articles.number(parse_number(text, language), str(value), form)
    raise MissingGrammar(
        f"No article is known for {value!r} ({form}): pass a name from name_of, or a number."
    )


def agreeing(value: object, choices: list[str], language: str) -> str:
    """One of singular|plural, or of masculine singular|feminine singular|masculine plural|feminine plural; after a
    number also one for each plural of a language that has more than two, in the order of the CLDR: one|few|many|other.
    """
    categories = plural_categories(language)
    if len(choices) == len(categories) > 2 and (text := digits(value)):
        return choices[categories.index(plural_category(parse_number(text, language), language))]
    agrees = agreement(value, language)
    if len(choices) == len(AGREEMENT):
        return choices[AGREEMENT.index(agrees if len(agrees) > 1 else f"m{agrees}")]
    return choices[agrees[-1] == "p"]


def agreement(value: object, language: str) -> str:
    """Gender and number of a name, of names in a row, or of what is counted."""
    if isinstance(value, Name):
        return value.grammar.agrees
    if isinstance(value, Names):
        each = [agreement(item, language) for item in value.items if isinstance(item, Name)]
        gender = "f" if each and all(item[0] == "f" for item in each) else "m"
        return gender + (each[0][-1] if len(value.items) == 1 and each else "sp"[len(value.items) > 1])
    if text := digits(value):
        return "ms" if plural_category(parse_number(text, language), language) == "one" else "mp"
    if value == NONE:
        return "mp"
    raise MissingGrammar(f"Nothing is known that would agree with {value!r}.")


def digits(value: object) -> str:
    """The number that a value is or begins with ("12.5 %"), in the language's own digits; "" where there is none."""
    if isinstance(value, str):
        found = NUMBER.match(value)
        return found.group() if found else ""
    return str(value) if isinstance(value, Integral) else ""
