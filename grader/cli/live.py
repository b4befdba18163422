"""Tests as they run: the timeline of `check --real-time`, drawn while its time passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from grader import recording
from grader.catalog import Exercise
from grader.cli.moving import moving
from grader.cli.output import encoding, height, width
from grader.report.animation import Scene, picture, room_for
from grader.verdict import Span

if TYPE_CHECKING:
    from grader.judge.plugin import UnderWay


class _SoFar(NamedTuple):
    """How a test has gone until now."""

    timeline: tuple[Span, ...]
    virtual_seconds: float


@contextmanager
def live(exercises: Mapping[str, Exercise]) -> Iterator[Callable[[UnderWay, float], None]]:
    """What shows a test at a moment; see `practice.check`. `exercises` by slug."""
    recorded = cache(lambda slug: recording.read(exercises[slug].recorded))
    shown_in = encoding()  # of the stream that there is now: hidden tests run with another one
    with moving() as draw:

        def show(test: UnderWay, now: float) -> None:
            expected = recorded(test.slug).expected.get(test.name)
            measured = _SoFar(test.records.timeline, now)
            title = exercises[test.slug].title
            scene = Scene(title, test.title, measured, expected, room_for(now, expected))
            with suppress(OSError):  # the terminal is gone: that says nothing about the program
                draw(picture(scene, now, width=width(), height=height(), encoding=shown_in))

        yield show
