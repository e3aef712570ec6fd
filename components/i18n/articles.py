"""How each language puts articles and prepositions before names and numbers: an object of `Articles` per language.

A language without one needs none: its words write their articles themselves, and agree with `|`."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Grammar:
    """What a name needs in a sentence: its article, its gender and number (one of `AGREEMENT`, or "s" and "p" where a
    language has no genders), and the preposition of place ("in", "nel", "a") where that depends on the name."""

    article: str = ""
    agrees: str = "fs"
    place: str = ""


@dataclass(frozen=True)
class Articles:
    """What a language puts before names and numbers.

    forms     what a template may ask for, in small letters
    name      text, grammar and form to the text with its article or preposition
    number    the same of a number as digits; None where numbers have no article
    list      a list and its last item to the list with the word for "and" that goes before that item"""

    forms: frozenset[str] = frozenset()
    name: Callable[[str, Grammar, str], str] = lambda text, _, __: text
    number: Callable[[Decimal, str, str], str] | None = None
    list: Callable[[str, str], str] = lambda text, _: text


def english_name(text: str, grammar: Grammar, _: str) -> str:
    """With its article: "the Netherlands", "Lombardy"."""
    return f"{grammar.article} {text}".strip()


ITALIAN_ARTICLES = ("", "il", "lo", "la", "l'", "i", "gli", "le")
ITALIAN_FORMS = {
    "di": dict(zip(ITALIAN_ARTICLES, "di del dello della dell' dei degli delle".split(), strict=True)),
    "a": dict(zip(ITALIAN_ARTICLES, "a al allo alla all' ai agli alle".split(), strict=True)),
    "da": dict(zip(ITALIAN_ARTICLES, "da dal dallo dalla dall' dai dagli dalle".split(), strict=True)),
    "in": dict(zip(ITALIAN_ARTICLES, "in nel nello nella nell' nei negli nelle".split(), strict=True)),
    "su": dict(zip(ITALIAN_ARTICLES, "su sul sullo sulla sull' sui sugli sulle".split(), strict=True)),
    "il": {article: article for article in ITALIAN_ARTICLES},
}
"""How each preposition and article are one word; "il" is the article alone."""
ITALIAN_PLURALS = {"i": "il", "dei": "di", "ai": "a", "dai": "da", "nei": "in", "sui": "su"}
"""Forms before a number of more than one: the form of the singular whose tables they use."""


def italian_name(text: str, grammar: Grammar, form: str) -> str:
    """As in "la Lombardia", "dei Paesi Baschi", "ad Amburgo", "nella Rioja" (whose article is a part of the name)."""
    if grammar.article and text.lower().startswith(f"{grammar.article} "):
        text = text[len(grammar.article) + 1 :]
    if form == "in" and grammar.place:
        return put_before(grammar.place, text)
    return join_article(grammar.article, text, form)


def italian_number(number: Decimal, text: str, form: str) -> str:
    """As in "dell'1 %", "lo 0", "gli 8"."""
    return join_article(article_of_number(number, plural=form in ITALIAN_PLURALS), text, form)


def join_article(article: str, text: str, form: str) -> str:
    """A preposition (or none, for "il") and the article as one word before a text."""
    return put_before(ITALIAN_FORMS[ITALIAN_PLURALS.get(form, form)][article], text)


def put_before(word: str, text: str) -> str:
    """A short word before a text: "a" becomes "ad" before another a, nothing stands after an apostrophe."""
    if word == "a" and text[:1] in "AÅÀÁaà":
        word = "ad"
    return text if not word else word + text if word.endswith("'") else f"{word} {text}"


def article_of_number(number: Decimal, *, plural: bool = False) -> str:
    """The Italian article of a number by how it is spoken: l'8, l'11, l'1, lo 0, il 5; gli 8, gli 11, i 5.

    A minus or plus is spoken first. "Mille" has no article of its own sound: il 1.000, but l'1.000.000 (un milione).
    """
    digits = int(abs(number))
    groups = (len(str(digits)) - 1) // 3
    leading = digits // 1000**groups
    if number < 0:
        return "i" if plural else "il"
    if plural and abs(number) != 1:
        return "gli" if str(digits)[0] == "8" or leading == 11 else "i"
    if digits == 0:
        return "lo"
    vowel = str(digits)[0] == "8" or leading == 11 or (leading == 1 and groups != 1)
    return "l'" if vowel else "il"


def italian_and(row: str, last: str) -> str:
    """A list whose last item begins with an e: "a ed e"."""
    if last[:1].lower() in ("e", "è", "é"):
        return row.removesuffix(last).rstrip() + f"d {last}"
    return row


OF_LANGUAGE = {
    "en": Articles(frozenset({"the"}), english_name),
    "it": Articles(frozenset({*ITALIAN_FORMS, *ITALIAN_PLURALS}), italian_name, italian_number, italian_and),
}


WITHOUT = Articles(
    frozenset().union(*(articles.forms for articles in OF_LANGUAGE.values())),
    number=lambda _, text, __: text,
)
"""Of a language without an object: a form that a translator copied from another language leaves a name as it is."""


def articles_of(language: str) -> Articles:
    """The articles of a language."""
    return OF_LANGUAGE.get(language, WITHOUT)
