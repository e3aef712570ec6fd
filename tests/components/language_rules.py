"""What reads wrong in each language: a language that has no rules of its own yet has those of every language."""

import re
from dataclasses import dataclass

from components.i18n.cldr import marks


@dataclass(frozen=True)
class LanguageRules:
    """Patterns of what reads wrong in one language; NAMES stands for the names that the pattern is about.

    patterns    what is wrong in any text, by reason
    articled    a name with its article
    bare        a name that lacks its article, once those with their article are taken out
    wrong_verb  a name in the plural with a verb in the singular"""

    patterns: dict[str, str]
    articled: str
    bare: str
    wrong_verb: str


ENGLISH = LanguageRules(
    {
        "an article twice": r"(?i)\b(the|a|an|of|in|to|from|is|are) \1\b",
        "one and a plural": r"(?<![\d.,/–-])(?<!Box )(?<!Table )(?<!Section )(?<!Figure )(?<!place )(?<!rank )1 (?!is\b|was\b|has\b|does\b|of\b|plus\b|across\b|less\b|stays\b)(?!Azores\b)(?!repeats\b|carries\b|places\b|stands\b|differs\b)(\w+s|people|are|have)\b",
        "an Italian word": r"(?i)\b(il|della|dello|degli|delle|nel|nella|che|sono|regione|regioni|anno|anni|paese|quota|valore|con|tra|per|non|è)\b(?<!per)(?<!non)",
    },
    articled=r"\b[Tt]he (NAMES)",
    bare=r"\b(NAMES) (is|are|has|have|does|do|stands?|exceeds?|scores?|spent|differs?|leads?)\b"
    r"|\b(of|in|for|than|from|to|with|against) (NAMES)\b",
    wrong_verb=r"(^|[.;:] |\b((?<!of )(?<!for )(?<!than )[Tt]he) )(NAMES) (is|has|does|stands)\b",
)
ITALIAN = LanguageRules(
    {
        "preposition and article stand apart": r"(?i)\b(di|da|in|su) (il|lo|la|gli|le|l')\b(?! Rioja)|\ba (il|lo|gli|l')\b",
        "no elision before a vowel": r"\b(il|del|dello|della|al|allo|alla|dal|dallo|dalla|nel|nello|nella|sul|sullo|sulla|Il) (?=[aeiouàèéìòùAEIOUÅÎÉ])(?!(e|o|è|ha|a|al|in|un|European) )|\b([Ll]o|[Ll]a) (?=[AEIOUÅÎÉ])(?!European )",
        "elision before a consonant": r"\b(l|dell|all|dall|nell|sull|un)'(?=[b-df-gj-np-tv-z])",
        "a number without its elision": r"\b(il|del|al|dal|nel|sul|lo|dello|la|della|alla) (1|8|11|8\d|8\d\d)(,\d+)?(?![\d.°º,])(?= ?(%|[a-z]))",
        "a zero without lo": r"\b(il|del|al|dal|nel|sul|l'|dell'|all') ?0(,\d+)? %",
        "elision before a number that has none": r"'(?!1[ ,%.)]|11[ ,%.)]|1\.\d{3}\.|11\.|8)\d",
        "an article twice": r"(?i)\b(il|lo|la|gli|le|di|del|della|dei|delle|a|al|alla|in|nel|nella|da|dal|su) \1\b",
        "one and a plural": r"(?<![\d.,/–-])(?<!riquadro )(?<!Riquadro )(?<!abella )(?<!ezione )(?<!igura )(?<!osto )(?<!ione )1 (?!di\b|dei\b|chi\b)(\w+i|aree|pagine|voci|persone|province|imprese|copie|righe|quote|volte|sedi|tappe)\b",
        "two terms for one (per abitante)": r"(?i)\bpro capite\b",
        "a reader addressed in another way than with tu": r"\b([Ss]egnalate|riprovi|scelga|rivolgersi|La preghiamo)\b|(^|[.:] )(Scegliere|Scrivere|Provare|Premere|Leggere|Spostare|Trovare|Aprire|Chiudere|Caricare|Fare clic|Chiedere|Tornare|Nominare)\b",
        "an English word": r"(?i)\b(the|of|and|with|from|which|their|share|value|years?|country|countries|published|against|among|rank|than|is|are|not|by|region|regions|printed)\b",
    },
    articled=r"(\b((de|a|da|ne|su)?(l|llo|lla|lle|gli|i)|[Ii]l|[Ll]o|[Ll]a|[Ll]e|[Gg]li|I|in|In) |[Ll]')(NAMES)",
    bare=r"(?<![’'-])\b(NAMES) (è|sono|ha|hanno|supera|superano|fa|fanno|ottiene|ottengono|guida|guidano|si)\b"
    r"|\b(di|da|su|per|con|tra) (NAMES)\b",
    wrong_verb=r"(^|[.;:] |\b([Ii]|[Ll]e|[Gg]li) )(NAMES) (è|ha|fa|ottiene|supera|guida|si colloca)\b",
)
RULES = {"en": ENGLISH, "it": ITALIAN}


def patterns(language: str) -> dict[str, str]:
    """What is wrong in any text of a language, by reason: the rules of every language, and its own."""
    foreign = re.escape("." if marks(language)[0] == "," else ",")
    return {
        "a straight quotation mark": r'"',
        "a share without a space": r"\d%",
        "a decimal mark of another language": rf"(?<![\d{foreign}])\d+{foreign}\d{{1,2}}(?![\d{foreign}])",
        **(RULES[language].patterns if language in RULES else {}),
    }
