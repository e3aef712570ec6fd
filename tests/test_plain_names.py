"""Names say what a thing is, and a comment names no file that is not there any more."""

import ast
import re
from pathlib import Path

import pytest

from tests.test_sizes import PROGRAM, REST, ROOT, SCRIPTS, files

# Words that do not say what a function gives back or a module holds: a bare participle, a pronoun, a drawer for anything.
RIDDLES = {
    *("told", "made", "kept", "said", "held", "asked", "drawn", "known", "came", "meant", "taken", "given"),
    *("one", "some", "whole", "behind", "still", "next_one", "scene", "anew"),
    *("utils", "helpers", "common", "misc", "manager"),
}
VARIABLES = {"told", "made", "kept", "said", "held", "drawn", "got", "meant"}
PARTS = {"told", "made", "kept", "said", "drawn", "asked", "taken", "one"}
"""What no name begins or ends with: `said_by`, `years_said`."""
SCRIPT_NAME = re.compile(
    r"\b(?:const|let|function)\s+(told|made|kept|said|held|drawn|asked|got|one|given)\b|\((one|given)\)\s*=>"
)
PREFIXES = ("get_", "handle_", "process_", "my_")
OURS = re.compile(
    r"(?<![\w/.-])((?:assets|bench|callbacks|components|data|deploy|docs|serving|tests)/[\w./-]+\.(?:py|js|css|md))\b"
)


def names(text: str) -> list[str]:
    """The functions and classes of a module, whatever encloses them."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return [node.name for node in ast.walk(ast.parse(text)) if isinstance(node, kinds)]


def variables(text: str) -> set[str]:
    """The variables and arguments of a module, in whatever function."""
    nodes = list(ast.walk(ast.parse(text)))
    assigned = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return assigned | {node.arg for node in nodes if isinstance(node, ast.arg)}


def is_riddle(name: str) -> bool:
    plain = name.strip("_")
    words = plain.split("_")
    return plain in RIDDLES or plain.startswith(PREFIXES) or not PARTS.isdisjoint((words[0], words[-1]))


def test_the_rule_knows_a_riddle_from_a_name() -> None:
    found = [
        name
        for name in ("told", "_whole", "get_rows", "said_by", "years_said", "trend", "without_mark")
        if is_riddle(name)
    ]
    assert found == ["told", "_whole", "get_rows", "said_by", "years_said"]


@pytest.mark.parametrize("name", files(*PROGRAM, *REST))
def test_modules_functions_and_classes_have_plain_names(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert [found for found in (Path(name).stem, *names(text)) if is_riddle(found)] == [], (
        f"{name}: say what it gives back (a noun) or does (a verb)"
    )


@pytest.mark.parametrize("name", files(*PROGRAM, *REST))
def test_variables_have_plain_names(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    lower = {variable.lower() for variable in variables(text)}
    assert lower & VARIABLES == set(), f"{name}: say what it is (rows, sentence, columns)"


@pytest.mark.parametrize("name", files(*SCRIPTS))
def test_names_in_scripts_are_plain(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert SCRIPT_NAME.findall(text) == [], f"{name}: say what it is (button, element, answer)"


def test_a_variable_is_found_wherever_it_is_given_a_value() -> None:
    text = "def f(kept):\n    if told := kept:\n        made, rows = told\n    return [said for said in rows]"
    assert variables(text) == {"kept", "told", "made", "rows", "said"}


@pytest.mark.parametrize("name", files(*PROGRAM, *REST, "assets/**/*.js", "assets/**/*.css"))
def test_every_file_of_ours_that_a_comment_names_exists(name: str) -> None:
    named = set(OURS.findall((ROOT / name).read_text(encoding="utf-8")))
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == [], (
        f"{name} names a file that is gone"
    )
