"""What a value can be: its standing, and a publisher's flags."""

from data.records import words

FLAGS = {
    "b": words("break in the series", "interruzione della serie"),
    "c": words("confidential", "riservato"),
    "d": words("definition differs", "definizione diversa"),
    "e": words("estimated", "stimato"),
    "f": words("forecast", "previsione"),
    "i": words("imputed", "imputato"),
    "m": words("missing", "mancante"),
    "n": words("not significant", "non significativo"),
    "p": words("provisional", "provvisorio"),
    "r": words("revised", "rivisto"),
    "s": words("Eurostat estimate", "stima di Eurostat"),
    "u": words("low reliability", "bassa affidabilità"),
    "z": words("not applicable", "non applicabile"),
}

# Every standing is in exactly one of SOLID, OUTLINED (both are drawn) and WITHOUT_VALUE (words only).
STANDINGS = {
    "published": words("published by its source", "pubblicato dalla fonte"),
    "printed": words("as printed in the input paper", "come stampato nel documento di base"),
    "bounded": words("only a range is known", "è noto solo un intervallo"),
    "recomputed": words("recomputed here", "ricalcolato qui"),
    "inferred": words("inferred here, from words that imply it", "dedotto qui, da parole che lo implicano"),
    "not-in-our-copy": words(
        "published, but not in the copy at hand", "pubblicato, ma non nella copia a disposizione"
    ),
    "not-published": words("not published", "non pubblicato"),
}
SOLID = ("published", "printed", "bounded")
OUTLINED = ("recomputed", "inferred")
WITHOUT_VALUE = ("not-in-our-copy", "not-published")
