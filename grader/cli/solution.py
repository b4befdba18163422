"""`solution`: the kit's solution beside the student's own, once there is one."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from grader.catalog import Exercise
from grader.cli import kit
from grader.cli.desk import add_name, one_exercise
from grader.cli.memory import remembered
from grader.cli.outcome import NOT_YET, WrongUsage
from grader.cli.output import color, encoding, width, write
from grader.cli.parser import Commands

if TYPE_CHECKING:
    from grader.verdict import ExerciseVerdict


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    solution = commands.add_parser(
        "solution", help="show the kit's solution beside yours, once you have solved the exercise"
    )
    add_name(solution)
    solution.set_defaults(run=_solution)


def _solution(options: argparse.Namespace) -> int:
    with kit.judging() as workers:
        from grader.desk.stubs import text_of
        from grader.practice import check
        from grader.report.solution import render_closed_solution, render_solution

        catalog = kit.load_catalog()
        exercise = one_exercise(catalog, options.name)
        if not exercise.solution.is_file():
            raise WrongUsage("This copy of the kit has no solutions. Ask whoever gave it to you.")
        done = check(catalog, [exercise], workers)
    remembered(catalog, done.result)
    if not _is_open(exercise, done.result.exercises[0]):
        write(render_closed_solution(exercise, width=width(), color=color(), encoding=encoding()))
        return NOT_YET
    write(
        render_solution(
            exercise,
            done.result.exercises[0],
            own=text_of(exercise.stub),
            solution=text_of(exercise.solution),
            expected=done.expected,
            width=width(),
            color=color(),
            encoding=encoding(),
        )
    )
    return 0


def _is_open(exercise: Exercise, verdict: ExerciseVerdict) -> bool:
    """Whether the student has solved the exercise, now or once."""
    from grader.progress import NotRemembered, read_progress

    try:
        return verdict.status == "solved" or exercise.slug in read_progress(exercise.root).solved
    except NotRemembered:
        return False
