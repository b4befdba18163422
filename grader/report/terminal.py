"""A result becomes what a student reads in the terminal: the board, the exercise to go on with, and the next step."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from grader.catalog import Exercise
from grader.report import plain
from grader.report.console import new_console
from grader.report.focus import exercise_to_show, has_timeline, is_not_begun, telling_test
from grader.report.printed import Printed, printed_lines
from grader.report.timeline import Glyphs, glyphs_for, timelines
from grader.verdict import ExerciseVerdict, Expected, Result, TestVerdict

MOST_MESSAGE_LINES = 12
MOST_PRINTED_LINES = 20

_WIDEST_TEXT = 80  # longer lines are hard to read
_WIDEST_CHART = 120

# Text.wrap asks a console for its tab size and its rules only: nothing is printed here.
_WRAPPING = Console(file=io.StringIO(), width=_WIDEST_TEXT, legacy_windows=False, _environ={})


def render_check(
    result: Result,
    exercises: Mapping[str, Exercise],
    *,
    expected: Mapping[tuple[str, str], Expected] | None = None,
    explanations: Mapping[tuple[str, str], str] | None = None,
    output: Mapping[tuple[str, str], Printed] | None = None,
    file: str | None = None,
    hint_command: str | None = None,
    has_solutions: bool = True,
    width: int = 80,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """The report of `check`, with a line end after each line.

    `exercises` by slug; `expected` and `output` by (slug, name of a test); `explanations` by (slug, name of a
    misconception). `file` is the submission that was checked, where it is not the stub. `hint_command` is what shows
    hints when a slug is added to it; without one, the report names the file that holds them. `has_solutions`: those of
    the kit lie beside the exercises, as they do not in what students receive for a course.

    Terminals narrower than 40 columns get lines of 40.
    """
    report = _Report(
        exercises,
        expected or {},
        explanations or {},
        output or {},
        file,
        hint_command,
        has_solutions,
        max(width, 40),
        encoding,
    )
    return _rendered(report.lines(result), color=color)


def _rendered(lines: Iterator[Text], *, color: bool) -> str:
    console = new_console(color=color)
    with console.capture() as capture:
        blank = False  # parts put blank lines around themselves: one is enough between two of them
        for line in lines:
            line.rstrip()
            if line.plain or not blank:
                console.print(_no_command(line), soft_wrap=True)
            blank = not line.plain
    return capture.get()


def _no_command(line: Text) -> Text:
    safe = plain.no_command(line.plain)
    return line if safe == line.plain else Text(safe)


@dataclass(frozen=True)
class _Report:
    """What the parts of one report have in common: where texts come from, and how wide they may be."""

    exercises: Mapping[str, Exercise]
    expected: Mapping[tuple[str, str], Expected]
    explanations: Mapping[tuple[str, str], str]
    output: Mapping[tuple[str, str], Printed]
    file: str | None
    hint_command: str | None
    has_solutions: bool
    width: int
    encoding: str

    @property
    def glyphs(self) -> Glyphs:
        return glyphs_for(self.encoding)

    @property
    def text_width(self) -> int:
        return min(self.width, _WIDEST_TEXT) - 1

    @property
    def chart_width(self) -> int:
        return min(self.width, _WIDEST_CHART) - 1

    def lines(self, result: Result) -> Iterator[Text]:
        yield Text()
        if len(result.exercises) > 1:
            yield from self.board(result)
            yield Text()
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
        if result.isolation.level == 0:
            sentence = "Your file ran without a lock (isolation level 0): python -m grader doctor says why."
            yield from self.wrapped(sentence, 3)
            yield Text()
        for note in result.notes:
            yield from self.wrapped(self.clean(note), 3)
            yield Text()

    # The board

    def board(self, result: Result) -> Iterator[Text]:
        yield self.spread(Text("Overlap", "bold"), _points(result.points, result.max_points, "bold"))
        chapter = None
        for verdict in result.exercises:
            if verdict.chapter != chapter:
                chapter = verdict.chapter
                yield Text()
                yield Text(f" {_spoken(chapter)}", "bold")
            yield self.board_line(verdict)

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
            right = _points(verdict.points, verdict.max_points, style, word="")
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

    # One exercise in full

    def exercise(self, verdict: ExerciseVerdict) -> Iterator[Text]:
        exercise = self.exercises[verdict.slug]
        title = f"{_spoken(verdict.chapter)} {self.glyphs.separator} {self.clean(exercise.title)}"
        yield self.spread(Text(title, "bold"), _points(verdict.points, verdict.max_points, "bold"))
        yield Text()
        if is_not_begun(verdict):
            yield from self.not_begun(verdict, exercise)
            return
        shown = telling_test(verdict, self.expected)
        said: set[str] = set()  # what several tests say alike is said once
        for test in verdict.tests:
            yield from self.test(verdict, test, in_full=test is shown, is_news=test.message not in said)
            said.add(test.message)
        if shown:
            yield from self.printed(verdict.slug, shown)
        yield from self.misconception(verdict)
        if verdict.status != "solved":
            yield Text()
            yield from self.next_step(exercise)

    def not_begun(self, verdict: ExerciseVerdict, exercise: Exercise) -> Iterator[Text]:
        yield from self.wrapped(self.clean(exercise.concept), 3)
        yield Text()
        yield Text("   Not begun yet. What your program will do:")
        for test in verdict.tests:
            yield from self.bullet(self.glyphs.untouched, "dim", test.title)
        yield Text()
        yield from self.next_step(exercise)

    def test(
        self, verdict: ExerciseVerdict, test: TestVerdict, *, in_full: bool, is_news: bool
    ) -> Iterator[Text]:
        glyph, style = {
            "passed": (self.glyphs.passed, "green"),
            "failed": (self.glyphs.failed, "red"),
            "error": (self.glyphs.broken, "bold magenta"),
        }[test.status]
        yield from self.bullet(glyph, style, test.title)
        if test.status == "failed":
            if is_news:
                yield from self.block(test.message)
            if in_full:
                yield from self.timelines(verdict.slug, test)

    def timelines(self, slug: str, test: TestVerdict) -> Iterator[Text]:
        expected = self.expected.get((slug, test.name))
        if not has_timeline(test, expected):
            return
        yield Text()
        for line in timelines(
            test.timeline,
            expected.timeline if expected else None,
            seconds=max(test.virtual_seconds, expected.virtual_seconds if expected else 0.0),
            width=self.chart_width - 5,
            encoding=self.encoding,
        ):
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

    def next_step(self, exercise: Exercise) -> Iterator[Text]:
        count = len(exercise.hints)
        hints = "1 hint" if count == 1 else f"{count} hints"
        command = self.hint_command
        steps = [
            ("Edit", self.file or exercise.shown(exercise.stub)),
            ("Read", exercise.shown(exercise.lesson)),
            (hints, f"{command} {exercise.slug}" if command else exercise.shown(exercise.settings)),
            ("Check", f"nox -s check -- {exercise.slug}" if self.file is None else ""),
        ]
        for word, what in steps:
            if what:
                yield Text.assemble("   ", (f"{word:<9}", "dim"), (self.clean(what), "bold"))

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
            yield Text(" Everything is solved.", "bold green")
            return
        exercise = self.exercises[result.exercises[0].slug]
        yield Text.assemble("   ", ("Solved.", "bold green"), " The others: ", ("nox -s check", "bold"))
        if self.has_solutions:
            yield Text.assemble("   The kit's own way: ", (exercise.shown(exercise.solution), "bold"))

    # Lines

    def clean(self, text: str) -> str:
        return plain.one_line(text, self.encoding)

    def spread(self, left: Text, right: Text) -> Text:
        """A line with something at both ends; where there is no room, the left end gives way."""
        line = Text(" ").append_text(left)
        room = self.text_width - cell_len(right.plain) - 2
        if line.cell_len > room:
            line.truncate(room - 1)
            line.append(self.glyphs.more)
        line.append(" " * (self.text_width - line.cell_len - cell_len(right.plain)))
        return line.append_text(right)

    def bullet(self, glyph: str, style: str, title: str) -> Iterator[Text]:
        for place, line in enumerate(self.fold(Text(self.clean(title)), self.text_width - 5)):
            yield Text.assemble("   ", (glyph if place == 0 else " ", style), " ").append_text(line)

    def block(self, message: str) -> Iterator[Text]:
        lines = [
            part
            for line in plain.lines(message.strip("\n"), self.encoding)
            for part in self.fold(Text(line), self.text_width - 7)
        ]
        for line in lines[:MOST_MESSAGE_LINES]:
            yield Text("       ").append_text(line)
        if len(lines) > MOST_MESSAGE_LINES:
            hidden = len(lines) - MOST_MESSAGE_LINES
            yield Text(f"       {self.glyphs.more} {hidden} more lines", "dim")

    def wrapped(self, sentence: str, indent: int) -> Iterator[Text]:
        text = Text(sentence)
        text.highlight_regex(r"`[^`]+`", "bold")
        for line in self.fold(text, self.text_width - indent):
            yield Text(" " * indent).append_text(line)

    def fold(self, text: Text, width: int) -> list[Text]:
        return list(text.wrap(_WRAPPING, max(width, 10))) or [text]


def _points(points: int, most: int, style: str, word: str = " points") -> Text:
    return Text(f"{points} of {most}{word}", style)


def _spoken(chapter: str) -> str:
    """The folder "02_running_together" as a heading: "02 running together"."""
    return chapter.replace("_", " ")
