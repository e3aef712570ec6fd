"""No comprehension binds the name of something that the same scope uses from outside.

CPython 3.12.0 to 3.12.3 raise UnboundLocalError for it (cpython#118513), and readers stumble over it too.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = [
    path
    for folder in ("data", "components", "callbacks", "serving", "deploy", "bench", "chaos", "tests")
    for path in sorted((ROOT / folder).rglob("*.py"))
] + [ROOT / "app.py"]
Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def names(nodes: list[ast.expr]) -> set[str]:
    """The names bound by some targets."""
    return {child.id for node in nodes for child in ast.walk(node) if isinstance(child, ast.Name)}


def free_names(node: ast.AST, bound: set[str]) -> Iterator[str]:
    """The names that a part of a scope takes from outside of it; nested functions are scopes of their own."""
    if isinstance(node, ast.Name):
        yield from () if node.id in bound or not isinstance(node.ctx, ast.Load) else (node.id,)
    elif isinstance(node, Comprehension):
        inner = bound | names([item.target for item in node.generators])
        for part in ast.iter_child_nodes(node):
            if isinstance(part, ast.comprehension):
                first = part is node.generators[0]
                yield from free_names(part.iter, bound if first else inner)
                for condition in part.ifs:
                    yield from free_names(condition, inner)
            else:
                yield from free_names(part, inner)
    elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
        for part in ast.iter_child_nodes(node):
            yield from free_names(part, bound)


def nodes_in_scope(node: ast.AST) -> Iterator[ast.AST]:
    """Every node of a scope, without those of the functions in it."""
    for part in ast.iter_child_nodes(node):
        yield part
        if not isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            yield from nodes_in_scope(part)


def shadowed(scope: Scope) -> Iterator[tuple[int, str]]:
    """Each line and name that a comprehension of this scope binds and the scope takes from outside elsewhere."""
    comprehensions = [node for node in nodes_in_scope(scope) if isinstance(node, Comprehension)]
    taken = {id(child) for node in comprehensions for g in node.generators for child in ast.walk(g.target)}
    own = {child.arg for child in ast.walk(scope.args) if isinstance(child, ast.arg)} | {
        node.id
        for node in nodes_in_scope(scope)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in taken
    }
    body = scope.body if isinstance(scope.body, list) else [scope.body]
    used = {name for node in body for name in free_names(node, own)}
    for node in comprehensions:
        for name in sorted(names([item.target for item in node.generators]) & used):
            yield node.lineno, name


def matches_in(text: str) -> list[tuple[int, str]]:
    """The pattern in a module's text."""
    scopes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, Scope)]
    return sorted({item for scope in scopes for item in shadowed(scope)})


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_comprehension_shadows_what_its_scope_uses(path: Path) -> None:
    assert matches_in(path.read_text(encoding="utf-8")) == []


BAD = """
def f(rows):
    pairs = [part for n in rows for part in (n, n)]
    return pairs, [part(row) for row in rows]

def g(rows):
    return {name: html for name, html in rows}, html.Div()

def h(rows):
    return [[len for len in row] for row in rows if len(row)]
"""
GOOD = """
def f(rows, part):
    pairs = [part for n in rows for part in (n, n)]
    return pairs, [part(row) for row in rows]

def g(rows):
    return [one for row in rows for one in row], [one + 1 for one in rows]

def h(rows):
    name = 1
    return [name for name in rows], [lambda: part(rows), name]
"""


def test_the_rule_finds_the_pattern_and_nothing_else() -> None:
    assert matches_in(BAD) == [(3, "part"), (7, "html"), (10, "len")]
    assert matches_in(GOOD) == []
