"""Timelines as they come about: what the program does and what is expected of it, at one moment of virtual time."""

from __future__ import annotations

import math
from dataclasses import dataclass
from textwrap import wrap

from rich.text import Text

from grader.report import plain
from grader.report.lines import rendered
from grader.report.timeline import MOST_ROWS, Course, glyphs_for, last_moment, timelines

LEAP = 1.5

_LINES_AROUND = 11  # titles, axis, the word "expected", what is counted, legend, clock, and the cursor


@dataclass(frozen=True)
class Scene:
    """What is played: a test by its exercise and its title; its calls, of one that is still under way those so far; and
    what was expected. `room`: the axis goes on until then at least, in virtual seconds.
    """

    exercise: str
    title: str
    measured: Course
    expected: Course | None
    room: float = 0.0

    @property
    def end(self) -> float:
        """When there is nothing more to see, in virtual seconds."""
        return last_moment(self.measured, self.expected)


def picture(
    scene: Scene, now: float | None, *, width: int = 80, height: int | None = None, encoding: str = "utf-8"
) -> list[Text]:
    """The scene at the moment `now`, in virtual seconds, in lines of `width` columns; None: as it is when all is over.

    What does not fit in `height` lines is counted.
    """
    chart = timelines(
        scene.measured,
        scene.expected,
        width=width - 1,
        encoding=encoding,
        now=now,
        room=scene.room,
        most_rows=MOST_ROWS if height is None else _rows_in(height, has_two=scene.expected is not None),
    )
    title = plain.one_line(scene.title, encoding)
    lines = [
        Text(f" {plain.one_line(scene.exercise, encoding)}", "bold"),
        *(Text(f" {line}") for line in ([title] if now is not None else wrap(title, width - 2))),
        Text(),
        *chart,
    ]
    if now is not None:
        lines += [Text(), Text(f" {_clock(now, scene.end)}", "bold")]
        lines = [_shortened(line, width - 1, glyphs_for(encoding).more) for line in lines]
    return lines


def room_for(now: float, expected: Course | None) -> float:
    """How far the axis of a test that is still under way goes, in virtual seconds: it grows in few leaps."""
    room = expected.virtual_seconds if expected else 0.0
    leaps = math.ceil(math.log(now / room, LEAP)) if 0 < room < now else 0
    return room * LEAP**leaps if room else now


def render_last_picture(
    scene: Scene, *, width: int = 80, color: bool = False, encoding: str = "utf-8"
) -> str:
    """The scene when all is over, with a line end after each line."""
    return rendered(picture(scene, None, width=width, encoding=encoding), color=color)


def _shortened(line: Text, width: int, more: str) -> Text:
    """A line that the terminal does not break: the next picture has to cover it."""
    line.rstrip()
    if line.cell_len > width:
        line.truncate(width - 1)
        line.append(more)
    return line


def _rows_in(height: int, *, has_two: bool) -> int:
    """How many rows a timeline may have."""
    room = height - _LINES_AROUND
    return max(min(room // 2 if has_two else room, MOST_ROWS), 1)


def _clock(now: float, end: float) -> str:
    """The seconds, with as many places as one sees the bars grow in."""
    places = max(1 - math.floor(math.log10(end)), 1) if end > 0 else 1
    return f"{min(now, end):.{places}f} s"
