"""What one student is told about all that they handed in: as Markdown, and as one HTML file.

It holds what the judge says to a student: never the source of a hidden test, nothing that was printed during one, and
nothing of a failure of ours except that it was ours. What the student wrote or caused is data in both forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import jinja2
from markupsafe import Markup
from rich.text import Text

from grader.classroom import ExerciseInfo, Lateness, Mark, StudentRecord, TestInfo
from grader.report import markdown, plain
from grader.report.focus import has_timeline, is_not_begun
from grader.report.html import environment
from grader.report.phrases import amount, counted, duration, has_mark, percent
from grader.report.timeline import timelines
from grader.verdict import ExerciseStatus, Expected, TestStatus, TestVerdict

MOST_MESSAGE_LINES = 12
MOST_LINE_CHARACTERS = 300
MOST_PROBLEMS = 20
CHART_WIDTH = 76  # columns: what a page of paper takes

OUR_FAILURE = "The grader itself failed here, not your program. This says nothing about your work."
NO_MARK_YET = "There is no mark until it is graded again."
NOT_DECIDED = "Your instructor has to decide which file counts."
NOTHING_CAME = "Nothing was handed in."


@dataclass(frozen=True)
class Chart:
    """The timeline of a test above the expected one, as text and as the same text in HTML."""

    lines: tuple[str, ...]
    html: Markup


@dataclass(frozen=True)
class TestAccount:
    """One test, as a student may know it."""

    __test__ = False  # for pytest: this is no test

    status: TestStatus
    title: str
    message: tuple[str, ...]
    chart: Chart | None


@dataclass(frozen=True)
class Section:
    """One exercise. `notes` are sentences of the kit and of the instructor; `problem` may hold a student's words."""

    slug: str
    heading: str
    standing: str
    points: str
    problem: str
    notes: tuple[str, ...]
    tests: tuple[TestAccount, ...]
    misconception: str
    explanation: tuple[str, ...]  # paragraphs


@dataclass(frozen=True)
class Feedback:
    """All of it, before it is put into a form."""

    name: str
    points: str
    sections: tuple[Section, ...]
    problems: tuple[str, ...]


def render_markdown(record: StudentRecord, exercises: Sequence[ExerciseInfo]) -> str:
    """The feedback for one student as Markdown. `exercises` are those of the class."""
    return "\n\n".join(_markdown(_feedback(record, exercises))) + "\n"


def render_html(record: StudentRecord, exercises: Sequence[ExerciseInfo]) -> str:
    """The feedback for one student as one HTML file that loads nothing and runs nothing."""
    return _template().render(feedback=_feedback(record, exercises))


# What is said


def _feedback(record: StudentRecord, exercises: Sequence[ExerciseInfo]) -> Feedback:
    known = {exercise.slug: exercise for exercise in exercises}
    problems = [_line(problem) for problem in record.problems[:MOST_PROBLEMS]]
    if not record.has_submitted:
        problems.insert(0, NOTHING_CAME)
    if len(record.problems) > MOST_PROBLEMS:
        problems.append(f"{len(record.problems) - MOST_PROBLEMS} more")
    return Feedback(
        name=_line(record.student.name or record.student.key),
        points=f"{amount(record.points)} of {record.max_points} points",
        sections=tuple(_section(mark, known[mark.slug]) for mark in record.marks),
        problems=tuple(problems),
    )


def _section(mark: Mark, exercise: ExerciseInfo) -> Section:
    verdict = mark.verdict if mark.state == "graded" else None
    misconception = (verdict.misconception if verdict else None) or ""
    explanation = exercise.explanations.get(misconception, "").strip()
    return Section(
        slug=mark.slug,
        heading=f"{exercise.number} {exercise.title}",
        standing=_standing(mark),
        points=f"{amount(mark.points)} of {mark.max_points}" if has_mark(mark) else "no mark yet",
        problem="" if mark.state == "error" else _line(mark.problem),
        notes=tuple(_notes(mark)),
        tests=tuple(_tests(verdict.tests, exercise.tests, {mark.problem})) if verdict else (),
        misconception=misconception,
        explanation=tuple(" ".join(part.split()) for part in explanation.split("\n\n") if part.strip()),
    )


_STANDINGS: dict[ExerciseStatus, str] = {
    "solved": "solved",
    "partly": "partly solved",
    "unsolved": "not solved",
    "error": "not graded",
}


def _standing(mark: Mark) -> str:
    match mark.state:
        case "missing":
            return "not handed in"
        case "unclear":
            return "not decided"
        case "error":
            return "not graded"
        case "graded" if mark.verdict is None:
            return "not run"
        case "graded" if is_not_begun(mark.verdict):
            return "not begun"
        case "graded":
            return _STANDINGS[mark.verdict.status]


def _notes(mark: Mark) -> Iterator[str]:
    if mark.state == "error":
        yield OUR_FAILURE if mark.override else f"{OUR_FAILURE} {NO_MARK_YET}"
    if mark.state == "unclear" and mark.override is None:
        yield NOT_DECIDED
    if mark.late:
        yield _lateness(mark.late, has_penalty=mark.override is None)
    if mark.override:
        found = (
            f" The grader had found {mark.verdict.points}." if mark.verdict and mark.state == "graded" else ""
        )
        reason = _line(mark.override.reason)
        yield f"Set to {amount(mark.override.points)} points by hand: {reason}{_stop(reason)}{found}"


def _lateness(late: Lateness, *, has_penalty: bool) -> str:
    if late.seconds is None:
        came = "The course's system marks this as late"
    else:
        came = f"This came {duration(late.seconds)} after the deadline"
    if not has_penalty:  # a mark that is set by hand has none
        return f"{came}."
    return f"{came}: {f'{percent(late.penalty)} of the points are' if late.penalty else 'no points are'} taken off."


def _tests(tests: Sequence[TestVerdict], infos: Sequence[TestInfo], said: set[str]) -> Iterator[TestAccount]:
    """The tests one by one. What is `said` already, by several tests alike or above all of them, is not said again."""
    expected = {info.name: info.expected for info in infos}
    for test in tests:
        has_failed = test.status == "failed"  # a failure of ours may show the hidden test
        yield TestAccount(
            status=test.status,
            title=_line(test.title or test.name),
            message=_excerpt(test.message) if has_failed and test.message not in said else (),
            chart=_chart(test, expected.get(test.name)) if has_failed else None,
        )
        if has_failed:
            said.add(test.message)


def _excerpt(message: str) -> tuple[str, ...]:
    """The beginning of a message, clean; what is left out is counted."""
    lines = message.replace("\r\n", "\n").strip("\n").split("\n")
    shown = [_cut(line) for text in lines[:MOST_MESSAGE_LINES] for line in plain.lines(_cut(text))]
    if len(lines) > MOST_MESSAGE_LINES:
        shown.append(f"… {counted(len(lines) - MOST_MESSAGE_LINES, 'more line')}")
    return tuple(shown)


def _line(text: str) -> str:
    return _cut(plain.one_line(_cut(text)))


def _cut(line: str) -> str:
    return line if len(line) <= MOST_LINE_CHARACTERS else line[: MOST_LINE_CHARACTERS - 1] + "…"


def _stop(sentence: str) -> str:
    return "" if sentence.endswith((".", "!", "?", "…")) else "."


@lru_cache(maxsize=2_000)  # identical files have identical verdicts, and there are many of them in a class
def _chart(test: TestVerdict, expected: Expected | None) -> Chart | None:
    if not has_timeline(test, expected):
        return None
    lines = timelines(test, expected, width=CHART_WIDTH)
    return Chart(tuple(line.plain.rstrip() for line in lines), Markup("\n").join(map(_coloured, lines)))


_CLASSES = {"cyan": "did", "green": "expected", "dim": "soft"}


def _coloured(line: Text) -> Markup:
    """A line of a timeline, whose styles do not overlap, as HTML."""
    line.rstrip()
    html, end = Markup(), 0
    for span in line.spans:
        html += Markup('{}<span class="{}">{}</span>').format(
            line.plain[end : span.start],
            _CLASSES.get(str(span.style), "mark"),
            line.plain[span.start : span.end],
        )
        end = span.end
    html += line.plain[end:]
    return Markup('<span class="soft">{}</span>').format(html) if line.style == "dim" else html


# As Markdown

_SIGNS: dict[TestStatus, str] = {"passed": "✓ passed", "failed": "✗ failed", "error": "! not graded"}


def _markdown(feedback: Feedback) -> Iterator[str]:
    yield f"# Feedback for {markdown.words(feedback.name)}"
    yield f"**{feedback.points}**"
    yield from (f"- {markdown.words(problem)}" for problem in feedback.problems)
    yield "\n".join(
        [
            "| exercise | standing | points |",
            "|---|---|---|",
            *(f"| {markdown.prose(s.heading)} | {s.standing} | {s.points} |" for s in feedback.sections),
        ]
    )
    for section in feedback.sections:
        yield from _markdown_section(section)


def _markdown_section(section: Section) -> Iterator[str]:
    yield f"## {markdown.prose(section.heading)}"
    yield f"{section.standing} · **{section.points}**"
    if section.problem:
        yield markdown.words(section.problem)
    for note in section.notes:
        yield markdown.prose(note)
    for test in section.tests:
        yield f"**{_SIGNS[test.status]}** {markdown.prose(test.title)}"
        if test.message:
            yield markdown.block(test.message)
        if test.chart:
            yield markdown.block(test.chart.lines)
    if section.misconception:
        yield f"This behaves like **{markdown.prose(section.misconception)}**."
    yield from map(markdown.prose, section.explanation)


# As HTML


@cache
def _template() -> jinja2.Template:
    return environment("grader.report").get_template("feedback.html")
