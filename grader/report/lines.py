"""What every screen of a terminal is made of: lines that fit its width, in signs that it can show."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from grader.catalog import Exercise
from grader.report import plain
from grader.report.console import new_console
from grader.report.phrases import counted
from grader.report.timeline import Glyphs, glyphs_for

MOST_MESSAGE_LINES = 12

# What students type before the name of an exercise.
CHECK, HINT, SOLUTION = "nox -s check --", "nox -s hint --", "nox -s solution --"

_WIDEST_TEXT = 80  # longer lines are hard to read
_WIDEST_CHART = 120

# Text.wrap asks a console for its tab size and its rules only: nothing is printed here.
_WRAPPING = Console(file=io.StringIO(), width=_WIDEST_TEXT, legacy_windows=False, _environ={})


@dataclass(frozen=True)
class Lines:
    """Makes lines for a terminal of `width` columns whose output has `encoding`. What students control is data."""

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

    def clean(self, text: str) -> str:
        return plain.one_line(text, self.encoding)

    def spread(self, left: Text, right: Text) -> Text:
        """A line with something at both ends; where there is no room, the left end gives way."""
        line = self.glyphs.cut(Text(" ").append_text(left), self.text_width - cell_len(right.plain) - 2)
        line.append(" " * (self.text_width - line.cell_len - cell_len(right.plain)))
        return line.append_text(right)

    def title(self, exercise: Exercise) -> Text:
        return Text(
            f"{spoken(exercise.chapter)} {self.glyphs.separator} {self.clean(exercise.title)}", "bold"
        )

    def step(self, word: str, what: str) -> Text:
        """Something to do: a word, and the file or the command for it."""
        return Text.assemble("   ", (f"{word:<9}", "dim"), (self.clean(what), "bold"))

    def files(self, exercise: Exercise, file: str | None = None) -> Iterator[Text]:
        """The files of an exercise that one works with: its lesson, and its stub or another `file`."""
        yield self.step("Read", exercise.shown(exercise.lesson))
        yield self.step("Edit", file or exercise.shown(exercise.stub))

    def steps(self, exercise: Exercise, file: str | None = None) -> Iterator[Text]:
        """How to go on with an exercise, in its stub or in another `file`."""
        yield from self.files(exercise, file)
        yield self.hint(exercise)
        if file is None:
            yield self.step("Check", f"{CHECK} {exercise.slug}")

    def steps_in_brief(self, exercise: Exercise, file: str | None = None) -> Iterator[Text]:
        """The same for somebody who has just checked it, and has no room for more."""
        yield self.step("Edit", file or exercise.shown(exercise.stub))
        yield self.hint(exercise)

    def hint(self, exercise: Exercise) -> Text:
        return self.step(counted(len(exercise.hints), "hint"), f"{HINT} {exercise.slug}")

    def bullet(self, glyph: str, style: str, title: str) -> Iterator[Text]:
        for place, line in enumerate(self.fold(Text(self.clean(title)), self.text_width - 5)):
            yield Text.assemble("   ", (glyph if place == 0 else " ", style), " ").append_text(line)

    def block(self, message: str, *, indent: int = 7, most_lines: int = MOST_MESSAGE_LINES) -> Iterator[Text]:
        lines = self.message_lines(message, indent)
        for line in lines[:most_lines]:
            yield Text(" " * indent).append_text(line)
        if hidden := len(lines[most_lines:]):
            yield Text(f"{' ' * indent}{self.glyphs.more} {counted(hidden, 'more line')}", "dim")

    def glance(self, message: str, indent: int = 7) -> Iterator[Text]:
        """The beginning of a message, in two lines at the most."""
        first, *others = self.message_lines(message, indent)
        yield Text(" " * indent).append_text(first)
        if others:
            last = others[0].append(f" {self.glyphs.more}") if others[1:] else others[0]
            yield Text(" " * indent).append_text(self.cut(last, indent))

    def message_lines(self, message: str, indent: int) -> list[Text]:
        """A message in lines that fit beside so many spaces."""
        return [
            part
            for line in plain.lines(message.strip("\n"), self.encoding)
            for part in self.fold(Text(line), self.text_width - indent)
        ]

    def cut(self, line: Text, indent: int) -> Text:
        """`line`, cut where the screen ends."""
        return self.glyphs.cut(line, self.text_width - indent)

    def wrapped(self, sentence: str, indent: int) -> Iterator[Text]:
        text = Text(sentence)
        text.highlight_regex(r"`[^`]+`", "bold")
        for line in self.fold(text, self.text_width - indent):
            yield Text(" " * indent).append_text(line)

    def fold(self, text: Text, width: int) -> list[Text]:
        return list(text.wrap(_WRAPPING, max(width, 10))) or [text]


def rendered(lines: Iterable[Text], *, color: bool) -> str:
    """The text of a screen, with a line end after each line, and never two blank lines together."""
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


def points(points: int, most: int, style: str, word: str = " points") -> Text:
    """What was earned, as in "4 of 10 points"."""
    return Text(f"{points} of {most}{word}", style)


def spoken(chapter: str) -> str:
    """The folder "02_running_together" as a heading: "02 running together"."""
    return chapter.replace("_", " ")
