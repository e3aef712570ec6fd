"""The pages beside the views, as they are served."""

import csv
import io
import zipfile

import pytest
from flask.testing import FlaskClient

from data import Data


@pytest.mark.parametrize("lang", ["en", "it"])
@pytest.mark.parametrize("path", ["/indicators", "/indicators/gerd"])
def test_a_page_is_whole_without_scripts(client: FlaskClient, path: str, lang: str) -> None:
    answer = client.get(f"{path}?lang={lang}&region=DE30")
    assert answer.status_code == 200
    assert f'<html lang="{lang}"' in answer.text
    assert answer.text.count("<h1>") == 1
    assert 'data-ready="true"' in answer.text
    assert f"{path}?region=DE30" in answer.text or f"{path}?lang=it&amp;region=DE30" in answer.text


def test_an_unknown_indicator_is_a_404_in_words_that_runs_nothing(client: FlaskClient) -> None:
    answer = client.get("/indicators/<script>gerd")
    assert answer.status_code == 404
    assert "<script>gerd" not in answer.text
    answer = client.get("/indicators/gerdd?lang=it")
    assert answer.status_code == 404
    assert 'href="/indicators/gerd?lang=it"' in answer.text


@pytest.mark.parametrize("code", ["gerd", "ris_index", "rci_patents"])
def test_the_files_of_an_indicator_have_its_values(client: FlaskClient, data: Data, code: str) -> None:
    answer = client.get(f"/indicators/{code}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))
    assert len(rows) == len(data.values[code])
    assert {"code", "label", "year", "value", "flag", "standing", "publisher", "licence"} <= set(rows[0])
    assert zipfile.is_zipfile(io.BytesIO(client.get(f"/indicators/{code}.xlsx").data))
    assert data.indicators[code].source.dataset in client.get(f"/indicators/{code}.about.txt").text
    assert client.get("/indicators/nothing.csv").status_code == 404
