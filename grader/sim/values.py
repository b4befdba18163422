"""Values as plain trees: what crosses by value, and how.

None, bool, int, float, str, bytes, list, tuple, dict, set, frozenset and exceptions cross by value, with
their exact type: a subclass could lie about what it is. Everything else crosses as a reference, which the two
functions that a peer hands in take care of. Never pickle: reading a tree calls no code of the sender.

In a tree, scalars stand for themselves, and everything else is a list that begins with a tag.
"""

from __future__ import annotations

import asyncio
import builtins
import concurrent.futures
from collections.abc import Callable
from types import TracebackType
from typing import Any

MAX_DEPTH = 60
MAX_NODES = 200_000
MAX_NODES_IN_ALL = 1_000_000  # in all values that one side reads
MAX_BYTES = 1_000_000  # of text and bytes, in one value
MAX_HASHED = (
    2_000  # tuples, large ints and the like in one set or dict: all of their hashes can be made the same
)
MAX_INT = 4096  # bytes of an integer that does not fit into 64 bits

Tree = Any
Where = tuple[tuple[int, str], ...]  # (line, function) of the submission's frames, outermost first


class Uncrossable(TypeError):
    """A value is too deep or too large to cross."""


class Malformed(Exception):
    """A tree that `encode` does not write."""


def _known_errors() -> dict[str, type[BaseException]]:
    # The two CancelledErrors are different classes, hence the module in the name.
    modules = [concurrent.futures, asyncio.queues, asyncio.exceptions, builtins]
    found = [(module.__name__, value) for module in modules for value in vars(module).values()]
    return {
        f"{module}.{kind.__name__}": kind
        for module, kind in found
        if isinstance(kind, type) and issubclass(kind, BaseException)
    }


KNOWN_ERRORS = _known_errors()
_NAMES = {error: name for name, error in KNOWN_ERRORS.items()}


class Encoder:
    """Values to trees.

    With `plain`, an object of a subclass of plain data crosses as what it is at its base (an OrderedDict as a dict);
    otherwise it is no plain data. `refer` gives the tree of an object that crosses by reference; `where` finds the
    submission's lines in an exception's traceback.
    """

    def __init__(
        self,
        refer: Callable[[Any], Tree],
        where: Callable[[BaseException], Where] = lambda error: (),
        *,
        plain: bool = False,
    ) -> None:
        self._plain = plain
        self._refer = refer
        self._where = where

    def encode(self, value: Any) -> Tree:
        """The tree of `value`. Raises Uncrossable."""
        self._nodes = MAX_NODES
        self._bytes = MAX_BYTES
        return self._encode(value, MAX_DEPTH)

    def _encode(self, value: Any, depth: int) -> Tree:
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            if -(2**63) <= value < 2**63:
                return value
            self._count(2)
            return ["i", _int_bytes(value)]
        if kind is str or kind is bytes:
            self._bytes -= len(value)
            if self._bytes < 0:
                raise Uncrossable(f"a value has more than {MAX_BYTES:,} bytes")
            if kind is bytes or value.isascii():
                return value
            self._count(2)
            return _text(value)
        if depth == 0:
            raise Uncrossable(f"a value is nested more than {MAX_DEPTH} deep")
        if kind in _CONTAINERS:
            self._count(1 + len(value) * (2 if kind is dict else 1))
            items = (part for pair in value.items() for part in pair) if kind is dict else value
            tree = [_CONTAINERS[kind], *[self._encode(item, depth - 1) for item in items]]
            if _may_collide(tree):
                raise Uncrossable(
                    f"a {kind.__name__} has more than {MAX_HASHED:,} members that are no plain data"
                )
            return tree
        if isinstance(value, BaseException):
            self._count(5)
            return self._encode_error(value, depth - 1)
        if isinstance(value, type) and value in _NAMES:
            self._count(2)
            return ["k", _NAMES[value]]
        if kind is TracebackType:
            return None  # its lines mean nothing in another process
        if self._plain and (base := next((base for base in _AT_BASE if issubclass(kind, base)), None)):
            return self._encode(_AT_BASE[base](value), depth - 1)
        self._count(5)
        return self._refer(value)

    def _count(self, parts: int) -> None:
        self._nodes -= parts
        if self._nodes < 0:
            raise Uncrossable(f"a value has more than {MAX_NODES:,} parts")

    def _encode_error(self, error: BaseException, depth: int) -> Tree:
        kind = type(error)
        name = _NAMES.get(kind) or self._refer_to_class(kind)
        where = [list(step) for step in self._where(error)]
        if isinstance(error, BaseExceptionGroup):
            if depth == 0:  # no room for its parts
                return ["e", "builtins.Exception", ["..."], where]
            parts = [self._encode(part, depth) for part in error.exceptions]
            return ["g", name, _text(str(error.message)), parts, where]
        return ["e", name, [self._encode_argument(argument, depth) for argument in error.args], where]

    def _refer_to_class(self, kind: type[BaseException]) -> Tree:
        try:
            return self._refer(kind)
        except (
            Uncrossable
        ):  # too many objects have crossed: then it is an error of a class that both sides know
            return next(_NAMES[base] for base in kind.__mro__ if base in _NAMES)

    def _encode_argument(self, argument: Any, depth: int) -> Tree:
        try:
            return self._encode(argument, depth)
        except Uncrossable:
            return "..."


class Reader:
    """Trees to values. `resolve` turns the tree of a reference into an object."""

    def __init__(self, resolve: Callable[[list[Any]], Any]) -> None:
        self._resolve = resolve
        self._left = MAX_NODES_IN_ALL

    def read(self, tree: Tree) -> Any:
        """The value of `tree`. Raises Malformed."""
        self._nodes = before = min(MAX_NODES, self._left)
        try:
            return self._read(tree, MAX_DEPTH)
        except Exception as error:  # whatever a tree does to this code, it is the tree's fault
            raise Malformed(str(error)) from None
        finally:
            self._left -= before - self._nodes

    def _read(self, tree: Tree, depth: int) -> Any:
        if type(tree) is not list:
            if tree is None or type(tree) in (bool, int, float, str, bytes):
                return tree
            raise Malformed(f"a {type(tree).__name__} in a tree")
        self._nodes -= len(tree)
        if depth == 0 or self._nodes < 0 or not tree:
            raise Malformed("a tree is too deep, too large or empty")
        if _may_collide(tree):
            raise Malformed("a set or dict has too many members")
        tag = tree[0]
        if tag in _MAKERS:
            return _MAKERS[tag](self._read(part, depth - 1) for part in tree[1:])
        if tag == "d":
            parts = [self._read(part, depth - 1) for part in tree[1:]]
            return dict(zip(parts[::2], parts[1::2], strict=True))
        if tag == "i":
            return int.from_bytes(tree[1][:MAX_INT], "big", signed=True)
        if tag == "u":
            return tree[1].decode("utf-8", "surrogatepass")
        if tag == "k":
            return KNOWN_ERRORS[tree[1]]
        if tag == "e":
            return self._read_error(tree, depth - 1)
        if tag == "g":
            return self._read_group(tree, depth - 1)
        return self._resolve(tree)

    def _error_class(self, name: Tree) -> type[BaseException]:
        kind = KNOWN_ERRORS.get(name) if isinstance(name, str) else self._resolve(name)
        if not isinstance(kind, type) or not issubclass(kind, BaseException):
            raise Malformed("an exception of no exception class")
        return kind

    def _read_error(self, tree: list[Any], depth: int) -> BaseException:
        _, name, arguments, where = tree
        kind = self._error_class(name)
        parts = tuple(self._read(argument, depth) for argument in arguments)
        try:
            error = kind(*parts)
        except Exception:  # such as UnicodeDecodeError, which wants five arguments
            error = kind.__new__(kind)
            error.args = parts
        return _with_where(error, where)

    def _read_group(self, tree: list[Any], depth: int) -> BaseException:
        _, name, message, parts, where = tree
        kind = self._error_class(name)
        errors = [self._read(part, depth) for part in parts]
        if not issubclass(kind, BaseExceptionGroup) or not all(
            isinstance(error, BaseException) for error in errors
        ):
            raise Malformed("a group of no exceptions")
        return _with_where(kind(str(self._read(message, depth)), errors), where)


def where(error: BaseException) -> Where:
    """The lines of the submission through which an exception that crossed the border has come."""
    return getattr(error, "overlap_where", ())


def crossed(error: BaseException) -> bool:
    """Whether an exception has come over the border."""
    return hasattr(error, "overlap_where")


def _with_where(error: BaseException, steps: Any) -> BaseException:
    error.overlap_where = tuple((int(line), str(function)[:200]) for line, function in steps[:50])  # type: ignore[attr-defined]
    return error


def _may_collide(tree: list[Any]) -> bool:
    """Whether a set or dict may take a time that grows with the square of its size. Plain members cannot be
    chosen so."""
    step = _HASHED.get(tree[0]) if type(tree[0]) is str else None
    return step is not None and sum(type(member) is list for member in tree[1::step]) > MAX_HASHED


def _int_bytes(value: int) -> bytes:
    length = value.bit_length() // 8 + 1
    if length > MAX_INT:
        raise Uncrossable(f"an int of more than {MAX_INT:,} bytes")
    return value.to_bytes(length, "big", signed=True)


def _text(value: str) -> Tree:
    try:
        value.encode()
    except UnicodeEncodeError:  # a lone surrogate, which msgpack cannot hold
        return ["u", value.encode("utf-8", "surrogatepass")]
    return value


# How to get at what an object of a subclass holds, without calling anything that the subclass defines.
_AT_BASE: dict[type, Callable[[Any], Any]] = {
    int: int.__int__,
    float: float.__float__,
    str: str.__str__,
    bytes: lambda value: bytes.__getitem__(value, slice(None)),
    list: lambda value: list(list.__iter__(value)),
    tuple: lambda value: tuple(tuple.__iter__(value)),
    set: lambda value: set(set.__iter__(value)),
    frozenset: lambda value: frozenset(frozenset.__iter__(value)),
    dict: lambda value: dict(dict.items(value)),
}
_CONTAINERS: dict[type, str] = {list: "l", tuple: "t", set: "s", frozenset: "f", dict: "d"}
_HASHED = {"s": 1, "f": 1, "d": 2}  # tag: every how many parts there is a key
_MAKERS: dict[Any, Callable[..., Any]] = {"l": list, "t": tuple, "s": set, "f": frozenset}
