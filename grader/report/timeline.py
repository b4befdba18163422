"""Calls over time, as bars: what the program did, and what the reference solution did, on one scale.

Time goes from left to right, and each label has a row; calls of one label that overlap have more rows.

              0s        1s        2s        3s
      ask n   ████████████████████
      ask w   ██████████████████████████████
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from grader.report import plain
from grader.verdict import Span

MOST_ROWS = 16  # of one timeline; more are counted

_INDENT = "  "
_GAP = "   "


class Glyphs(NamedTuple):
    """The signs of a report, each one cell wide."""

    passed: str
    failed: str
    partly: str
    untouched: str
    broken: str
    star: str  # a stretch
    pointer: str  # what comes next
    separator: str
    more: str
    bar: str
    next_bar: str  # for a call that begins where the one before it in its row ended
    instant: str  # a call that takes no time
    call_failed: str
    call_cancelled: str
    call_running: str

    def cut(self, line: Text, width: int) -> Text:
        """`line` itself, cut to so many columns; its last sign says that there was more."""
        if line.cell_len > width:
            line.truncate(width - 1)
            line.append(self.more)
        return line


BLOCKS = Glyphs("✓", "✗", "◐", "·", "!", "★", "→", "·", "…", "█", "▓", "▏", "✗", "⊘", "▸")
ASCII = Glyphs("+", "x", "~", ".", "!", "*", ">", "-", "~", "#", "=", "|", "x", "/", ">")


def glyphs_for(encoding: str) -> Glyphs:
    """The block characters where `encoding` has them all, else plain ASCII."""
    try:
        "".join(BLOCKS).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return BLOCKS


class Scale(NamedTuple):
    """How virtual seconds become columns. A tick of the axis is a whole number of columns, so that equal times are
    bars of equal length."""

    step: float  # seconds from tick to tick
    columns_per_step: int
    end: float  # seconds, where the chart ends

    @classmethod
    def fit(cls, seconds: float, columns: int) -> Scale:
        """The finest scale that shows `seconds` in `columns`: steps of 1, 2 or 5, or a power of ten of these."""
        end = seconds if seconds > 0 else 1.0
        exponent = math.floor(math.log10(end)) - 2
        while True:
            for digit in (1, 2, 5):
                step = float(f"{digit}e{exponent}")
                columns_per_step = math.floor(columns * step / end)
                widest = max(len(_seconds(tick * step)) for tick in (0, 1, math.floor(end / step)))
                if columns_per_step >= widest + 3 or step > end:
                    return cls(step, max(columns_per_step, 1), end)
            exponent += 1

    def column(self, seconds: float) -> int:
        """The column where `seconds` begins; half a column rounds up."""
        return math.floor(seconds / self.step * self.columns_per_step + 0.5)

    def axis(self) -> str:
        """The ticks with their seconds."""
        line = ""
        for tick in range(math.floor(self.end / self.step + 1e-9) + 1):
            line = line.ljust(tick * self.columns_per_step) + _seconds(tick * self.step)
        return line


class Course(Protocol):
    """How a test went, or how it should go."""

    @property
    def timeline(self) -> Sequence[Span]:
        """The calls, in the order in which they began."""

    @property
    def virtual_seconds(self) -> float:
        """How long it took. A call that has not ended lasts until then."""


def timelines(
    measured: Course,
    expected: Course | None,
    *,
    width: int,
    encoding: str = "utf-8",
    now: float | None = None,
    room: float = 0.0,
    most_rows: int = MOST_ROWS,
) -> list[Text]:
    """The calls that were measured above those that were expected, one axis for both; `expected` None leaves these out.

    `now` draws the same chart at that moment, in virtual seconds: rows and scale stand still, and what is under way
    then grows. `room`: the axis goes on until then at least. `most_rows` are drawn of each of the two, and more are
    counted.
    """
    glyphs = glyphs_for(encoding)
    spans = all_spans(measured, expected)
    end = max(last_moment(measured, expected), room)
    names = {span.label: plain.one_line(span.label, encoding) for span in spans}
    widest = min(max(map(cell_len, names.values()), default=0), width // 3)
    names = {label: _shortened(name, widest, glyphs) for label, name in names.items()}
    left = len(_INDENT) + widest + len(_GAP)
    # The last tick's label stands right of its tick: it needs some columns more.
    scale = Scale.fit(end, max(width - left - len(_seconds(end)), 10))
    order = places(spans)

    style = _Style(order, names, scale, glyphs, most_rows, width)
    chart = [Text(" " * left + scale.axis(), "dim")]
    chart += _rows(measured, now, style, "cyan")
    if expected is not None:
        same = is_same(measured, expected)
        chart.append(Text("expected: the same" if same else "expected", "dim"))
        if not same:
            chart += _rows(expected, now, style, "green")
    # In a moving picture the sign of what is under way is the head of a bar, and explains itself.
    if legend := _legend([span for span in spans if span.end is not None or now is None], glyphs):
        chart.append(Text(_INDENT + legend, "dim"))
    return chart


def all_spans(measured: Course, expected: Course | None) -> list[Span]:
    """The calls of both."""
    return [*measured.timeline, *(expected.timeline if expected else ())]


def is_same(measured: Course, expected: Course) -> bool:
    """Whether both have the same calls."""
    return list(measured.timeline) == list(expected.timeline)


def last_moment(measured: Course, expected: Course | None) -> float:
    """Where a chart of both ends, in virtual seconds."""
    ends = [moment for span in all_spans(measured, expected) for moment in (span.start, span.end or 0.0)]
    return max(measured.virtual_seconds, expected.virtual_seconds if expected else 0.0, *ends)


def places(spans: Sequence[Span]) -> dict[str, int]:
    """Where the rows of each label stand. Of what was done and what was expected together, so that the same name stands
    in the same place: in the order in which things happened."""
    return {span.label: place for place, span in reversed(list(enumerate(spans)))}


def lanes(spans: Sequence[Span], order: Mapping[str, int]) -> list[list[Span]]:
    """The spans by rows: one label each, and none overlaps the one before it."""
    found: list[list[Span]] = []
    for span in spans:
        for lane in found:
            last = lane[-1]
            if last.label == span.label and last.end is not None and last.end <= span.start:
                lane.append(span)
                break
        else:
            found.append([span])
    return sorted(found, key=lambda lane: order.get(lane[0].label, len(order)))


class _Style(NamedTuple):
    """What the rows of a chart have in common."""

    order: Mapping[str, int]
    names: Mapping[str, str]
    scale: Scale
    glyphs: Glyphs
    most_rows: int
    width: int


class _Moment(NamedTuple):
    """When a chart is looked at. `end`: what has not ended lasts until then."""

    now: float
    end: float

    def seen(self, span: Span) -> Span:
        """The span as far as it is known at that moment."""
        if span.end is None or span.end <= self.now:
            return span
        return Span(span.label, span.start, None, "running")


def _moment(seconds: float, now: float | None) -> _Moment:
    return _Moment(math.inf, seconds) if now is None else _Moment(now, min(now, seconds))


def _rows(course: Course, now: float | None, style: _Style, color: str) -> list[Text]:
    moment = _moment(course.virtual_seconds, now)
    rows = lanes(course.timeline, style.order)
    chart = [] if rows else [Text(f"{_INDENT}(nothing is called)", "dim")]
    for lane in rows[: style.most_rows]:
        row = Text()
        if begun := [span for span in lane if span.start <= moment.now]:
            row.append(_INDENT + style.names[lane[0].label] + _GAP)
            row.append_text(_bars(begun, moment, style.scale, style.glyphs, color))
        chart.append(style.glyphs.cut(row, style.width))  # each call has a column, however short it is
    if hidden := sum(len(lane) for lane in rows[style.most_rows :]):
        chart.append(Text(f"{_INDENT}({hidden} more calls)", "dim"))
    return chart


def _bars(lane: Sequence[Span], moment: _Moment, scale: Scale, glyphs: Glyphs, style: str) -> Text:
    row = Text()
    fill = glyphs.bar
    for span in map(moment.seen, lane):
        start = scale.column(span.start)
        stop = scale.column(max(moment.end, span.start) if span.end is None else span.end)
        # Short calls must be seen too: each has a column, and pushes the next one on where columns are rare.
        adjacent = len(row) >= start and len(row) > 0
        start = max(start, len(row))
        length = max(stop - start, 1)
        fill = glyphs.next_bar if adjacent and fill == glyphs.bar else glyphs.bar
        row.append(" " * (start - len(row)))
        mark = _mark(span, glyphs)
        if mark:
            row.append(fill * (length - 1), style)
            row.append(mark, _MARK_STYLES[span.outcome])
        elif span.end == span.start:
            row.append(glyphs.instant, style)
        else:
            row.append(fill * length, style)
    return row


_MARK_STYLES: dict[Literal["ok", "failed", "cancelled", "running"], str] = {
    "ok": "",
    "failed": "bold red",
    "cancelled": "bold magenta",
    "running": "bold yellow",
}


def _mark(span: Span, glyphs: Glyphs) -> str:
    if span.end is None or span.outcome == "running":
        return glyphs.call_running
    return {"failed": glyphs.call_failed, "cancelled": glyphs.call_cancelled}.get(span.outcome, "")


def _legend(spans: Sequence[Span], glyphs: Glyphs) -> str:
    used = {_mark(span, glyphs) for span in spans}
    words = {
        glyphs.call_failed: "failed",
        glyphs.call_cancelled: "cancelled",
        glyphs.call_running: "had not ended",
    }
    return "   ".join(f"{mark} {word}" for mark, word in words.items() if mark in used)


def _shortened(name: str, width: int, glyphs: Glyphs) -> str:
    if cell_len(name) > width:
        name = set_cell_size(name, width - 1).rstrip() + glyphs.more
    return set_cell_size(name, width)


def _seconds(seconds: float) -> str:
    return f"{seconds:.6g}s"
