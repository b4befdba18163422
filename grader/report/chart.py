"""A timeline as a page draws it: bars in percent of the width, each with its words, and a table of the same.

Nothing here is markup: a template makes SVG of it, which scales with the screen while its texts keep their size.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from grader.report.phrases import counted
from grader.report.timeline import MOST_ROWS, Course, Scale, all_spans, is_same, lanes, last_moment, places
from grader.verdict import Span

MOST_CALLS = 200  # in a table; more are counted
END_OF_CHART = 94.0  # percent: a mark behind the last bar needs room
COLUMNS = 45  # of text, which decide how far ticks stand apart

# (the sign behind a bar, its words): a colour alone would not tell those who do not see it.
_OUTCOMES = {
    "ok": ("", "ended"),
    "failed": ("✗", "failed"),
    "cancelled": ("⊘", "cancelled"),
    "running": ("▸", "had not ended"),
}


class Tick(NamedTuple):
    """A moment of the axis. Every other one gives way on a narrow screen."""

    x: float  # percent of the width
    text: str
    gives_way: bool


class Bar(NamedTuple):
    """One call."""

    x: float  # percent of the width
    width: float  # percent; 0 for a call that takes no time
    outcome: str
    sign: str
    words: str


class Row(NamedTuple):
    """The calls of one label, none of which overlaps another."""

    label: str
    bars: tuple[Bar, ...]
    words: str


class Entry(NamedTuple):
    """A call in the table."""

    label: str
    begins: str
    ends: str
    outcome: str


class Side(NamedTuple):
    """What the program did, or what was expected. `not_drawn` and `not_listed`: how many more calls there are."""

    rows: tuple[Row, ...]
    not_drawn: int
    entries: tuple[Entry, ...]
    not_listed: int
    summary: str  # "3 calls in 6 s"


class Chart(NamedTuple):
    """`expected` is None where nothing is known of it, and where it `is_same` as what was done."""

    ticks: tuple[Tick, ...]
    did: Side
    expected: Side | None
    is_same: bool
    legend: tuple[tuple[str, str], ...]  # (sign, what it means), of the signs that are there


def chart(measured: Course, expected: Course | None) -> Chart:
    """The calls that were measured, and those that were expected, on one scale; `expected` None leaves these out."""
    spans = all_spans(measured, expected)
    end = last_moment(measured, expected) or 1.0
    order = places(spans)
    same = expected is not None and is_same(measured, expected)
    used = {_outcome(span) for span in spans}
    return Chart(
        ticks=_ticks(end),
        did=_side(measured, end, order),
        expected=None if expected is None or same else _side(expected, end, order),
        is_same=same,
        legend=tuple(_OUTCOMES[outcome] for outcome in _OUTCOMES if outcome in used and outcome != "ok"),
    )


def _ticks(end: float) -> tuple[Tick, ...]:
    step = Scale.fit(end, COLUMNS).step
    moments = [number * step for number in range(math.floor(end / step + 1e-9) + 1)]
    return tuple(Tick(_x(moment, end), _seconds(moment), bool(n % 2)) for n, moment in enumerate(moments))


def _side(course: Course, end: float, order: Mapping[str, int]) -> Side:
    spans, seconds = course.timeline, course.virtual_seconds
    rows = lanes(spans, order)
    return Side(
        rows=tuple(_row(lane, seconds, end) for lane in rows[:MOST_ROWS]),
        not_drawn=sum(map(len, rows[MOST_ROWS:])),
        entries=tuple(map(_entry, spans[:MOST_CALLS])),
        not_listed=len(spans[MOST_CALLS:]),
        summary=f"{counted(len(spans), 'call')} in {_seconds(seconds)}",
    )


def _row(lane: Sequence[Span], seconds: float, end: float) -> Row:
    bars = tuple(_bar(span, seconds, end) for span in lane)
    return Row(lane[0].label, bars, "; ".join(bar.words for bar in bars))


def _bar(span: Span, seconds: float, end: float) -> Bar:
    last = max(seconds, span.start) if span.end is None else span.end
    start, stop = _x(span.start, end), _x(last, end)
    outcome = _outcome(span)
    sign, words = _OUTCOMES[outcome]
    until = "the end" if span.end is None else _seconds(span.end)
    spoken = f"{_seconds(span.start)} to {until}" if span.end != span.start else f"at {until}"
    return Bar(start, round(stop - start, 3), outcome, sign, f"{spoken}, {words}" if sign else spoken)


def _entry(span: Span) -> Entry:
    _, words = _OUTCOMES[_outcome(span)]
    return Entry(span.label, _seconds(span.start), "" if span.end is None else _seconds(span.end), words)


def _outcome(span: Span) -> str:
    return "running" if span.end is None else span.outcome


def _x(moment: float, end: float) -> float:
    return round(min(max(moment, 0.0), end) / end * END_OF_CHART, 3)


def _seconds(seconds: float) -> str:
    return f"{seconds:.6g} s"
