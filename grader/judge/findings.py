"""What came out of a test, as a reason and a sentence for the student."""

from __future__ import annotations

import asyncio
import re
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from grader.evidence import Located
from grader.judge.records import Elapsed, Records, Seconds, printable, text_of
from grader.judge.submission import NotLoaded
from grader.sim.endings import Ending
from grader.sim.limits import Limits
from grader.sim.values import crossed, where
from grader.verdict import Reason

MESSAGE_LENGTH = 2000  # characters
VALUE_LENGTH = 300
MOST_PLACES = 8
MOST_STEPS = 4  # of a traceback
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")  # in a repr: another one in every run


class Untidy(Located, Exception):
    """The test itself passed, but the submission left something behind."""


class Contained(Exception):
    """What a submission has caused, where pytest takes a BaseException for more than the failure of one test: a
    fixture would stay half set up, and KeyboardInterrupt would end the session."""

    def __init__(self, error: BaseException) -> None:
        self.error = error


@dataclass(frozen=True)
class Finding:
    """Why a test did not pass. `ours` says that the kit itself failed.

    `places` are lines of the submission, (line, note), and `said` is the message where they tell the rest of it.
    """

    reason: Reason | None
    message: str
    ours: bool = False
    said: str = ""
    places: tuple[tuple[int, str], ...] = ()


def find(error: BaseException, test_file: Path, filename: str, records: Records) -> Finding:
    """Judge an exception that ended a test. `filename` is what the student calls the submission's file."""
    finding = _find(error, test_file, filename, records)
    if finding.reason in ("assertion", "hygiene", "exception") and records.blocked:
        finding = _with_blocked(finding, records)
    if finding.ours:
        return replace(finding, message=printable(finding.message))
    return replace(
        finding,
        message=_bounded(finding.message, MESSAGE_LENGTH),
        said=_bounded(finding.said, MESSAGE_LENGTH),
        places=tuple((line, _bounded(note, VALUE_LENGTH)) for line, note in finding.places[:MOST_PLACES]),
    )


def _bounded(text: str, length: int) -> str:
    return printable(ADDRESS.sub("", text)[:length])


def _find(error: BaseException, test_file: Path, filename: str, records: Records) -> Finding:
    if records.not_implemented is not None:  # a test may expect an error, and has taken the stub's for it
        return _raised(records.not_implemented, filename, records.limits)
    if isinstance(error, Ending):
        return Finding(error.reason, str(error), said=error.said, places=error.places)
    if isinstance(error, NotLoaded):
        return Finding("load", str(error), said=error.said, places=error.places)
    if isinstance(error, Untidy):
        return Finding("hygiene", str(error), said=error.said, places=error.places)
    if isinstance(error, Contained):
        return _find(error.error, test_file, filename, records)
    if crossed(error):
        return _raised(error, filename, records.limits)
    if isinstance(error, RuntimeError) and error.__cause__ is not None and crossed(error.__cause__):
        return _raised(
            error.__cause__, filename, records.limits
        )  # Python lets no StopIteration out of a coroutine
    if isinstance(error, asyncio.CancelledError):
        return Finding("exception", "it cancelled its caller: `asyncio.current_task().cancel()` does that")
    frames = [Path(frame.filename) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, AssertionError) and test_file in frames:
        return Finding("assertion", _assertion(str(error)))
    if isinstance(error, pytest.fail.Exception) and not str(error.msg).startswith("Timeout"):
        return Finding("assertion", _not_raised(str(error.msg)))
    if isinstance(error, ConnectionError) and test_file in frames:
        return Finding("assertion", f"the connection broke under the other side: {_in_words(error)}")
    if isinstance(error, Exception) and frames[-1:] == [test_file]:
        # The test worked on what came back, and it was not of the kind that was asked for.
        return Finding("assertion", f"what came back could not be used: {_in_words(error)}")
    text = text_of(error, lambda error: "".join(traceback.format_exception(error)))
    return Finding(None, f"the grader itself failed; please tell its authors:\n{text}", ours=True)


def _raised(error: BaseException, filename: str, limits: Limits) -> Finding:
    steps = where(error)
    place = f" ({filename}, line {steps[-1][0]}, in {steps[-1][1]})" if steps else ""
    if isinstance(error, NotImplementedError):
        line = f", line {steps[-1][0]}" if steps else ""
        return Finding(
            "not-implemented", f"not written yet: replace `raise NotImplementedError` in {filename}{line}"
        )
    said = f"it raised {_in_words(error)}"
    allowed = f". A test may use {limits.memory} MB of memory" if isinstance(error, MemoryError) else ""
    return Finding("exception", f"{said}{place}{allowed}", said=said + allowed, places=_traceback(error))


def _traceback(error: BaseException) -> tuple[tuple[int, str], ...]:
    """The lines of the submission through which an exception has come; and where the parts of a group come from."""
    steps = [(line, f", in {function}") for line, function in where(error)]
    if len(steps) > MOST_STEPS:
        cut = f"… {len(steps) - MOST_STEPS + 1} more calls …"
        steps = [steps[0], (0, cut), *steps[2 - MOST_STEPS :]]
    if isinstance(error, BaseExceptionGroup):
        steps += [
            (where(part)[-1][0], f" raised {_in_words(part)}") for part in error.exceptions if where(part)
        ]
    return tuple(steps)


def _in_words(error: BaseException) -> str:
    if isinstance(error, BaseExceptionGroup):
        parts = ", ".join(_in_words(part) for part in error.exceptions[:5])
        return f"{type(error).__name__} of {parts}"
    text = text_of(error, str)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _assertion(text: str) -> str:
    """The first line: the author's message, or the comparison. What follows shows the hidden test's source."""
    lines = text.splitlines() or [""]
    first = lines[0].removeprefix("assert ").strip()
    if first.startswith("Regex pattern did not match"):
        return "the error's text is not the one that was expected"
    return first if first and first != "False" else "it did something else than was asked"


def _not_raised(text: str) -> str:
    if not text.startswith("DID NOT RAISE "):  # the author's own words
        return text
    kind = text.removeprefix("DID NOT RAISE ").removeprefix("any of ")
    return f"nothing was raised; expected: {kind.replace('<class ', '').replace('>', '')}"


def _with_blocked(finding: Finding, records: Records) -> Finding:
    """A finding, and what else it may come from: the submission has blocked its loop."""
    block = max(records.blocked, key=lambda block: (block.seconds, -block.start))
    total = sum(block.seconds for block in records.blocked)
    times = f", {total:g} s in all" if len(records.blocked) > 1 else ""
    note = f" blocked the event loop for {block.seconds:g} s{times}: nothing else could run meanwhile"
    who = f"line {block.line}" if block.line > 0 else "a call that waits outside of asyncio"
    place = (block.line, note) if block.line > 0 else (0, who + note)
    return replace(
        finding,
        message=f"{finding.message}\n{who}{note}",
        said=finding.said or finding.message,
        places=(*finding.places, place),
    )


def comparison(operator: str, left: Any, right: Any) -> str:
    """A comparison that failed, in words."""
    if operator == "==" and isinstance(left, Elapsed):
        return f"took {_seconds(left)}, expected {_seconds(right)}"
    if operator == "==":
        return f"got {show(left)}, expected {show(right)}"
    if operator == "is":
        itself = "" if right in (True, False, None) else " itself"
        return f"got {show(left)}, expected {show(right)}{itself}"
    return f"got {show(left)}, which is not {operator} {show(right)}"


def show(value: Any, leaf: Callable[[Any], str] = text_of) -> str:
    """A value in few words, the same in every run: sets are sorted. `leaf` makes the words for what is no plain
    data."""
    text = _show(value, leaf)
    return text if len(text) <= VALUE_LENGTH else text[: VALUE_LENGTH - 1] + "…"


def _show(value: Any, leaf: Callable[[Any], str]) -> str:
    kind = type(value)
    if isinstance(value, Seconds):
        return repr(round(float(value), 6))
    if kind in (list, tuple, set, frozenset):
        items = [_show(item, leaf) for item in value]
        if kind in (set, frozenset):
            items.sort()
        opening, closing = "[]" if kind is list else "()" if kind is tuple else "{}"
        comma = "," if kind is tuple and len(items) == 1 else ""
        return (
            f"{opening}{', '.join(items)}{comma}{closing}"
            if items or kind in (list, tuple)
            else f"{kind.__name__}()"
        )
    if kind is dict:
        return (
            "{" + ", ".join(f"{_show(key, leaf)}: {_show(item, leaf)}" for key, item in value.items()) + "}"
        )
    if isinstance(value, BaseException):
        return _in_words(value)
    if kind is float:
        return f"{round(value, 6)!r}"
    return leaf(value)


def _seconds(value: Any) -> str:
    return f"{round(float(value), 6):.6g} s" if not float(value).is_integer() else f"{float(value):.1f} s"
