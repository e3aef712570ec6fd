"""What is known of a small group, one square per member: sure ones solid, possible ones hatched, the rest
empty."""

from dash import html

SURE, IMPLIED, POSSIBLE, EMPTY = "sure", "implied", "possible", "empty"


def pictogram(least: int, most: int, of: int, words: str, *, inferred: bool = False) -> html.Span:
    """`of` squares in a row: `least` are sure (outlined where they are only inferred), up to `most` are
    possible. `words` say the same to a screen reader."""
    kinds = [IMPLIED if inferred else SURE] * least + [POSSIBLE] * (most - least) + [EMPTY] * (of - most)
    return html.Span(
        [html.Span(className=f"square {kind}") for kind in kinds],
        className="squares",
        role="img",
        **{"aria-label": words},
    )
