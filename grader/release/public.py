"""The public part of a hidden test file: the tests that its author has marked as public, and what they need.

Nothing else of the file is in it: no other test, no helper that only others use, no comment between them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

MARKER = "pytest.mark.public"
MARKS = "pytestmark"  # what pytest calls the marks of a whole file
HEADING = '"""Public tests: the other tests of this exercise run when your work is handed in."""\n'

Function = ast.FunctionDef | ast.AsyncFunctionDef


def public_tests(source: str) -> tuple[str, ...]:
    """The names of the tests that are marked as public. Raises SyntaxError."""
    return tuple(node.name for node in ast.parse(source).body if _is_public_test(node))


def public_part(source: str) -> str:
    """A test file with the public tests only, and with the imports, helpers and values that they use.

    Raises SyntaxError.
    """
    body = ast.parse(source).body
    kept = _needed(body)
    lines = source.splitlines()
    parts, last = [HEADING], None
    for node in body:
        if node in kept:
            parts.append("\n" * _blank_lines(last, node) + _text(node, lines))
            last = node
    return "".join(parts)


def _needed(body: list[ast.stmt]) -> set[ast.stmt]:
    """The public tests, the marks of the whole file, and every statement that defines a name which these use."""
    defined = {name: node for node in body for name in _defines(node)}
    kept: set[ast.stmt] = set()
    waiting: list[ast.stmt] = [node for node in body if MARKS in _defines(node) or _is_public_test(node)]
    while waiting:
        node = waiting.pop()
        if node not in kept:
            kept.add(node)
            waiting += [defined[name] for name in _uses(node) if name in defined]
    return kept


def _defines(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, Function | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Import | ast.ImportFrom):
        for alias in node.names:
            yield alias.asname or alias.name.partition(".")[0]
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            yield from (name.id for name in ast.walk(target) if isinstance(name, ast.Name))


def _uses(node: ast.stmt) -> Iterator[str]:
    """Names that a statement may mean; a parameter may mean a fixture of the same file."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name):
            yield inner.id
        elif isinstance(inner, ast.arg):
            yield inner.arg


def _is_public_test(node: ast.stmt) -> TypeGuard[Function]:
    return (
        isinstance(node, Function)
        and node.name.startswith("test")
        and any(ast.unparse(decorator) == MARKER for decorator in node.decorator_list)
    )


def _text(node: ast.stmt, lines: list[str]) -> str:
    decorators = node.decorator_list if isinstance(node, Function | ast.ClassDef) else []
    first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
    return "\n".join(lines[first - 1 : node.end_lineno]) + "\n"


def _blank_lines(last: ast.stmt | None, node: ast.stmt) -> int:
    if last is None:
        return 1
    return 2 if isinstance(last, Function | ast.ClassDef) or isinstance(node, Function | ast.ClassDef) else 0
