"""Files and functions that can be read in one go."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILE, FUNCTION = 250, 40
PROGRAM = ("app.py", "bench/**/*.py", "callbacks/**/*.py", "chaos/**/*.py", "components/**/*.py")
REST = ("data/**/*.py", "deploy/**/*.py", "serving/**/*.py")
SCRIPTS = ("assets/**/*.js",)
SHEETS = ("assets/**/*.css",)
TESTS = ("tests/**/*.py",)


def files(*patterns: str) -> list[str]:
    """The files of the project that fit one of the patterns."""
    return sorted(
        str(path.relative_to(ROOT)) for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()
    )


def long_functions(text: str) -> Iterator[str]:
    """The functions of a module with more lines than a screen has, decorators left out."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION:
                yield f"{node.name}: {lines} lines"


def test_there_are_files_to_measure() -> None:
    assert len(files(*PROGRAM, *REST)) > 200
    assert len(files(*SCRIPTS)) > 5
    assert len(files(*SHEETS)) > 5


@pytest.mark.parametrize("name", files(*PROGRAM, *REST, *SCRIPTS, *SHEETS))
def test_a_file_and_its_functions_are_short(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= FILE
    if name.endswith(".py"):
        assert list(long_functions(text)) == []


@pytest.mark.parametrize("name", files(*TESTS))
def test_a_file_of_tests_is_short(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= FILE
