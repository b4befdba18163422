"""A result becomes what a student reads in the terminal: the board, the exercise to go on with, and the next step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.text import Text

from grader.catalog import Exercise
from grader.desk.news import News
from grader.evidence import Evidence
from grader.report.exercise import ExerciseLines
from grader.report.focus import exercise_to_show, is_not_begun
from grader.report.lines import CHECK, SOLUTION, points, rendered, spoken
from grader.report.phrases import counted
from grader.report.printed import Printed
from grader.verdict import ExerciseVerdict, Expected, Result

MOST_BOARD_LINES = 20  # exercises; of more, a chapter is a line where that says all


def render_check(
    result: Result,
    exercises: Mapping[str, Exercise],
    *,
    expected: Mapping[tuple[str, str], Expected] | None = None,
    explanations: Mapping[tuple[str, str], str] | None = None,
    output: Mapping[tuple[str, str], Printed] | None = None,
    evidence: Mapping[tuple[str, str], Evidence] | None = None,
    file: str | None = None,
    has_solutions: bool = True,
    news: News | None = None,
    before: ExerciseVerdict | None = None,
    watching: bool = False,
    brief: bool = False,
    width: int = 80,
    height: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """The report of `check`, with a line end after each line.

    `exercises` by slug; `expected`, `output` and `evidence` by (slug, name of a test); `explanations` by (slug, name of
    a misconception). `file` is the submission that was checked, where it is not the stub. `has_solutions`: those of
    the kit lie beside the exercises, as they do not in what students receive for a course. `news`: what a check in
    place has changed for the student; where it is not known, nothing is celebrated.

    `before` is what the check before has said of the one exercise: what still holds is then counted only, and what is
    new is marked. `watching`: hints, solutions and the next check are one key away, so no command is named. `brief`:
    one test is shown in full, and of the others what is new; the rest is counted. So it is also where the exercise that
    is shown would take more than `height` lines.

    Terminals narrower than 40 columns get lines of 40.
    """
    report = Report(
        max(width, 40),
        encoding,
        exercises,
        expected=expected or {},
        explanations=explanations or {},
        output=output or {},
        evidence=evidence or {},
        file=file,
        has_solutions=has_solutions,
        news=news,
        before=None if before is None or is_not_begun(before) else before,
        watching=watching,
        brief=brief,
        height=height,
    )
    return rendered(report.lines(result), color=color)


@dataclass(frozen=True)
class Report(ExerciseLines):
    """A whole result. The fields are as `render_check` takes them."""

    has_solutions: bool = True
    news: News | None = None

    def lines(self, result: Result) -> Iterator[Text]:
        yield Text()
        if first := self.first_step(result):
            yield from self.welcome(result, first)
            yield Text()
        else:
            yield from self.exercises_checked(result)
        if result.isolation.level == 0:
            sentence = "Your file ran without a lock (isolation level 0): python -m grader doctor says why."
            yield from self.wrapped(sentence, 3)
            yield Text()
        for note in result.notes:
            yield from self.wrapped(self.clean(note), 3)
            yield Text()

    def exercises_checked(self, result: Result) -> Iterator[Text]:
        if len(result.exercises) > 1:
            yield from self.board(result)
            yield Text()
            yield from self.reached()
        if focus := exercise_to_show(result, self.exercises):
            yield from self.exercise(focus)
            yield Text()
        elif len(result.exercises) == 1 and result.exercises[0].status == "solved":
            yield from self.exercise(result.exercises[0])
            yield Text()
        for verdict in result.exercises:
            if verdict.status == "error":
                yield from self.our_failure(verdict)
                yield Text()
        if result.exercises and all(verdict.status == "solved" for verdict in result.exercises):
            yield from self.all_solved(result)
            yield Text()

    # Where nobody has begun

    def first_step(self, result: Result) -> Exercise | None:
        """The exercise to begin with, where the whole kit was checked and is as it was handed out."""
        is_whole = len(result.exercises) == len(self.exercises) > 1
        if self.news and is_whole and all(map(is_not_begun, result.exercises)):
            return self.news.next
        return None

    def welcome(self, result: Result, first: Exercise) -> Iterator[Text]:
        chapters = [(name, list(group)) for name, group in groupby(result.exercises, key=_chapter)]
        yield self.spread(Text("Overlap", "bold"), points(result.points, result.max_points, "bold"))
        yield Text()
        yield from self.wrapped(
            f"Welcome. {counted(len(self.exercises), 'exercise')} in {counted(len(chapters), 'chapter')} wait for you, "
            "and none is begun yet.",
            1,
        )
        yield from self.wrapped(f"The first one is {first.number} {self.clean(first.title)}:", 1)
        yield Text()
        yield self.step("1  Read", f" {first.shown(first.lesson)}")
        yield self.step("2  Write", f" {first.shown(first.stub)}")
        yield self.step("3  Check", f" {CHECK} {first.slug}")
        yield Text()
        yield from self.wrapped("The text at the beginning of the file is the whole task.", 3)
        yield Text()
        for chapter, verdicts in chapters:
            yield self.chapter_line(chapter, verdicts)
        yield Text()
        yield from self.wrapped("All of them by name: `nox -s list`", 3)

    # The board

    def board(self, result: Result) -> Iterator[Text]:
        yield self.spread(Text("Overlap", "bold"), points(result.points, result.max_points, "bold"))
        is_long = len(result.exercises) > MOST_BOARD_LINES
        was_short = False
        for chapter, group in groupby(result.exercises, key=_chapter):
            verdicts = list(group)
            is_short = is_long and len({self.status(verdict) for verdict in verdicts}) == 1
            if not (is_short and was_short):
                yield Text()
            if is_short:
                yield self.chapter_line(chapter, verdicts)
            else:
                yield Text(f" {spoken(chapter)}", "bold")
                yield from map(self.board_line, verdicts)
            was_short = is_short

    def chapter_line(self, chapter: str, verdicts: Sequence[ExerciseVerdict]) -> Text:
        """A chapter of which there is nothing to tell but this: all is solved, or none is begun."""
        glyph, style = self.status(verdicts[0])
        marks = (
            self.glyphs.star if self.exercises[v.slug].stretch and is_not_begun(v) else glyph
            for v in verdicts
        )
        return self.spread(
            Text(spoken(chapter), "bold" if style != "dim" else ""), Text(" ".join(marks), style)
        )

    def board_line(self, verdict: ExerciseVerdict) -> Text:
        exercise = self.exercises[verdict.slug]
        glyph, style = self.status(verdict)
        left = Text.assemble("  ", (glyph, style), f" {exercise.number:<5}{self.clean(exercise.title)}")
        if exercise.stretch:
            left.append(" (stretch)", "dim")
        if verdict.status == "error":
            right = Text("not checked", style)
        elif is_not_begun(verdict):
            left.stylize("dim")
            right = Text("not begun", "dim")
        else:
            right = points(verdict.points, verdict.max_points, style, word="")
        return self.spread(left, right)

    def status(self, verdict: ExerciseVerdict) -> tuple[str, str]:
        if verdict.status == "unsolved" and is_not_begun(verdict):
            return self.glyphs.untouched, "dim"
        return {
            "solved": (self.glyphs.passed, "green"),
            "partly": (self.glyphs.partly, "yellow"),
            "unsolved": (self.glyphs.failed, "red"),
            "error": (self.glyphs.broken, "bold magenta"),
        }[verdict.status]

    # What is about all

    def our_failure(self, verdict: ExerciseVerdict) -> Iterator[Text]:
        exercise = self.exercises[verdict.slug]
        title = self.clean(exercise.title)
        yield Text.assemble(" ", (f"{self.glyphs.broken} {title} could not be checked", "bold magenta"))
        yield from self.wrapped(
            "The kit itself failed here, not your program: this says nothing about your work, and gives no mark.",
            3,
        )
        for test in verdict.tests:
            if test.status == "error":
                yield from self.bullet(self.glyphs.broken, "magenta", test.title or test.name)
                yield from self.block(test.message)
        yield from self.wrapped(
            f"Run `nox -s check -- {exercise.slug}` once more. If it fails again, send these lines and your file "
            "to whoever gave you this kit.",
            3,
        )

    def all_solved(self, result: Result) -> Iterator[Text]:
        if len(result.exercises) > 1:
            is_all = len(result.exercises) == len(self.exercises)
            yield Text(f" {'Everything is' if is_all else 'All of these are'} solved.", "bold green")
        else:
            yield from self.one_solved(self.exercises[result.exercises[0].slug])
        if self.news:
            yield Text()
            yield from self.coming(self.news.next)

    def one_solved(self, exercise: Exercise) -> Iterator[Text]:
        if self.news is None:
            yield Text.assemble("   ", ("Solved.", "bold green"), " The others: ", ("nox -s check", "bold"))
            if self.has_solutions:
                yield Text.assemble("   The kit's own way: ", (exercise.shown(exercise.solution), "bold"))
            return
        is_first = exercise in self.news.solved
        yield Text.assemble("   ", ("Solved.", "bold green"), " Well done." if is_first else "")
        yield from self.reached_beyond(self.news)
        yield Text()
        if self.has_solutions and not self.watching:
            yield self.step("Compare", f"{SOLUTION} {exercise.slug}")

    # What a check has changed

    def reached(self) -> Iterator[Text]:
        if self.news and self.news.solved:
            names = ", ".join(self.clean(exercise.title) for exercise in self.news.solved)
            yield from self.wrapped(f"Solved for the first time: {names}. Well done.", 3)
            yield from self.reached_beyond(self.news)
            yield Text()

    def reached_beyond(self, news: News) -> Iterator[Text]:
        for chapter in news.chapters:
            yield from self.wrapped(f"Chapter {spoken(chapter)} is complete.", 3)
        if news.is_complete:
            left = " The stretches are left, for whoever wants more." if news.next else ""
            yield from self.wrapped(f"With it, every chapter is.{left}", 3)

    def coming(self, exercise: Exercise | None) -> Iterator[Text]:
        if exercise is None:
            yield from self.wrapped(
                "Nothing is left to solve. Each lesson says at its end where to read more.", 3
            )
            return
        yield self.step("Next", f"{exercise.number} {self.clean(exercise.title)}")
        yield self.step("Read", exercise.shown(exercise.lesson))
        yield self.step("Edit", exercise.shown(exercise.stub))


def _chapter(verdict: ExerciseVerdict) -> str:
    return verdict.chapter
