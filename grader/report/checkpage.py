"""The page of a check: lesson, task, what was found, timelines and output, as one HTML file that loads nothing.

It is for one student and holds all that the terminal shows, and more: every timeline, and what was printed in every
test. It needs no script: what folds is HTML's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Literal, NamedTuple

import jinja2
from markupsafe import escape

from grader.catalog import Exercise
from grader.evidence import Evidence
from grader.handout import Handout
from grader.report.chart import Chart, chart
from grader.report.focus import has_timeline, is_not_begun
from grader.report.html import Inline, environment, harmless, policy_source, with_code
from grader.report.lesson import Lesson, render_lesson, render_task
from grader.report.phrases import counted
from grader.report.plain import shown_line, shown_text
from grader.report.printed import Printed, printed_lines
from grader.verdict import ExerciseVerdict, Expected, Result, TestVerdict

MOST_PRINTED_LINES = 200

Standing = Literal["solved", "partly", "unsolved", "error", "untouched"]
# (sign, words)
STANDINGS: Mapping[Standing, tuple[str, str]] = {
    "solved": ("✓", "solved"),
    "partly": ("◐", "partly solved"),
    "unsolved": ("✗", "not solved"),
    "error": ("!", "could not be checked"),
    "untouched": ("·", "not begun"),
}


class Output(NamedTuple):
    """What was printed in a test: (virtual seconds, line), and what is left out, in words."""

    lines: tuple[tuple[str, str], ...]
    left_out: str


@dataclass(frozen=True)
class TestPart:
    """One test. What it says is empty where another one has said the same.

    `call`: the call that the test has made last, in words; `places`: (which line, what stands there) of the submission.
    """

    __test__ = False  # for pytest: this is no test

    verdict: TestVerdict
    call: str
    message: str
    places: tuple[tuple[str, str], ...]
    chart: Chart | None
    output: Output | None


@dataclass(frozen=True)
class ExercisePart:
    """One exercise."""

    verdict: ExerciseVerdict
    exercise: Exercise
    standing: Standing
    task: Lesson
    tests: tuple[TestPart, ...]
    explanation: tuple[str, ...]  # paragraphs, where a misconception is recognised


@dataclass(frozen=True)
class ChapterPart:
    """A chapter, and those of its exercises that were checked."""

    folder: str
    lesson: Lesson
    exercises: tuple[ExercisePart, ...]


def render_check_page(
    result: Result,
    exercises: Mapping[str, Exercise],
    handouts: Mapping[str, Handout],
    *,
    expected: Mapping[tuple[str, str], Expected] | None = None,
    explanations: Mapping[tuple[str, str], str] | None = None,
    output: Mapping[tuple[str, str], Printed] | None = None,
    evidence: Mapping[tuple[str, str], Evidence] | None = None,
) -> str:
    """The page of a check.

    `exercises` and `handouts` by slug; `expected`, `output` and `evidence` by (slug, name of a test); `explanations` by
    (slug, name of a misconception).
    """
    known = _Known(exercises, handouts, expected or {}, explanations or {}, output or {}, evidence or {})
    chapters = tuple(known.chapters(result))
    style = _style()
    title = exercises[result.exercises[0].slug].title if len(result.exercises) == 1 else "All exercises"
    return _template().render(
        policy=Inline(
            f"default-src 'none'; style-src {policy_source(style)}; base-uri 'none'; form-action 'none'"
        ),
        style=Inline(style),
        title=title,
        result=result,
        chapters=chapters,
        is_one=len(result.exercises) == 1,
        standings=STANDINGS,
    )


@dataclass(frozen=True)
class _Known:
    """Where the parts of a page come from."""

    exercises: Mapping[str, Exercise]
    handouts: Mapping[str, Handout]
    expected: Mapping[tuple[str, str], Expected]
    explanations: Mapping[tuple[str, str], str]
    output: Mapping[tuple[str, str], Printed]
    evidence: Mapping[tuple[str, str], Evidence]

    def chapters(self, result: Result) -> Iterator[ChapterPart]:
        for folder, verdicts in groupby(result.exercises, key=lambda verdict: verdict.chapter):
            parts = tuple(map(self.exercise, verdicts))
            places = {part.exercise.stub.name: f"#{part.exercise.slug}" for part in parts}
            text = self.handouts[parts[0].exercise.slug].lesson
            yield ChapterPart(folder, render_lesson(text, level=4, places=places), parts)

    def exercise(self, verdict: ExerciseVerdict) -> ExercisePart:
        explanation = self.explanations.get((verdict.slug, verdict.misconception or ""), "")
        return ExercisePart(
            verdict=verdict,
            exercise=self.exercises[verdict.slug],
            standing="untouched" if is_not_begun(verdict) else verdict.status,
            task=render_task(self.handouts[verdict.slug].task, level=5),
            tests=tuple(self.tests(verdict)),
            explanation=tuple(" ".join(part.split()) for part in explanation.split("\n\n") if part.strip()),
        )

    def tests(self, verdict: ExerciseVerdict) -> Iterator[TestPart]:
        said: set[str] = set()  # what several tests say alike is said once
        for test in verdict.tests:
            seen = self.evidence.get((verdict.slug, test.name)) or Evidence()
            message = seen.said or test.message
            is_news = message not in said
            yield TestPart(
                verdict=test,
                call=seen.call_in_words,
                message=message if is_news else "",
                places=tuple((place.where, place.source) for place in seen.places) if is_news else (),
                chart=self.chart(verdict.slug, test),
                output=_output(self.output.get((verdict.slug, test.name))),
            )
            said.add(message)

    def chart(self, slug: str, test: TestVerdict) -> Chart | None:
        expected = self.expected.get((slug, test.name))
        if test.status == "error" or not has_timeline(test, expected):
            return None
        return chart(test, expected)


def _output(printed: Printed | None) -> Output | None:
    if printed is None or not (printed.pieces or printed.dropped_bytes):
        return None
    lines = [(f"{round(seconds, 6):g} s", line) for seconds, line in printed_lines(printed.pieces)]
    left_out = []
    if lines[MOST_PRINTED_LINES:]:
        left_out.append(counted(len(lines) - MOST_PRINTED_LINES, "more line"))
    if printed.dropped_bytes:
        left_out.append(f"{counted(printed.dropped_bytes, 'more byte')} not kept")
    return Output(tuple(lines[:MOST_PRINTED_LINES]), ", ".join(left_out))


def _style() -> str:
    folder = resources.files("grader.report").joinpath("templates")
    return "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in ("palette.css", "check.css"))


@cache
def _template() -> jinja2.Template:
    templates = environment("grader.report", finalize=harmless)
    templates.globals["counted"] = counted
    templates.filters["block"] = lambda text: escape(shown_text(text))
    templates.filters["prose"] = lambda text: with_code(shown_line(text))
    return templates.get_template("check.html")
