"""What the pack calls printed can be found in the paper; what it infers says from what; what it leaves out it does not
call unpublished."""

import re
import tomllib
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pandas as pd
import pytest

from data import Data, Pack
from data.standings import WITHOUT_VALUE

PLACES = {
    place: set(numbers)
    for place, numbers in tomllib.loads(
        (Path(__file__).parent / "printed_numbers.toml").read_text(encoding="utf-8")
    ).items()
}
# Figures whose text we hold stand in PLACES; the others are pictures within a section.
WITHIN = {"Figure 1": "Section 1", "Figure 3": "Section 2", "Figure 5": "Section 2", "Figure 6": "Section 2"}
WITHIN |= {
    "Figure 14": "Section 2",
    "Figure 10": "Section 4",
    "Figure 11": "Section 4",
    "Figure 12": "Section 4",
}
WITHIN |= {"footnote 8": "Section 1", "Footnote 8": "Section 1", "Footnotes 12 and 21": "Section 1"}
NUMBERS = [
    *("value", "of", "members", "eu_contribution", "partners", "countries", "year", "printed_no"),
    *("printed_count", "printed_percent", "eu_percent"),
]


def pack(data: Data) -> Pack:
    return data.packs["ITC4"]


def numbers_at(place: str) -> set[float]:
    """The numbers printed at one or several places."""
    named = [name for name in PLACES | WITHIN if re.search(rf"\b{re.escape(name)}\b", place)]
    assert named, place
    return set().union(*(PLACES[WITHIN.get(name, name)] for name in named))


def printed_rows(data: Data) -> list[tuple[str, dict[str, object]]]:
    """The rows that are printed at a place of the paper, with the name of their table."""
    return [
        (name, row)
        for name, rows in pack(data).tables.items()
        if name != "errata" and "place" in rows
        for row in rows[(rows["standing"] == "printed") & (rows["place"] != "")].to_dict("records")
    ]


def test_every_number_that_is_printed_is_in_the_paper_where_its_row_says(data: Data) -> None:
    checked = 0
    for table, row in printed_rows(data):
        if "Ketels" in str(row["source"]):
            continue
        known = numbers_at(str(row["place"]))
        for column in NUMBERS:
            value = row.get(column)
            if isinstance(value, int | float) and value == value:
                assert float(value) in known, f"{table}: {column} {value} is not printed in {row['place']}"
                checked += 1
    assert checked > 200


def numerals(text: str, *, italian: bool) -> list[float]:
    """The numbers of a sentence, by its own marks for decimals and thousands."""
    found = re.findall(r"(?<![A-Za-z\d-])\d+(?:[.,]\d+)*(?![A-Za-z])", text)
    swapped = [entry.translate(str.maketrans(".,", ",.")) if italian else entry for entry in found]
    return sorted(float(item.replace(",", "")) for item in swapped)


def test_every_number_in_a_sentence_on_the_paper_is_in_the_paper(data: Data) -> None:
    for table, row in printed_rows(data):
        if table in ("projects", "quotes", "organisations"):
            continue  # their sentences speak of other pages too, and say so
        known = numbers_at(str(row["place"]))
        for number in numerals(str(row.get("text_en", "")), italian=False):
            assert number in known, f"{table}: {row['text_en']}"


def test_a_sentence_has_the_same_numbers_in_both_languages(data: Data) -> None:
    for name, rows in pack(data).tables.items():
        for column in [name[:-3] for name in rows.columns if name.endswith("_en")]:
            for row in rows.to_dict("records"):
                english, italian = str(row[f"{column}_en"]), str(row[f"{column}_it"])
                assert numerals(english, italian=False) == numerals(italian, italian=True), (
                    f"{name}: {english}"
                )


def test_every_inferred_row_says_from_what_it_is_inferred(data: Data) -> None:
    for name, rows in pack(data).tables.items():
        column = "why" if "why_en" in rows else "inference"
        for language in ("en", "it"):
            if f"{column}_{language}" in rows:
                said = rows[f"{column}_{language}"] != ""
                inferred = rows["standing"] == "inferred"
                assert (said == inferred).all() or column == "why", name
                assert said[inferred].all(), name
            else:
                assert not (rows["standing"] == "inferred").any(), name


def test_what_the_paper_shows_in_a_picture_is_not_called_unpublished(data: Data) -> None:
    """The paper's figures are public: a row about one that our text leaves out is not in our copy."""
    for name, rows in pack(data).tables.items():
        assert not (rows["standing"] == "not-published").any(), name
        if "value" in rows:
            silent = rows["standing"].isin(WITHOUT_VALUE)
            assert (rows.loc[silent, "value"].isna()).all(), name


ABSENT = re.compile(
    r"\blost\b|nobody (?:publish|print|say)|(?:not|never|nowhere) published|perdut[aeio]\b"
    r"|nessuno (?:lo |la |li )?pubblica|non (?:è |sono )?pubblicat[aeio]",
    re.IGNORECASE,
)


def test_no_cell_or_note_of_a_pack_claims_that_something_is_lost_or_unpublished(data: Data) -> None:
    for name, rows in pack(data).tables.items():
        texts = [str(cell) for column in rows for cell in rows[column]]
        notes = pack(data).records[name].notes
        texts += [notes["en"], notes["it"]] if notes else []
        assert [text for text in texts if ABSENT.search(text)] == [], name


def test_no_document_about_the_data_claims_that_something_is_lost() -> None:
    root = Path(__file__).parents[2]
    for file in (root / "data").rglob("*.md"):
        for line in file.read_text(encoding="utf-8").splitlines():
            assert "not-published" in line or not ABSENT.search(line), f"{file.name}: {line}"


def survey(data: Data, topic: str, question: str) -> pd.DataFrame:
    rows = pack(data).tables["survey"]
    return rows[(rows["topic"] == topic) & (rows["question"] == question)].set_index("item")


def ends(possible: Sequence[tuple[int, ...]], items: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """The least and the most that each item reaches in any possible answer."""
    columns = zip(*possible, strict=True)
    return {item: (min(values), max(values)) for item, values in zip(items, columns, strict=True)}


def test_the_bounds_are_the_least_and_the_most_that_the_words_allow(data: Data) -> None:
    """Every count of nine that the paper's sentences leave possible, tried one by one."""
    nine = range(10)
    majority = [count for count in nine if 2 * count > 9]
    almost_all = [7, 8]
    today = ("sustainability", "manufacturing", "mobility", "connectivity")
    followed = [
        (first, second, third, fourth)
        for first, second, third, fourth in product(almost_all, nine, nine, majority)
        if fourth <= second <= first and fourth <= third <= first
    ]
    involved = [(design, carried) for design, carried in product(nine, nine) if design > carried > 0]
    expected = {
        ("innovation_ecosystems", "contribution"): ends(followed, today),
        ("innovation_ecosystems", "future"): {
            "sustainability": (9, 9),
            **dict.fromkeys(("connectivity", "manufacturing"), (5, 8)),
        },
        ("areas", "contribution"): dict.fromkeys(
            ("innovation", "green", "value_chains", "internationalisation"), (5, 9)
        ),
        ("areas", "future"): dict.fromkeys(("innovation", "value_chains"), (5, 9)),
        ("involvement", "involvement"): ends(involved, ("design", "implementation")),
    }
    for (topic, question), bounds in expected.items():
        rows = survey(data, topic, question)
        found = {
            item: (row["least"], row["most"]) for item, row in rows.iterrows() if row["standing"] == "bounded"
        }
        assert found == bounds, (topic, question)


@pytest.mark.parametrize("topic", ["innovation_ecosystems", "areas"])
def test_what_the_survey_leaves_unnamed_is_inferred_alike_for_today_and_for_the_future(
    data: Data, topic: str
) -> None:
    for question in ("contribution", "future"):
        rows = survey(data, topic, question)
        unnamed = rows[rows["why_en"].str.startswith("Not among")]
        assert len(unnamed)
        assert (unnamed["standing"] == "inferred").all(), question
        assert (unnamed["least"] == 0).all(), question
        assert (unnamed["most"] == 4).all(), question
        assert unnamed["why_en"].str.contains("if the text names all").all()
    assert survey(data, topic, "contribution")["least"].notna().all()


def test_the_survey_bounds_are_in_order_and_within_those_who_answered(data: Data) -> None:
    rows = pack(data).tables["survey"]
    assert (rows["least"] <= rows["most"]).all()
    assert (rows["most"] <= rows["respondents"]).all()
