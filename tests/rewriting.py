"""A submission in other words: its syntax tree is changed, and what it does stays the same.

`NAMES` are other names, other formatting, no comments, other imports. `CONSTRUCTS` write one construct for another.
"""

from __future__ import annotations

import ast
import asyncio
import builtins
import copy
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Function = ast.FunctionDef | ast.AsyncFunctionDef
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
Way = Callable[[ast.Module, frozenset[str]], ast.Module]
Node = TypeVar("Node", bound=ast.AST)


def rewritten(source: str, ways: Sequence[Way], kept: frozenset[str]) -> str:
    """`source` changed in all of these ways. Names in `kept` mean something outside of it, and stay."""
    tree = ast.parse(source)
    for way in ways:
        tree = ast.fix_missing_locations(way(tree, kept))
    return ast.unparse(tree) + "\n"


# --- names


def without_docstrings(tree: ast.Module, _kept: frozenset[str]) -> ast.Module:
    """Comments and formatting are lost by `ast.unparse` anyhow. Some read their own docstring."""
    if "__doc__" in _names_in(tree):
        return tree
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | Function) and ast.get_docstring(node) is not None:
            node.body[:1] = [] if len(node.body) > 1 else [ast.Pass()]
    return tree


def with_names_of_asyncio(tree: ast.Module, _kept: frozenset[str]) -> ast.Module:
    """`from asyncio import sleep` for `import asyncio`, where `sleep` means nothing else."""
    if not any(isinstance(node, ast.Import) and "asyncio" in _imported(node) for node in tree.body):
        return tree
    taken = _names_in(tree) | set(dir(builtins))
    wanted = {
        node.attr
        for node in ast.walk(tree)
        if _is_name(getattr(node, "value", None), "asyncio") and isinstance(node, ast.Attribute)
        if hasattr(asyncio, node.attr) and node.attr not in taken
    }

    class FromAsyncio(ast.NodeTransformer):
        def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
            self.generic_visit(node)
            short = _is_name(node.value, "asyncio") and node.attr in wanted
            return ast.Name(node.attr, ast.Load()) if short else node

    if wanted:
        FromAsyncio().visit(tree)
        imported = ast.ImportFrom("asyncio", [ast.alias(name) for name in sorted(wanted)], 0)
        first = next(i for i, node in enumerate(tree.body) if not _is_docstring_or_future(node))
        tree.body.insert(first, imported)
    return tree


def with_other_names(tree: ast.Module, kept: frozenset[str]) -> ast.Module:
    """Variables, parameters, functions and classes are called otherwise; the same name everywhere for the same."""
    bound = {name for node in ast.walk(tree) for name in _binds(node)}
    fixed = kept | set(dir(builtins)) | _keywords(tree) | _in_class_bodies(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            fixed |= _imported(node)
    mine = sorted(name for name in bound - fixed if not name.startswith("__") and name != "_")
    new = dict(zip(mine, _fresh(tree, "item"), strict=False))

    class Renamer(ast.NodeTransformer):
        def generic_visit(self, node: ast.AST) -> ast.AST:
            for field in ("id", "arg", "name", "rest"):
                name = getattr(node, field, None)
                if isinstance(name, str) and not isinstance(node, ast.keyword | ast.alias):
                    setattr(node, field, new.get(name, name))
            if isinstance(node, ast.Global | ast.Nonlocal):
                node.names = [new.get(name, name) for name in node.names]
            return super().generic_visit(node)

    return Renamer().visit(tree)


# --- constructs


def with_other_tasks(tree: ast.Module, _kept: frozenset[str]) -> ast.Module:
    """`ensure_future(call())` for `create_task(call())`; the loop's own `create_task` where a name is given."""

    class OtherTasks(ast.NodeTransformer):
        def visit_Call(self, node: ast.Call) -> ast.AST:
            self.generic_visit(node)
            if ast.unparse(node.func) != "asyncio.create_task":
                return node
            is_plain = len(node.args) == 1 and isinstance(node.args[0], ast.Call) and not node.keywords
            other = "asyncio.ensure_future" if is_plain else "asyncio.get_running_loop().create_task"
            node.func = ast.parse(other, mode="eval").body
            return node

    return OtherTasks().visit(tree)


def with_conditions_turned_round(tree: ast.Module, _kept: frozenset[str]) -> ast.Module:
    """`if not x: B else: A` for `if x: A else: B`, in expressions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If | ast.IfExp) and node.orelse:
            node.test = (
                node.test.operand
                if isinstance(node.test, ast.UnaryOp) and isinstance(node.test.op, ast.Not)
                else ast.UnaryOp(ast.Not(), node.test)
            )
            node.body, node.orelse = node.orelse, node.body
    return tree


def with_loops_for_comprehensions(tree: ast.Module, _kept: frozenset[str]) -> ast.Module:
    """A list comprehension that is assigned or returned becomes a loop, and a loop that only appends becomes one."""
    fresh = _fresh(tree, "each")

    def change(block: list[ast.stmt], function: Function) -> list[ast.stmt]:
        changed: list[ast.stmt] = []
        waiting = list(block)
        while waiting:
            statement = waiting.pop(0)
            if waiting and (short := _comprehension_for(statement, waiting[0], function)):
                changed.append(short)
                del waiting[0]
            else:
                changed += _loop_for(statement, function, fresh)
        return changed

    return _with_blocks(tree, change)


def with_results_named(tree: ast.Module, _kept: frozenset[str]) -> ast.Module:
    """`result = await f(); return result` for `return await f()`, and the other way round."""
    fresh = _fresh(tree, "outcome")

    def change(block: list[ast.stmt], function: Function) -> list[ast.stmt]:
        changed: list[ast.stmt] = []
        waiting = list(block)
        while waiting:
            statement = waiting.pop(0)
            match statement, waiting[:1]:
                case (
                    ast.Assign([ast.Name(name)], ast.Await() as value),
                    [ast.Return(ast.Name(returned))],
                ) if name == returned and _uses(function, name) == 2:
                    changed.append(ast.Return(value))
                    del waiting[0]
                case ast.Return(ast.Await() as value), _:
                    name = next(fresh)
                    changed += [_assigned(name, value), ast.Return(ast.Name(name, ast.Load()))]
                case _:
                    changed.append(statement)
        return changed

    return _with_blocks(tree, change)


def with_a_list_for_gather(tree: ast.Module, _kept: frozenset[str]) -> ast.Module:
    """`jobs = [...]; await gather(*jobs)` for `await gather(*(...))`."""
    fresh = _fresh(tree, "jobs")

    def change(block: list[ast.stmt], _function: Function) -> list[ast.stmt]:
        changed: list[ast.stmt] = []
        for statement in block:
            value = getattr(statement, "value", None)
            call = value.value if isinstance(value, ast.Await) else None
            match call:
                case ast.Call(
                    ast.Attribute(attr="gather"), [ast.Starred(ast.GeneratorExp() | ast.ListComp() as each)]
                ):
                    name = next(fresh)
                    changed.append(_assigned(name, ast.ListComp(each.elt, each.generators)))
                    call.args = [ast.Starred(ast.Name(name, ast.Load()), ast.Load())]
            changed.append(statement)
        return changed

    return _with_blocks(tree, change)


def with_helpers(tree: ast.Module, _kept: frozenset[str]) -> ast.Module:
    """The first condition, and the first call that is awaited as a statement, go into functions of their own."""
    fresh = _fresh(tree, "helper")

    def change(block: list[ast.stmt], function: Function) -> list[ast.stmt]:
        changed: list[ast.stmt] = []
        for statement in block:
            place = statement.test if isinstance(statement, ast.If) else getattr(statement, "value", None)
            if isinstance(statement, ast.If) and _may_move(place) and "condition" not in helped[function]:
                helped[function].add("condition")
                name = next(fresh)
                changed.append(_function(ast.FunctionDef, name, place))
                statement.test = _called(name)
            elif isinstance(place, ast.Await) and _may_move(place.value) and "call" not in helped[function]:
                helped[function].add("call")
                name = next(fresh)
                changed.append(_function(ast.AsyncFunctionDef, name, copy.copy(place)))
                place.value = _called(name)
            changed.append(statement)
        return changed

    helped: dict[Function, set[str]] = {node: set() for node in ast.walk(tree) if isinstance(node, Function)}
    return _with_blocks(tree, change)


NAMES = (without_docstrings, with_names_of_asyncio, with_other_names)
CONSTRUCTS = (
    with_other_tasks,
    with_a_list_for_gather,
    with_loops_for_comprehensions,
    with_results_named,
    with_conditions_turned_round,
    with_helpers,
)


# --- what the tree is asked for


def _binds(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(name, ast.Store() | ast.Del()) | ast.arg(name):
            yield name
        case ast.FunctionDef(name) | ast.AsyncFunctionDef(name) | ast.ClassDef(name):
            yield name
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(str(name)):
            yield name
        case ast.MatchMapping(rest=str(name)):
            yield name


def _names_in(tree: ast.AST) -> set[str]:
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    imported = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in _imported(node)
    }
    return used | imported | {name for node in ast.walk(tree) for name in _binds(node)}


def _keywords(tree: ast.AST) -> set[str]:
    return {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg}


def _in_class_bodies(tree: ast.AST) -> set[str]:
    """Names of attributes and methods."""
    return {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        for inner in ([statement] if isinstance(statement, SCOPES) else ast.walk(statement))
        for name in _binds(inner)
    }


def _imported(node: ast.Import | ast.ImportFrom) -> set[str]:
    return {(alias.asname or alias.name).partition(".")[0] for alias in node.names}


def _fresh(tree: ast.AST, word: str) -> Iterator[str]:
    """Names that are not in the file yet."""
    taken = _names_in(tree) | _keywords(tree)
    number = 0
    while True:
        number += 1
        if f"{word}_{number}" not in taken:
            yield f"{word}_{number}"


def _is_name(node: object, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _is_docstring_or_future(node: ast.stmt) -> bool:
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return is_text or (isinstance(node, ast.ImportFrom) and node.module == "__future__")


def _uses(tree: ast.AST, name: str) -> int:
    others = sum(name in node.names for node in ast.walk(tree) if isinstance(node, ast.Global | ast.Nonlocal))
    return others + sum(_is_name(node, name) for node in ast.walk(tree))


def _is_watched(name: str, function: Function) -> bool:
    """Whether somebody could see it half done: a function inside, or who catches an error."""
    watching = (*SCOPES, ast.Try, ast.TryStar)
    return any(
        _uses(node, name)
        for node in ast.walk(function)
        if isinstance(node, watching) and node is not function
    )


def _may_move(node: object) -> bool:
    """Whether an expression means the same inside a function of its own."""
    tied = (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)
    return isinstance(node, ast.Call | ast.Compare | ast.UnaryOp | ast.BoolOp) and not any(
        isinstance(inner, tied) or _is_name(inner, "super") for inner in ast.walk(node)
    )


# --- parts of a tree


def _with_blocks(
    tree: ast.Module, change: Callable[[list[ast.stmt], Function], list[ast.stmt]]
) -> ast.Module:
    """`change` every list of statements inside functions; `change` is told the innermost function."""

    def visit(node: ast.AST, function: Function | None) -> None:
        inner = node if isinstance(node, Function) else None if isinstance(node, ast.ClassDef) else function
        for child in ast.iter_child_nodes(node):
            visit(child, inner)
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if inner is not None and isinstance(block, list) and block:
                setattr(node, field, change(block, inner))

    visit(tree, None)
    return tree


def _assigned(name: str, value: ast.expr) -> ast.Assign:
    return ast.Assign([ast.Name(name, ast.Store())], value)


def _called(name: str) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), [], [])


def _function(kind: type[Function], name: str, value: ast.expr) -> Function:
    nothing = ast.arguments([], [], None, [], [], None, [])
    return kind(name, nothing, [ast.Return(value)], [])


def _loop_for(statement: ast.stmt, function: Function, fresh: Iterator[str]) -> list[ast.stmt]:
    """The loop that does what an assigned or returned list comprehension does; else the statement itself."""
    match statement:
        case ast.Assign([ast.Name(name)], ast.ListComp(generators=[_]) as each) if not (
            _uses(each, name) or _is_watched(name, function)
        ):
            ending: list[ast.stmt] = []
        case ast.Return(ast.ListComp(generators=[_]) as each):
            name = next(fresh)
            ending = [ast.Return(ast.Name(name, ast.Load()))]
        case _:
            return [statement]
    (generator,) = each.generators
    if any(isinstance(node, (*SCOPES, *COMPREHENSIONS)) for node in ast.walk(each) if node is not each):
        return [statement]  # they may keep the variable, or have one of the same name
    own = {node.id: next(fresh) for node in ast.walk(generator.target) if isinstance(node, ast.Name)}
    for part in (generator.target, each.elt, *generator.ifs):
        for node in ast.walk(part):
            if isinstance(node, ast.Name):
                node.id = own.get(node.id, node.id)
    append = ast.Attribute(ast.Name(name, ast.Load()), "append", ast.Load())
    body: list[ast.stmt] = [ast.Expr(ast.Call(append, [each.elt], []))]
    for condition in reversed(generator.ifs):
        body = [ast.If(condition, body, [])]
    kind = ast.AsyncFor if generator.is_async else ast.For
    return [
        _assigned(name, ast.List([], ast.Load())),
        kind(generator.target, generator.iter, body, []),
        *ending,
    ]


def _comprehension_for(first: ast.stmt, second: ast.stmt, function: Function) -> ast.stmt | None:
    """`x = [e for t in i]` for `x = []` and `for t in i: x.append(e)`, where `t` is used nowhere else."""
    match first, second:
        case (
            ast.Assign([ast.Name(name)], ast.List([])),
            ast.For(
                ast.Name(each) as target,
                items,
                [ast.Expr(ast.Call(ast.Attribute(ast.Name(grown), "append"), [element], []))],
                [],
            ),
        ) if name == grown and not (
            _uses(element, name) or _uses(items, name) or _is_watched(name, function)
        ):
            outside = _uses(function, each) - _uses(second, each)
            own = any(isinstance(node, (*SCOPES, ast.Yield)) for node in ast.walk(element))
            if not outside and not own:
                return _assigned(name, ast.ListComp(element, [ast.comprehension(target, items, [], 0)]))
    return None
