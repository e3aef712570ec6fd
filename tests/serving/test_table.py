"""The rows of every chart at an address of their own."""

import pytest
from flask.testing import FlaskClient

from components.layout import chart_results
from components.state.selection import Selection
from components.views import CHARTS
from data import Data


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_has_its_table_at_an_address(client: FlaskClient, data: Data, name: str) -> None:
    answer = client.get(f"/data/{name}.table?lang=it")
    chosen = Selection(tab=name.partition(".")[0], lang="it")
    rows = chart_results.chart_result(name, data, chosen).rows
    assert answer.status_code == 200
    assert answer.text.count('<th scope="row"') == len(rows), name


def test_no_chart_no_table(client: FlaskClient) -> None:
    assert client.get("/data/economy.nothing.table").status_code == 404
