"""The nearest official indicators in S3: there for every region, true to their rows, and never mistaken for a survey."""

from pathlib import Path
from typing import Any

import pytest

from components import figures
from components.figures.frame import Look
from components.i18n.text import LANGUAGES, say
from components.layout import chart_results
from components.state.selection import Selection
from data import Data, load, themes
from tests import sample
from tests.synthetic_packs import Maker, copy_of_data

CHART = "s3.nearest"


def nearest_result(data: Data, region: str, language: str = "en", **more: Any) -> Any:
    return chart_results.chart_result(CHART, data, Selection(tab="s3", region=region, lang=language, **more))


@sample.EXTENT
def test_every_region_has_its_nearest_indicators_and_names_the_themes_without_any(
    data: Data, extent: str
) -> None:
    for turn, region in enumerate(sample.regions(data, extent)):
        language = LANGUAGES[turn % 2]
        result = nearest_result(data, region, language)
        assert not result.failed, region
        if not result.covered:
            assert result.rows.empty, region
            continue
        names = [str(theme.title[language]) for theme in themes.themes().values()]
        if region not in data.packs:
            for name in names:
                assert (name in result.summary) == (name not in set(result.rows["theme"])), (region, name)
            assert any("form" in note or "modulo" in note for note in result.notes)
        assert ("survey" if language == "en" else "indagine") in result.summary
        assert "Lombard" not in " ".join([result.summary, *result.notes]) or region.startswith("IT"), region
        dots = result.figure["data"][0]
        assert len(dots["x"]) == len(result.rows)
        for x, rank, of in zip(dots["x"], result.rows["rank"], result.rows["of"], strict=True):
            assert x == pytest.approx(100 * (of - rank) / (of - 1))


@pytest.mark.parametrize("lens", ["neighbours", "country", "own"])
def test_the_median_is_that_of_the_chosen_lens(data: Data, lens: str) -> None:
    usual, other = (
        nearest_result(data, "ES21"),
        nearest_result(data, "ES21", lens=lens, others=("DE30", "FR10")),
    )
    assert usual.rows["middle"].tolist() != other.rows["middle"].tolist()
    assert other.rows["middle_count"].max() <= {"own": 2}.get(lens, 100)
    name = other.figure["data"][1]["name"].replace("<br>", " ")
    assert say(f"choice.lens.{lens}", "en") in name


def test_a_pack_with_nothing_but_priorities_draws_them_with_their_indicators(tmp_path: Path) -> None:
    root = copy_of_data(tmp_path)
    Maker("EE00", "EE", ("s3_ecosystems",), rows=10).write(root)
    data = load(root)
    names = data.packs["EE00"].tables["s3_ecosystems"]["name_en"].tolist()
    result = nearest_result(data, "EE00")
    assert set(result.rows["theme"]) <= set(names)
    labels = " ".join(note["text"] for note in result.figure["layout"]["annotations"]).replace("<br>", " ")
    assert all(name.split()[0] in labels for name in names)
    listed = chart_results.chart_result("s3.ecosystems", data, Selection(tab="s3", region="EE00"))
    assert len(listed.rows) == len(names)


def test_a_group_without_rows_says_so_and_names_of_two_lines_take_more_room() -> None:
    row = {"label": "a", "text": "1", "words": "w", "middle_words": "", "hollow": False, "position": 10.0}
    groups = [
        ("First", [{**row, "middle": None}, {**row, "label": "a name that takes two lines", "middle": None}]),
        ("Second", []),
    ]
    figure = figures.grouped_positions(groups, Look(), names=("here", "there", "half"), nothing="none")
    texts, axis = figure["data"][2], figure["layout"]["yaxis"]
    heads = {note["text"]: note["y"] for note in figure["layout"]["annotations"] if "<b>" in note["text"]}
    first, second = heads["<b>First</b>"], heads["<b>Second</b>"]
    one_line, two_lines = axis["tickvals"]
    assert dict(zip(texts["y"], texts["text"], strict=True)) == {
        one_line: "1",
        two_lines: "1",
        second: "none",
    }
    assert one_line - first == 1 < two_lines - one_line < second - one_line
    assert second - two_lines > 1
    assert not any("<b>" in text for text in axis["ticktext"])
