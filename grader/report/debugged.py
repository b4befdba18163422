"""What is said before and after one test runs in a debugger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from grader.catalog import Exercise
from grader.evidence import Evidence
from grader.report.exercise import ExerciseLines
from grader.report.lines import CHECK, Lines, rendered
from grader.verdict import Expected, TestVerdict


class Look(NamedTuple):
    """What the terminal can show."""

    width: int
    encoding: str
    color: bool


def render_debugging(exercise: Exercise, test: TestVerdict, look: Look, *, will_stop: bool) -> str:
    """What is said before. `will_stop`: something in the file, or in an editor, stops it."""
    return rendered(
        _before(exercise, test, Lines(max(look.width, 40), look.encoding), will_stop), color=look.color
    )


def render_debugged(
    exercise: Exercise, test: TestVerdict, evidence: Evidence | None, expected: Expected | None, look: Look
) -> str:
    """What came of the test, beside what the solution does in it."""
    key = exercise.slug, test.name
    report = ExerciseLines(
        max(look.width, 40),
        look.encoding,
        {exercise.slug: exercise},
        expected={key: expected} if expected else {},
        evidence={key: evidence} if evidence else {},
    )
    return rendered(_after(exercise, test, report), color=look.color)


def _before(exercise: Exercise, test: TestVerdict, lines: Lines, will_stop: bool) -> Iterator[Text]:
    yield Text()
    yield Text(" ").append_text(lines.title(exercise))
    yield Text()
    yield from lines.bullet(lines.glyphs.pointer, "bold", test.title)
    yield Text()
    yield from lines.wrapped(
        "Only this test runs now. Your file has the terminal, and neither lock nor limits.", 3
    )
    if not will_stop:
        yield from lines.wrapped(
            "Nothing in it stops it: write `breakpoint()` on a line of its own where you want to look.", 3
        )
    yield from lines.wrapped(
        "`n` next line, `s` into a call, `c` on, `p NAME` shows a value, `w` where, `q` leaves. "
        "Ctrl-C stops it wherever it is.",
        3,
    )
    yield Text()


def _after(exercise: Exercise, test: TestVerdict, report: ExerciseLines) -> Iterator[Text]:
    yield Text()
    yield from report.test(exercise.slug, test, in_full=True, is_news=True)
    if test.status == "error":
        yield from report.block(
            f"This is a failure of the kit, not of your program.\n{test.message}", most_lines=400
        )
    yield Text()
    yield report.step("Check", f"{CHECK} {exercise.slug}")
    yield Text()
