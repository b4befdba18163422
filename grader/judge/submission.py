"""The submission, as a hidden test sees it: its functions and classes, by name."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

from grader.catalog import Declaration
from grader.evidence import Located
from grader.sim.peer import Peer


class NotLoaded(Located, Exception):
    """The file cannot be used. The text says where, why, and what to do."""


class Submission:
    """Names to stand-ins of what the submission's file defines."""

    def __init__(
        self, peer: Peer, filename: str, kinds: Mapping[str, str], declared: Mapping[str, Declaration]
    ) -> None:
        self._peer = peer
        self._kinds = kinds
        self._filename = filename
        self._declared = declared
        self._things: dict[str, Any] = {}
        self._require()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._things:
            self._things[name] = self._find(name)
        return self._things[name]

    def _require(self) -> None:
        """Raise NotLoaded where a declared name is missing, or not what can be used in its place."""
        for name, declaration in self._declared.items():
            kind = self._kinds.get(name)
            if kind is None:
                near = ", ".join(f"`{other}`" for other in sorted(self._kinds)[:5]) or "nothing"
                raise NotLoaded(
                    f"{self._filename} does not define `{name}`: write {_heading(name, declaration)}. "
                    f"It defines {near}."
                )
            heading = _heading(name, declaration)
            if kind == "other" or (declaration.kind == "class" and kind != "class"):
                raise NotLoaded(f"`{name}` in {self._filename} must be {heading}.")
            if kind in ("async", "async generator") and declaration.kind == "def":
                raise NotLoaded(
                    f"`{name}` in {self._filename} must be a plain function: {heading}, without `async`."
                )
            if kind == "async generator" and declaration.kind == "async":
                raise NotLoaded(
                    f"`{name}` in {self._filename} has a `yield`, so that nobody can await it: write {heading} "
                    "with `return`."
                )

    def _find(self, name: str) -> Any:
        thing = self._peer.call(0, "thing", (name,), {})
        declaration = self._declared.get(name)
        kind = self._kinds.get(name)
        if declaration is not None and declaration.kind == "async" and kind in ("def", "class"):
            return self._awaited(name, thing, declaration)
        if declaration is not None and declaration.kind == "async generator" and kind == "async":
            return self._iterated(name, thing)
        return thing

    def _awaited(
        self, name: str, function: Callable[..., Any], declaration: Declaration
    ) -> Callable[..., Any]:
        """A plain function in the place of an async one: as good, if it returns something to await."""

        async def call(*args: Any, **kwargs: Any) -> Any:
            result = function(*args, **kwargs)
            if not inspect.isawaitable(result):
                raise NotLoaded(
                    f"`{name}` in {self._filename} must be {_heading(name, declaration)}: "
                    f"it returned {_type_name(result)} at once, and nothing that can be awaited."
                )
            return await result

        return call

    def _iterated(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A coroutine function in the place of an async generator: a stub, or something without a `yield`."""

        async def call(*args: Any, **kwargs: Any) -> AsyncIterator[Any]:
            await function(*args, **kwargs)  # where nothing is written yet, this says so
            raise NotLoaded(
                f"`{name}` in {self._filename} has no `yield`: it is no async generator, and `async for` cannot go "
                "through what it gives."
            )
            yield  # type: ignore[unreachable]  # which makes this an async generator

        return call


def _heading(name: str, declaration: Declaration) -> str:
    if declaration.kind == "class":
        return f"`class {name}`"
    word = "def" if declaration.kind == "def" else "async def"
    return f"`{word} {name}({declaration.parameters})`"


def _type_name(value: Any) -> str:
    return "None" if value is None else f"a value of type {type(value).__name__}"
