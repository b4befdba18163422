"""Tests as they run: the timeline of `check --real-time`, drawn while its time passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from grader import recording
from grader.catalog import Exercise
from grader.cli.moving import moving
from grader.cli.output import encoding, height, width
from grader.report.animation import Scene, picture, room_for

if TYPE_CHECKING:
    from grader.judge.plugin import UnderWay


@contextmanager
def live(exercises: Mapping[str, Exercise]) -> Iterator[Callable[[UnderWay, float], None]]:
    """What shows a test at a moment; see `practice.check`. `exercises` by slug."""
    recorded = {slug: recording.read(exercise.recorded) for slug, exercise in exercises.items()}
    shown_in = encoding()  # of the stream that there is now: hidden tests run with another one
    with moving() as draw:

        def show(test: UnderWay, now: float) -> None:
            expected = recorded[test.slug].expected.get(test.name)
            title = exercises[test.slug].title
            scene = Scene(title, test.title, test.records.timeline, now, expected, room_for(now, expected))
            with suppress(OSError):  # the terminal is gone: that says nothing about the program
                draw(picture(scene, now, width=width(), height=height(), encoding=shown_in))

        yield show
