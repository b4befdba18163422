"""Functions of the world that take virtual time without an await: they wait, or compute, where they are called.

The judge says how long each call takes, and what comes of it; the time in between passes here, in the thread that
has called. So it blocks the loop if that thread is the loop's, and nobody else if it is not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from grader.worker.processor import compute
from grader.worker.threads import threads


class TimedFunction:
    """A plain function for the submission.

    `begin` gets the arguments of a call, and returns its number and its seconds; `end` gets the number, and returns
    or raises what the call does. With `computes` these are processor seconds, and otherwise a wait.
    """

    def __init__(
        self,
        name: str,
        begin: Callable[..., tuple[int, float]],
        end: Callable[[int], Any],
        computes: bool,
    ) -> None:
        self.__name__ = self.__qualname__ = name
        self._begin = begin
        self._end = end
        self._spend = compute if computes else threads.sleep
        self._number = len(_functions)
        _functions.append(self)

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        number, seconds = self._begin(*args, **kwargs)
        self._spend(seconds)
        return self._end(number)

    def __reduce__(self) -> tuple[Callable[[int], TimedFunction], tuple[int]]:
        """To a process pool it goes by its name, as a function of a module does."""
        return _function, (self._number,)

    def __repr__(self) -> str:
        return f"<function {self.__name__}>"


def _function(number: int) -> TimedFunction:
    return _functions[number]


_functions: list[TimedFunction] = []  # all of this process
