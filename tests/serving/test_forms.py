"""The forms as they are served: the page in both languages, every template and the meaning of its columns as a file, and
the way to them from where something is missing."""

import csv
import io

import pytest
from flask.testing import FlaskClient

from data.packs.forms import SEPARATORS, forms

LANGUAGES = ("en", "it")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_names_every_form_column_and_file_and_the_region_at_hand(
    client: FlaskClient, lang: str
) -> None:
    text = client.get(f"/forms?lang={lang}&region=EE00").text
    assert text.count("<h1>") == 1
    assert "python -m data.packs check EE00" in text
    for name, form in forms().items():
        assert f'id="{name}"' in text
        assert all(f"<code>{column}</code>" in text for column in form.columns)
        for kind in (*SEPARATORS, "columns"):
            query = "" if lang == "en" else f"?lang={lang}"
            assert f'href="/forms/{name}.{kind}.csv{query}"' in text


@pytest.mark.parametrize("name", forms())
def test_every_file_of_a_form_opens_in_a_spreadsheet(client: FlaskClient, name: str) -> None:
    columns = list(forms()[name].columns)
    for kind, separator in SEPARATORS.items():
        answer = client.get(f"/forms/{name}.{kind}.csv")
        assert answer.mimetype == "text/csv"
        assert answer.headers["Content-Disposition"].endswith(f'filename="{name}.csv"')
        (header,) = csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=separator)
        assert header == columns
    for lang, separator in zip(LANGUAGES, ",;", strict=True):
        text = client.get(f"/forms/{name}.columns.csv?lang={lang}").data.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter=separator))
        assert [row[0] for row in rows[1:]] == columns
        assert all(all(row) for row in rows)


@pytest.mark.parametrize(
    "path", ["/forms/nothing.comma.csv", "/forms/projects.tab.csv", "/forms/survey.comma.csv"]
)
def test_what_is_no_form_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", ["s3?part=strategy&", "clusters?", "initiatives?part=projects&"])
def test_what_is_missing_leads_to_the_forms(client: FlaskClient, view: str, lang: str) -> None:
    text = client.get(f"/{view}region=EE00&lang={lang}").text
    _, _, missing = text.partition('data-part="not_covered"')
    assert 'href="/forms?' in (missing or text).partition("<footer")[0]
