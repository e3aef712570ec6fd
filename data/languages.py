"""The languages of the dashboard, and what stands for a text that is not translated yet."""

from collections.abc import Iterable

import pandas as pd

LANGUAGES = ("en", "it")
FALLBACK = "en"


class Untranslated(str):
    """A text in `FALLBACK`, for a reader whose language has none; pages mark it with `lang`. `str` of it keeps that."""

    __slots__ = ()
    written_in = FALLBACK

    def __str__(self) -> "Untranslated":
        return self


def stems(columns: Iterable[str]) -> list[str]:
    """The columns that hold a text in each language, without the language: "name" for "name_en"."""
    ending = f"_{FALLBACK}"
    return [name.removesuffix(ending) for name in columns if name.endswith(ending)]


def with_fallbacks(rows: pd.DataFrame, texts_in: Iterable[str]) -> pd.DataFrame:
    """The rows with these texts (see `stems`) in every language: `Untranslated` where a column or a cell is blank."""
    filled = {}
    for stem in texts_in:
        texts = rows[f"{stem}_{FALLBACK}"]
        for name in (f"{stem}_{language}" for language in LANGUAGES):
            own = rows[name] if name in rows else texts.map(lambda _: "")
            if (own.eq("") & texts.ne("")).any() or name not in rows:
                filled[name] = pd.Series(
                    [
                        cell or (Untranslated(text) if text else "")
                        for cell, text in zip(own, texts, strict=True)
                    ],
                    rows.index,
                    dtype=object,
                )
    return rows.assign(**filled)
