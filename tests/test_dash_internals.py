"""Private names of Dash, plotly and Flask stand in one module; everything else uses what they publish."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from dash.development.base_component import Component

from components.render import dash_internals

ROOT = Path(__file__).parents[1]
ALLOWED = Path(dash_internals.__file__)
FOLDERS = ("bench", "callbacks", "chaos", "components", "data", "deploy", "serving", "tests")
FRAMEWORKS = ("dash", "dash_bootstrap_components", "flask", "plotly")
ATTRIBUTES = {"_namespace", "_type", "_prop_names", "_valid_wildcard_attributes"} | {
    name for name in dir(Component) if name.startswith("_") and not name.startswith("__")
}


def files() -> list[Path]:
    return [ROOT / "app.py", *(file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py")))]


def private_names(text: str) -> Iterator[str]:
    """The private names of the frameworks that a module's text imports or reads."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ClassDef):
            inside = (item for item in ast.walk(node) if isinstance(item, ast.Name))
            yield from (
                item.id for item in inside if isinstance(item.ctx, ast.Store) and item.id in ATTRIBUTES
            )
            continue
        elif isinstance(node, ast.Attribute):
            own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
            if node.attr in ATTRIBUTES and not own:
                yield node.attr
            names = [ast.unparse(node)]
        else:
            continue
        for name in names:
            first, *rest = name.split(".")
            if first in FRAMEWORKS and any(part.startswith("_") and part[1] != "_" for part in rest):
                yield name


@pytest.mark.parametrize(
    "text",
    [
        "from dash._utils import to_json",
        "import dash._callback",
        "a = dash._x",
        "node._prop_names",
        "class A:\n    _type = 'A'",
    ],
)
def test_a_private_name_is_found(text: str) -> None:
    assert list(private_names(text))


def test_private_names_of_the_frameworks_stand_in_one_module() -> None:
    assert list(private_names(ALLOWED.read_text()))
    used = {str(file): list(private_names(file.read_text())) for file in files() if file != ALLOWED}
    assert {file: names for file, names in used.items() if names} == {}


PROGRAM = (
    "callbacks",
    "components",
    "data",
    "deploy",
    "serving",
)  # bench, chaos and tests call the app from outside


def test_the_addresses_that_dash_answers_itself_are_declared_once() -> None:
    addresses = (dash_internals.CALLBACKS, dash_internals.LAYOUT)
    assert all(f'"{address}"' in ALLOWED.read_text() for address in addresses)
    naming = [
        str(file)
        for folder in PROGRAM
        for file in sorted((ROOT / folder).rglob("*.py"))
        if file != ALLOWED and any(f'"{address}"' in file.read_text() for address in addresses)
    ]
    assert naming == []
