"""The kit's solution beside the student's own: its explanation, both programs, and both in time."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, zip_longest

from rich.cells import cell_len
from rich.syntax import Syntax
from rich.text import Text

from grader.catalog import Exercise
from grader.report import plain
from grader.report.lines import Lines, rendered
from grader.report.timeline import timelines
from grader.verdict import ExerciseVerdict, Expected, TestVerdict

MOST_CODE_LINES = 300
MOST_CALLS = 8  # that are easy to compare
SIDE_BY_SIDE = 100  # columns, from which on two programs stand beside each other

_COMMENT = re.compile(r"( *# )(?=\S)")
_BETWEEN = 3  # columns
_COLORS = "ansi_light"  # the terminal's own, and none that is pale


def render_solution(
    exercise: Exercise,
    verdict: ExerciseVerdict,
    *,
    own: str,
    solution: str,
    expected: Mapping[tuple[str, str], Expected],
    width: int = 80,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """The screen of `solution`, with a line end after each line.

    `own` and `solution` are the sources of both; `verdict` is what the check says of the student's own, `expected` by
    (slug, name of a test) what the kit's did in time.
    """
    screen = _Screen(max(width, 40), encoding)
    return rendered(screen.lines(exercise, verdict, own, solution, expected), color=color)


def render_closed_solution(
    exercise: Exercise, *, width: int = 80, color: bool = False, encoding: str = "utf-8"
) -> str:
    """What `solution` says before the exercise is solved."""
    return rendered(_Screen(max(width, 40), encoding).closed(exercise), color=color)


class _Screen(Lines):
    def closed(self, exercise: Exercise) -> Iterator[Text]:
        yield Text()
        yield self.spread(self.title(exercise), Text("not solved yet", "bold"))
        yield Text()
        yield from self.wrapped(
            "The solution opens when yours works: finding a way of your own is what you learn from. "
            "Hints bring you there step by step.",
            3,
        )
        yield Text()
        yield from self.steps(exercise)
        yield Text()

    def lines(
        self,
        exercise: Exercise,
        verdict: ExerciseVerdict,
        own: str,
        solution: str,
        expected: Mapping[tuple[str, str], Expected],
    ) -> Iterator[Text]:
        yield Text()
        yield self.spread(self.title(exercise), Text("the kit's solution", "bold"))
        yield Text()
        yield from self.explanation(solution)
        yield Text()
        yield from self.programs(_program(own), _program(solution))
        yield Text()
        if test := _test_to_show(verdict, expected):
            yield from self.in_time(test, expected[verdict.slug, test.name])
            yield Text()

    def explanation(self, solution: str) -> Iterator[Text]:
        """The docstring of the solution, without its first line, which is a title."""
        for paragraph in _docstring(solution).split("\n\n")[1:]:
            if paragraph.startswith((" ", "- ")):  # code, or a list: its lines are meant
                for line in plain.lines(paragraph, self.encoding):
                    yield from self.folded(Text(line), 3, self.text_width)
            else:
                yield from self.wrapped(self.clean(" ".join(paragraph.split())), 3)
            yield Text()

    def programs(self, own: str, solution: str) -> Iterator[Text]:
        if self.width < SIDE_BY_SIDE:
            yield Text("   Yours", "bold")
            yield from self.program(own, self.text_width)
            yield Text()
            yield Text("   The kit's", "bold")
            yield from self.program(solution, self.text_width)
            return
        column = (self.chart_width - 3 - _BETWEEN) // 2 + 3
        left = [Text("   Yours", "bold"), *self.program(own, column)]
        right = [Text("   The kit's", "bold"), *self.program(solution, column)]
        for mine, kits in zip_longest(left, right, fillvalue=Text()):
            line = mine.copy()
            line.append(" " * (column + _BETWEEN - 3 - line.cell_len))
            yield line.append_text(kits)

    def program(self, source: str, right_end: int) -> Iterator[Text]:
        lines = plain.lines(source, self.encoding)
        shown = "\n".join(_filled(lines[:MOST_CODE_LINES], right_end - 3))
        for line in Syntax("", "python", theme=_COLORS).highlight(shown).split("\n"):
            yield from self.folded(line, 3, right_end)
        hidden = len(lines) - MOST_CODE_LINES
        if hidden > 0:
            yield Text(f"   {self.glyphs.more} {hidden} more lines", "dim")

    def folded(self, line: Text, margin: int, right_end: int) -> Iterator[Text]:
        """A line of code; what does not fit goes on below: a comment as one, code four columns further in."""
        start = len(line.plain) - len(line.plain.lstrip())
        sign = "# " if line.plain.startswith("# ", start) else ""
        lead = " " * (margin + min(start, right_end // 2))
        rest = line[start + len(sign) :]
        further = Text.assemble(lead, (sign, "dim") if sign else "    ")
        first, *others = self.fold(rest, right_end - len(lead) - len(sign))
        yield Text.assemble(lead, (sign, "dim")).append_text(first)
        if others:
            left = rest[len(rest.plain) - len(rest.plain[len(first.plain) :].lstrip()) :]
            for part in self.fold(left, right_end - further.cell_len):
                yield further.copy().append_text(part)

    def in_time(self, test: TestVerdict, expected: Expected) -> Iterator[Text]:
        yield from self.wrapped(f"In time: {self.clean(test.title)}", 3)
        yield Text()
        for line in timelines(test, expected, width=self.chart_width - 5, encoding=self.encoding):
            yield Text("     ").append_text(line)


def _filled(lines: Sequence[str], width: int) -> Iterator[str]:
    """The lines of a program; a comment of several lines that are too wide is filled anew, as prose."""
    for sign, group in groupby(lines, key=lambda line: found[1] if (found := _COMMENT.match(line)) else ""):
        block = list(group)
        if sign and max(map(cell_len, block)) > width:
            text = " ".join(line.removeprefix(sign) for line in block)
            yield from textwrap.wrap(text, width, initial_indent=sign, subsequent_indent=sign)
        else:
            yield from block


def _docstring(source: str) -> str:
    try:
        return ast.get_docstring(ast.parse(source)) or ""
    except (SyntaxError, ValueError):
        return ""


def _program(source: str) -> str:
    """A file without the task at its beginning and the demo at its end; all of it where it is not Python."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return source
    lines = source.split("\n")
    demo = next((node.lineno for node in body if _is_demo(node)), len(lines) + 1)
    task = body[0].end_lineno or 0 if body and _is_text(body[0]) else 0
    return "\n".join(lines[task : demo - 1]).strip("\n")


def _is_demo(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'"


def _is_text(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _test_to_show(
    verdict: ExerciseVerdict, expected: Mapping[tuple[str, str], Expected]
) -> TestVerdict | None:
    """The first test with some calls and not many; else the first with any."""
    calls = {
        test: len(expected[verdict.slug, test.name].timeline)
        for test in verdict.tests
        if (verdict.slug, test.name) in expected
    }
    few = [test for test, count in calls.items() if 2 <= count <= MOST_CALLS]
    return next(iter([*few, *(test for test, count in calls.items() if count)]), None)
