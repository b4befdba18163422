"""What stands for an object of the other side.

A function stands for a function, a class for a class of exceptions, and an object with the same methods for
an object. A stand-in of an ``async def`` gives a real coroutine object when it is called: ``create_task``
insists on one, and one that is never awaited is noticed as such.
"""

from __future__ import annotations

import asyncio
import functools
import inspect
import types
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from grader.sim.peer import Peer

Function = TypeVar("Function", bound=Callable[..., Any])


def cache(function: Function) -> Function:
    """functools.cache, for type checkers that do not hold classes for hashable."""
    return functools.cache(function)  # type: ignore[return-value]


ASYNC_PROTOCOL = frozenset({"__aenter__", "__aexit__", "__anext__", "__await__", "aclose", "asend", "athrow"})
SYNC_PROTOCOL = frozenset(
    {
        "__aiter__",
        "__enter__",
        "__exit__",
        "__len__",
        "__contains__",
        "__getitem__",
        "__iter__",
        "__next__",
        "__call__",
    }
)

MAX_METHODS = 1_000  # of one object of the other side; each becomes a function

# The kinds of references: what the receiver must make of them.
ASYNC, FUNCTION, OBJECT, COROUTINE, ERROR = "async", "function", "object", "coroutine", "error"


def describe(thing: Any) -> tuple[str, str, Any]:
    """(kind, name, more) of an object that is to cross as a reference.

    `more` is for an object its methods, ``{name: is it async}``, and for a class of exceptions the nearest builtin one.
    """
    if isinstance(thing, type) and issubclass(thing, BaseException):
        base = next(base.__name__ for base in thing.__mro__ if base.__module__ == "builtins")
        return ERROR, thing.__name__, base
    if inspect.iscoroutine(thing):
        return COROUTINE, thing.__qualname__, None
    if callable(thing) and not _is_a_block(type(thing)):
        return ASYNC if _is_async(thing) else FUNCTION, _name(thing), None
    return OBJECT, type(thing).__name__, methods(type(thing))


def _is_a_block(kind: type) -> bool:
    """For `with` or `async with`. What contextlib makes is a decorator too, and so it can be called."""
    return hasattr(kind, "__aenter__") or hasattr(kind, "__enter__")


@cache
def methods(kind: type) -> dict[str, bool]:
    """The public methods that objects of a class have, and whether calling them gives a coroutine."""
    found = {}
    for name in dir(kind):
        if name.startswith("_") and name not in ASYNC_PROTOCOL | SYNC_PROTOCOL:
            continue
        method = inspect.getattr_static(kind, name)
        if isinstance(method, staticmethod | classmethod):
            method = method.__func__
        if callable(method):
            found[name] = name in ASYNC_PROTOCOL or inspect.iscoroutinefunction(method)
    return found


@cache
def fields(kind: type) -> frozenset[str]:
    """The public data that objects of a class declare: properties, slots and annotated fields."""
    names = {name for base in kind.__mro__ for name in vars(base).get("__annotations__", ())}
    names |= {
        name
        for name in dir(kind)
        if isinstance(inspect.getattr_static(kind, name), property | types.MemberDescriptorType)
    }
    return frozenset(name for name in names if not name.startswith("_"))


def make(peer: Peer, number: int, kind: str, name: str, more: Any) -> Any:
    """The stand-in for the object of the other side that has this number and description."""
    match kind:
        case "async":
            return _function(peer, number, "", name, is_async=True)
        case "function":
            return _function(peer, number, "", name, is_async=False)
        case "coroutine":
            return _function(peer, number, "", name, is_async=True)()
        case "error":
            return _error_class(name, more)
        case _:
            if len(more) > MAX_METHODS:
                raise ValueError(f"an object with more than {MAX_METHODS:,} methods")
            kinds = sorted(
                (str(method), bool(is_async)) for method, is_async in more.items() if _is_public(method)
            )
            return _class(peer, name, tuple(kinds))(number)


def _is_public(name: Any) -> bool:
    return (
        type(name) is str
        and name.isidentifier()
        and (not name.startswith("_") or name in ASYNC_PROTOCOL | SYNC_PROTOCOL)
    )


class StandIn:
    """An object of the other side. Equal to nothing but itself."""

    _peer: Peer

    def __init__(self, number: int) -> None:
        self._number = number

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._peer.get(self._number, name)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._peer.far_name}>"


def _class(peer: Peer, name: str, method_kinds: tuple[tuple[str, bool], ...]) -> type[StandIn]:
    key = (name, method_kinds)
    if key not in peer.classes:
        body: dict[str, Any] = {"_peer": peer}
        body |= {method: _method(peer, method, is_async) for method, is_async in method_kinds}
        peer.classes[key] = type(name, (StandIn,), body)
    return peer.classes[key]


def _method(peer: Peer, name: str, is_async: bool) -> Callable[..., Any]:
    def call(self: StandIn, *args: Any, **kwargs: Any) -> Any:
        function = _function(peer, self._number, name, f"{type(self).__name__}.{name}", is_async)
        return function(*args, **kwargs)

    if name == "__await__":
        return lambda self: call(self).__await__()
    call.__name__ = call.__qualname__ = name
    return _marked(call) if is_async else call


def _function(peer: Peer, number: int, method: str, name: str, is_async: bool) -> Callable[..., Any]:
    if is_async:

        async def coroutine(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
            return await peer.call_async(number, method, args, kwargs, name)

        coroutine.__name__ = coroutine.__qualname__ = name

        def call(*args: Any, **kwargs: Any) -> Any:
            peer.coroutines_made += 1
            return coroutine(args, kwargs)

        _marked(call)
    else:

        def call(*args: Any, **kwargs: Any) -> Any:
            return peer.call(number, method, args, kwargs, name)

    call.__name__ = call.__qualname__ = name
    return call


def _marked(function: Callable[..., Any]) -> Callable[..., Any]:
    """Make `iscoroutinefunction` true of a function that returns a coroutine object."""
    if hasattr(inspect, "markcoroutinefunction"):  # Python 3.12
        return inspect.markcoroutinefunction(function)  # type: ignore[no-any-return]
    function._is_coroutine = asyncio.coroutines._is_coroutine  # type: ignore[attr-defined]
    return function


def _error_class(name: str, base: str) -> type[BaseException]:
    import builtins

    kind = getattr(builtins, base, Exception)
    if not isinstance(kind, type) or not issubclass(kind, BaseException):
        kind = Exception
    return type(name, (kind,), {})


def _is_async(thing: Any) -> bool:
    method = getattr(type(thing), "__call__", None)  # noqa: B004 (of an object that is called like a function)
    return inspect.iscoroutinefunction(thing) or inspect.iscoroutinefunction(method)


def _name(thing: Any) -> str:
    name = getattr(thing, "__name__", None)
    return name if isinstance(name, str) else type(thing).__name__
