"""What a value can be: its standing, and a publisher's flags."""

FLAGS = tuple("bcdefimnprsuz")
"""Eurostat's letters; what each means stands in `components/i18n/words/standings.toml`."""

# Every standing is in exactly one of SOLID, OUTLINED (both are drawn) and WITHOUT_VALUE (words only).
SOLID = ("published", "printed", "bounded")
OUTLINED = ("recomputed", "inferred")
WITHOUT_VALUE = ("not-in-our-copy", "not-published")
STANDINGS = (*SOLID, *OUTLINED, *WITHOUT_VALUE)
