"""One result as Markdown: what a workflow shows as its step summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from grader.formats import bounded
from grader.formats.settled import NotGraded, message, settled
from grader.report import markdown, plain
from grader.report.focus import has_timeline
from grader.report.timeline import timelines
from grader.verdict import ExerciseVerdict, Expected, Result, TestVerdict

MOST_BYTES = 512 * 1024  # GitHub takes 1 MiB for all summaries of a step

CHART_WIDTH = 76

_STATUS = {
    "solved": "✅ solved",
    "partly": "🟡 partly",
    "unsolved": "❌ not solved",
    "error": "⚠️ not checked",
}
_TEST = {"passed": "✅", "failed": "❌", "error": "⚠️"}


def write(result: Result, expected: Mapping[tuple[str, str], Expected] | None = None) -> bytes:
    """A table of the exercises, then each one that has points left to get: its tests, messages, and a timeline as text.

    `expected`: what the reference solution did, by (slug, name of a test). What a student controls stands in blocks of
    code.
    """
    parts = [*_head(result)]
    size = sum(map(_size, parts))
    for exercise in result.exercises:
        if exercise.status == "solved" or _is_not_begun(exercise):
            continue
        section = "\n\n".join(_section(exercise, expected or {}))
        size += _size(section)
        if size > MOST_BYTES:
            parts.append("There is more than fits here: `python -m grader check` shows all.")
            break
        parts.append(section)
    return ("\n\n".join(parts) + "\n").encode()


def _head(result: Result) -> Iterator[str]:
    yield f"## Overlap: {result.points} of {result.max_points} points"
    try:
        settled(result)
    except NotGraded as error:
        yield f"> ⚠️ {markdown.prose(str(error))}"
    if result.notes:  # they may name files of the student's
        yield _block(bounded.block("\n".join(result.notes)))
    rows = [
        f"| {markdown.prose(exercise.slug)} | {_status(exercise)} | {exercise.points} of {exercise.max_points} |"
        for exercise in result.exercises
    ]
    yield "\n".join(["| Exercise | Status | Points |", "|---|---|---:|", *rows])


def _status(exercise: ExerciseVerdict) -> str:
    return "· not begun" if _is_not_begun(exercise) else _STATUS[exercise.status]


def _is_not_begun(exercise: ExerciseVerdict) -> bool:
    failed = [test for test in exercise.tests if test.status != "passed"]
    return exercise.status == "unsolved" and all(test.reason == "not-implemented" for test in failed)


def _section(exercise: ExerciseVerdict, expected: Mapping[tuple[str, str], Expected]) -> Iterator[str]:
    yield f"### {markdown.prose(exercise.slug)}"
    if exercise.misconception:
        yield f"This behaves like {markdown.code(exercise.misconception)}."
    said: set[str] = set()  # what several tests say alike is said once, and one timeline is enough
    has_chart = False
    for test in exercise.tests:
        title = markdown.prose(bounded.line(test.title or test.name))
        yield f"{_TEST[test.status]} {title} ({test.points} of {test.max_points})"
        if test.status == "passed":
            continue
        told = message(test)
        if told not in said:
            yield _block(bounded.block(told))
            said.add(told)
        if not has_chart and (chart := _chart(test, expected.get((exercise.slug, test.name)))):
            yield _block(chart)
            has_chart = True


def _chart(test: TestVerdict, expected: Expected | None) -> str:
    if not has_timeline(test, expected):
        return ""
    drawn = timelines(test, expected, width=CHART_WIDTH)
    return "\n".join(row.plain.rstrip() for row in drawn)


def _block(text: str) -> str:
    return markdown.block([plain.no_command(row) for row in text.split("\n")])


def _size(text: str) -> int:
    return len(text.encode()) + 2
