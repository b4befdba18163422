"""A graded class becomes what an instructor reads in the terminal: a line an exercise, and what needs a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.classroom import ClassRecord
from grader.report import plain
from grader.report.console import new_console
from grader.report.phrases import counted, percent
from grader.report.statistics import exercise_figures
from grader.report.timeline import glyphs_for

MOST_PROBLEMS = 10
MOST_CHARACTERS = 300  # of one problem

_LEVEL_0 = (
    "The submissions ran without a lock (isolation level 0): they could do what you can do. "
    "python -m grader doctor says why."
)


def render_class(
    record: ClassRecord,
    *,
    files: Sequence[str] = (),
    width: int = 80,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """The summary of a run, with a line end after each line. `files` are named at the end: where everything is.

    Terminals narrower than 60 columns get lines of 60.
    """
    console = new_console(color=color, width=max(width, 60))
    with console.capture() as capture:
        for part in _parts(record, files, encoding):
            console.print(part, soft_wrap=isinstance(part, Text) and bool(part.no_wrap))
    return "".join(f"{plain.no_command(line.rstrip())}\n" for line in capture.get().split("\n")[:-1])


def _parts(record: ClassRecord, files: Sequence[str], encoding: str) -> Iterator[RenderableType]:
    handed_in = sum(student.has_submitted for student in record.students)
    yield Text()
    yield Text(f"{counted(len(record.students), 'student')}, {handed_in} with submissions", "bold")
    yield Text()
    yield _table(record, encoding)
    yield Text()
    if problems := list(_problems(record)):
        yield from _listed(problems, encoding)
        yield Text()
    if record.isolation.level == 0:
        yield Text(_LEVEL_0, "yellow")
        yield Text()
    for file in files:
        yield Text(plain.one_line(file, encoding), no_wrap=True)  # to be copied


def _table(record: ClassRecord, encoding: str) -> Table:
    more = glyphs_for(encoding).more
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("exercise", ratio=1)
    for name in ("submitted", "solved", "partly", "unsolved", "unclear", "errors", "mean"):
        table.add_column(name, justify="right", no_wrap=True)
    for info, figures in zip(record.exercises, exercise_figures(record), strict=True):
        title = plain.one_line(f"{info.number} {info.title}", encoding)
        table.add_row(
            Text(title if len(title) <= 40 else title[:39] + more),
            str(len(record.students) - figures.missing),
            str(figures.solved),
            str(figures.partly),
            str(figures.unsolved),
            Text(str(figures.unclear), "yellow" if figures.unclear else ""),
            Text(str(figures.errors), "bold magenta" if figures.errors else ""),
            "-" if figures.difficulty is None else percent(figures.difficulty),
        )
    return table


def _problems(record: ClassRecord) -> Iterator[str]:
    """What a person should look at: first what is our failure, then what waits for a decision, then the rest."""
    marks = [(student.student, mark) for student in record.students for mark in student.marks]
    for state, what in (("error", "the grader failed"), ("unclear", "which file counts is unclear")):
        for student, mark in marks:
            if mark.state == state and mark.override is None:
                yield f"{student.name or student.key}, {mark.slug}: {what}. {mark.problem}"
    for problem in record.problems:
        yield f"{problem.path}: {problem.text}"
    for row in record.students:
        yield from (f"{row.student.name or row.student.key}: {problem}" for problem in row.problems)


def _listed(problems: Sequence[str], encoding: str) -> Iterator[RenderableType]:
    yield Text(f"{counted(len(problems), 'problem')}:", "bold")
    for problem in problems[:MOST_PROBLEMS]:
        shown = plain.one_line(problem[: MOST_CHARACTERS + 1].strip(), encoding)
        if len(shown) > MOST_CHARACTERS:
            shown = shown[:MOST_CHARACTERS] + glyphs_for(encoding).more
        yield Padding(Text(f"- {shown}"), (0, 0, 0, 2))
    if len(problems) > MOST_PROBLEMS:
        yield Text(f"  and {len(problems) - MOST_PROBLEMS} more; report.html has all of them.")
