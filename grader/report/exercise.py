"""One exercise in full: its tests, the one that tells most with its calls in time, and how to go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from rich.text import Text

from grader.catalog import Exercise
from grader.evidence import Evidence
from grader.report import plain
from grader.report.focus import has_timeline, is_not_begun, telling_test
from grader.report.lines import CHECK, Lines, points
from grader.report.printed import Printed, printed_lines
from grader.report.timeline import timelines
from grader.verdict import ExerciseVerdict, Expected, TestVerdict

MOST_PRINTED_LINES = 20
# Where it was, and not how long it took, is the question.
WORTH_DEBUGGING = ("exception", "deadlock", "livelock", "horizon", "hang")


@dataclass(frozen=True)
class ExerciseLines(Lines):
    """Where the texts about an exercise come from, and how much room they have. The fields are as `render_check` takes
    them."""

    exercises: Mapping[str, Exercise]
    expected: Mapping[tuple[str, str], Expected] = field(default_factory=dict)
    explanations: Mapping[tuple[str, str], str] = field(default_factory=dict)
    output: Mapping[tuple[str, str], Printed] = field(default_factory=dict)
    evidence: Mapping[tuple[str, str], Evidence] = field(default_factory=dict)
    file: str | None = None
    before: ExerciseVerdict | None = None
    watching: bool = False
    brief: bool = False
    height: int | None = None

    def exercise(self, verdict: ExerciseVerdict) -> Iterator[Text]:
        lines = list(self.all_of(verdict))
        if self.height is not None and len(lines) + 2 > self.height:  # a blank line above and below
            return replace(self, brief=True).all_of(verdict)
        return iter(lines)

    def all_of(self, verdict: ExerciseVerdict) -> Iterator[Text]:
        exercise = self.exercises[verdict.slug]
        yield self.spread(self.title(exercise), points(verdict.points, verdict.max_points, "bold"))
        yield Text()
        if is_not_begun(verdict):
            yield from self.not_begun(verdict, exercise)
            return
        shown = telling_test(verdict, self.expected)
        yield from self.change(verdict)
        if shown and self.brief and not self.before:
            yield Text(f"   {_summary(verdict)}")
            yield from self.test(verdict.slug, shown, in_full=True, is_news=True)
        else:
            yield from self.tests(verdict, shown)
        if shown:
            yield from self.printed(verdict.slug, shown)
        yield from self.misconception(verdict)
        if verdict.status != "solved" and not (self.brief and self.watching):
            yield Text()
            yield from self.how_to_go_on(exercise)
            if shown and shown.reason in WORTH_DEBUGGING and not (self.watching or self.file):
                yield self.step("Debug", f"{CHECK} {exercise.slug} --debug")

    def tests(self, verdict: ExerciseVerdict, shown: TestVerdict | None) -> Iterator[Text]:
        """All tests, `shown` in full; counted is what is no news."""
        holding, waiting = self.counted(verdict, shown)
        if holding:
            as_before = ", as before" if self.before else ""
            yield from self.bullet(self.glyphs.passed, "green", f"{len(holding)} tests pass{as_before}.")
        said: set[str] = set()  # what several tests say alike is said once
        for test in verdict.tests:
            if test not in (*holding, *waiting):
                message = self.said(verdict.slug, test)
                yield from self.test(verdict.slug, test, in_full=test is shown, is_news=message not in said)
                said.add(message)
        if waiting:
            yield from self.bullet(self.glyphs.failed, "red", f"{len(waiting)} more tests do not pass yet.")

    def how_to_go_on(self, exercise: Exercise) -> Iterator[Text]:
        if self.watching:
            return self.files(exercise)
        return self.steps_in_brief(exercise, self.file) if self.brief else self.steps(exercise, self.file)

    def counted(
        self, verdict: ExerciseVerdict, shown: TestVerdict | None
    ) -> tuple[list[TestVerdict], list[TestVerdict]]:
        """The tests that pass, and those that do not, which are no news: they are counted, where there are several."""
        before = _passed(self.before)
        holding = [
            test
            for test in verdict.tests
            if test.status == "passed" and (test.name in before if self.before else self.brief)
        ]
        waiting = [
            test
            for test in verdict.tests
            if test.status == "failed" and self.brief and test is not shown and test.name not in before
        ]
        return holding if len(holding) > 1 else [], waiting if len(waiting) > 1 else []

    def change(self, verdict: ExerciseVerdict) -> Iterator[Text]:
        if self.before is None:
            return
        if self.before == verdict:
            yield Text("   Nothing has changed.", "dim")
        else:
            yield Text(f"   Before: {self.before.points} of {self.before.max_points} points.", "dim")
        yield Text()

    def not_begun(self, verdict: ExerciseVerdict, exercise: Exercise) -> Iterator[Text]:
        yield from self.wrapped(self.clean(exercise.concept), 3)
        yield Text()
        yield from self.wrapped("Not begun yet. What your program will do:", 3)
        for test in verdict.tests:
            yield from self.bullet(self.glyphs.untouched, "dim", test.title)
        yield Text()
        yield from self.how_to_go_on(exercise)

    def test(self, slug: str, test: TestVerdict, *, in_full: bool, is_news: bool) -> Iterator[Text]:
        glyph, style = {
            "passed": (self.glyphs.passed, "green"),
            "failed": (self.glyphs.failed, "red"),
            "error": (self.glyphs.broken, "bold magenta"),
        }[test.status]
        title = test.title
        if self.before and (test.status == "passed") != (test.name in _passed(self.before)):
            title += " (new)" if test.status == "passed" else " (passed before)"
        yield from self.bullet(glyph, style, title)
        if test.status == "failed":
            if in_full:
                yield from self.evidence_of(slug, test)
                yield from self.timelines(slug, test)
            elif is_news:
                yield from self.glance(self.said(slug, test))

    def said(self, slug: str, test: TestVerdict) -> str:
        """What is said of a test that is not shown in full."""
        seen = self.evidence.get((slug, test.name))
        return seen.said if seen and seen.places and seen.said else test.message

    def evidence_of(self, slug: str, test: TestVerdict) -> Iterator[Text]:
        """The call, what came of it, and the lines of the submission that tell why."""
        seen = self.evidence.get((slug, test.name)) or Evidence()
        if seen.call:
            yield from self.block(seen.call_in_words)
        yield from self.block(seen.said or test.message)
        for place in seen.places:
            yield from self.block(place.where, indent=9)
            if place.source:
                yield Text(" " * 11).append_text(self.cut(Text(self.clean(place.source), "bold"), 11))

    def timelines(self, slug: str, test: TestVerdict) -> Iterator[Text]:
        expected = self.expected.get((slug, test.name))
        if not has_timeline(test, expected):
            return
        yield Text()
        for line in timelines(test, expected, width=self.chart_width - 5, encoding=self.encoding):
            yield Text("     ").append_text(line)
        yield Text()

    def printed(self, slug: str, test: TestVerdict) -> Iterator[Text]:
        printed = self.output.get((slug, test.name))
        if printed is None or not (printed.pieces or printed.dropped_bytes):
            return
        lines = [(f"{round(seconds, 6)} s", line) for seconds, line in printed_lines(printed.pieces)]
        shown = lines[:MOST_PRINTED_LINES]
        yield Text()
        yield Text("   Your program printed:")
        widest = max((len(moment) for moment, _ in shown), default=0)
        for moment, text in shown:
            clean = plain.lines(text, self.encoding)[0]
            for place, line in enumerate(self.fold(Text(clean), self.text_width - 9 - widest)):
                lead = moment if place == 0 else ""
                yield Text.assemble("       ", (lead.rjust(widest), "dim"), "  ").append_text(line)
        if hidden := len(lines) - len(shown):
            yield Text(f"       {self.glyphs.more} {hidden} more lines", "dim")
        if printed.dropped_bytes:
            yield Text(f"       {self.glyphs.more} {printed.dropped_bytes} more bytes were not kept", "dim")

    def misconception(self, verdict: ExerciseVerdict) -> Iterator[Text]:
        if verdict.misconception is None:
            return
        yield Text()
        yield Text.assemble("   This behaves like ", (self.clean(verdict.misconception), "bold"), ".")
        explanation = self.explanations.get((verdict.slug, verdict.misconception), "")
        for paragraph in explanation.strip().split("\n\n"):
            yield from self.wrapped(self.clean(" ".join(paragraph.split())), 3)


def _summary(verdict: ExerciseVerdict) -> str:
    """How many tests pass, before the one that is shown of those that do not."""
    failing = [test for test in verdict.tests if test.status == "failed"]
    passing = len(_passed(verdict))
    others = f"{passing} {'test passes' if passing == 1 else 'tests pass'}, " if passing else ""
    if len(failing) == 1:
        return f"{others}1 does not yet:" if others else "1 test does not pass yet:"
    return f"{others}{len(failing)} {'do not yet' if others else 'tests do not pass yet'}. One of these:"


def _passed(verdict: ExerciseVerdict | None) -> set[str]:
    """The names of the tests that passed."""
    return {test.name for test in verdict.tests if test.status == "passed"} if verdict else set()
