"""What a failed test has seen, in words for a report (`grader.evidence`)."""

from __future__ import annotations

import importlib.util
from typing import Any, NamedTuple

from grader.evidence import Evidence, Place
from grader.judge.findings import ADDRESS, Finding, comparison, show
from grader.judge.records import Asked, Elapsed, Records, printable, text_of
from grader.judge.world import Watched

CALL_LENGTH = 200  # characters
SOURCE_LENGTH = 200
VALUE_LENGTH = 160  # of two values, one below the other
SHORT = 60  # two values in one sentence of so many characters need no lines of their own
KEPT = 30  # characters before the first difference of two long values


class Compared(NamedTuple):
    """A comparison of a hidden test that did not hold."""

    operator: str
    left: Any
    right: Any


def evidence(finding: Finding, records: Records, compared: Compared | None, source: bytes) -> Evidence:
    """What is to be shown of a test that has failed. `compared`: its last comparison; `source`: the submission's."""
    lines = _lines(source) if finding.places else []
    return Evidence(
        call=_call(records.asked) if records.asked else "",
        calls=records.times_asked,
        said=_side_by_side(finding, compared) or finding.said,
        places=tuple(Place(line, _line(lines, line), note) for line, note in finding.places),
    )


def _call(asked: Asked) -> str:
    """The call as the test's author would write it, with the world's functions by their names."""
    words = [
        *(show(value, _name) for value in asked.args),
        *(f"{name}={show(value, _name)}" for name, value in asked.kwargs.items()),
    ]
    call = printable(f"{asked.name}({', '.join(words)})")
    return call if len(call) <= CALL_LENGTH else call[: CALL_LENGTH - 2] + "…)"


def _name(value: Any) -> str:
    """What is no plain data: a function by its name, an object that says nothing of itself by its class."""
    if isinstance(value, Watched):
        return value.__name__
    text = ADDRESS.sub("", text_of(value))
    if not text.startswith("<"):
        return text
    name = str(getattr(value, "__name__", type(value).__name__))
    return "lambda" if name == "<lambda>" else name


def _side_by_side(finding: Finding, compared: Compared | None) -> str:
    """Two values that are not equal, one below the other, where that is easier to read than the sentence; else ""."""
    if finding.reason != "assertion" or compared is None or compared.operator != "==":
        return ""
    sentence = comparison(*compared)
    said = finding.said or finding.message
    if isinstance(compared.left, Elapsed) or len(sentence) <= SHORT or said != sentence:
        return ""
    left, right = _around_the_difference(show(compared.left), show(compared.right))
    return f"got       {left}\nexpected  {right}"


def _around_the_difference(left: str, right: str) -> tuple[str, str]:
    same = next((at for at, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), 0)
    start = same - KEPT if max(len(left), len(right)) > VALUE_LENGTH and same > 2 * KEPT else 0
    return _part(left, start), _part(right, start)


def _part(text: str, start: int) -> str:
    before = "…" if start else ""
    after = "…" if len(text) > start + VALUE_LENGTH else ""
    return f"{before}{text[start : start + VALUE_LENGTH]}{after}"


def _lines(source: bytes) -> list[str]:
    try:
        text = importlib.util.decode_source(source)
    except (SyntaxError, UnicodeError, LookupError):
        text = source.decode("utf-8", "replace").replace("\r\n", "\n")
    return text.split("\n")


def _line(lines: list[str], number: int) -> str:
    return printable(lines[number - 1].strip()[:SOURCE_LENGTH]) if 0 < number <= len(lines) else ""
