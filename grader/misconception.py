"""Recognising a misconception by what a submission does, never by reading its source.

The fingerprint of a submission is what its failed tests have measured. It is compared with the fingerprints
of the wrong solutions that the exercise's author has written. The counts of a trace (tasks made, coroutine
objects made before the first body ran, locks made, executor jobs) tell apart what takes the same time:
awaiting in a loop, ``await create_task(...)`` in a loop, and a list of coroutine objects awaited in turn all
take 6.0 s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from grader.verdict import Reason, Span, TestVerdict

CUT = "…"  # ends a value that is too long to be shown
SpanShape = tuple[str, float, float | None, str]  # (name of what was called, start, end, outcome)


class Symptom(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one failed test has measured. None: it differs from run to run, with the values that the test draws."""

    test: str
    reason: Reason | None
    message: str | None = None
    shape: str | None = (
        None  # of the message: without numbers and quoted text; None too where a value was cut
    )
    seconds: float | None = None
    spans: tuple[SpanShape, ...] | None = None
    trace: Mapping[str, int] | None = None


Fingerprint = tuple[Symptom, ...]


def symptom(verdict: TestVerdict, trace: Mapping[str, int]) -> Symptom:
    """What a failed test has measured."""
    # Other messages speak of the submission's own functions, by their names.
    message = (
        _without_own_names(verdict.message) if verdict.reason in ("assertion", "exception", "load") else ""
    )
    if verdict.reason == "load":  # what is wrong with the file counts, and not what it calls its things
        message = _without_values(message)
    return Symptom(
        test=verdict.name,
        reason=verdict.reason,
        message=message,
        shape=_shape_of_message(message),
        seconds=verdict.virtual_seconds,
        spans=tuple(sorted((_shape(span) for span in verdict.timeline), key=repr)),
        trace=trace,
    )


def common(one: Fingerprint, other: Fingerprint) -> Fingerprint | None:
    """What two runs of the same submission with different drawn values agree on; None if different tests failed."""
    if [(s.test, s.reason) for s in one] != [(s.test, s.reason) for s in other]:
        return None
    return tuple(
        Symptom(
            left.test,
            left.reason,
            left.message if left.message == right.message else None,
            min(left.shape or "", right.shape or "", key=len) if _agree_in_shape(left, right) else None,
            left.seconds if left.seconds == right.seconds else None,
            left.spans if left.spans == right.spans else None,
            left.trace if left.trace == right.trace else None,
        )
        for left, right in zip(one, other, strict=True)
    )


def recognise(own: Fingerprint, known: Mapping[str, Fingerprint]) -> str | None:
    """The name of the one known fingerprint that fits. None where none fits, or two do."""
    if not own:
        return None
    fitting = [name for name, fingerprint in known.items() if _fits(own, fingerprint, with_trace=False)]
    if len(fitting) > 1:
        fitting = [name for name in fitting if _fits(own, known[name], with_trace=True)]
    return fitting[0] if len(fitting) == 1 else None


def alike(fingerprints: Mapping[str, Fingerprint]) -> list[tuple[str, str]]:
    """The pairs of fingerprints that nothing tells apart."""
    names = sorted(fingerprints)
    pairs = ((one, other) for index, one in enumerate(names) for other in names[index + 1 :])
    return [
        (one, other) for one, other in pairs if _fits(fingerprints[one], fingerprints[other], with_trace=True)
    ]


def _fits(own: Fingerprint, known: Fingerprint, *, with_trace: bool) -> bool:
    return len(own) == len(known) and all(
        mine.test == theirs.test
        and mine.reason == theirs.reason
        and _agree(mine.message, theirs.message)
        and _agree_in_shape(mine, theirs)
        and _agree(mine.seconds, theirs.seconds)
        and _agree(mine.spans, theirs.spans)
        and (not with_trace or _agree(mine.trace, theirs.trace))
        for mine, theirs in zip(own, known, strict=True)
    )


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _agree_in_shape(one: Symptom, other: Symptom) -> bool:
    """Where a value was cut depends on its length, and that on the values drawn: what comes after it is left open."""
    if one.shape is None or other.shape is None or CUT not in one.shape + other.shape:
        return _agree(one.shape, other.shape)
    short, long = sorted((one.shape.rstrip(CUT), other.shape.rstrip(CUT)), key=len)
    return long.startswith(short)


def _shape(span: Span) -> SpanShape:
    return span.label.split(" ")[0], span.start, span.end, span.outcome


def _without_own_names(message: str) -> str:
    """A message without the file, and what is called in it, of the one submission that it was about."""
    message = re.sub(r" ?\([^()]*line \d+[^()]*\)|line \d+ |\S+\.py\b", "", message)
    message = re.sub(r"<((?:coroutine|generator|async_generator) object) [\w.<>]+", r"<\1>", message)
    message = re.sub(r"<\w+ of the submission>", "<an object of the submission>", message)
    return re.sub(r"\b(name|variable) '[^']*'", r"\1 TEXT", message)


def _shape_of_message(message: str) -> str:
    shown, cut, _ = message.partition(CUT)
    text = _without_values(shown)
    return re.sub(r"['\"`][^'\"`]*$", "", text) + cut if cut else text


def _without_values(message: str) -> str:
    text = re.sub(r"'[^']*'|\"[^\"]*\"|`[^`]*`", "TEXT", message)
    return re.sub(r"-?\d+(\.\d+)?(e-?\d+)?", "N", text)
