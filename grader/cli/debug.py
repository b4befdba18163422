"""`check NAME --debug`: one test of one exercise, in a process that a debugger can stop."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from grader.catalog import Exercise
from grader.cli import kit
from grader.cli.outcome import OUR_FAILURE, WrongUsage
from grader.cli.output import color, encoding, width, write
from grader.editor import without_editor

if TYPE_CHECKING:
    from grader.verdict import TestVerdict


def add_debug(command: argparse.ArgumentParser) -> None:
    """Add the options to `command`."""
    command.add_argument(
        "--debug", action="store_true", help="run one test such that breakpoint() and Ctrl-C open a debugger"
    )
    command.add_argument(
        "--test",
        metavar="TEXT",
        help="with --debug: the test whose sentence has this text, or this number; else the first that fails",
    )


def debug(options: argparse.Namespace) -> int:
    """Find the test, and run it with the terminal for the student's file. Nothing is remembered of it."""
    from grader import recording
    from grader.judge.debugged import DebuggedWorkers, ctrl_c_is_theirs
    from grader.practice import look_into
    from grader.report.debugged import Look, render_debugged, render_debugging

    if options.json or options.html or options.key or options.real_time:
        raise WrongUsage("--debug goes with --file and --test only.")
    catalog = kit.load_catalog()
    exercise = _the_one(catalog.select(options.names))
    file = options.file or exercise.stub
    look = Look(width(), encoding(), color())
    debugged = DebuggedWorkers()
    with without_editor(), kit.judging() as workers:
        reports = look_into(catalog, exercise, workers, file=file, until_failed=options.test is None)
    test = _chosen([report.verdict for report in reports], options.test)
    write(render_debugging(exercise, test, look, will_stop=_will_stop(file)))
    with kit.judging(debugged), ctrl_c_is_theirs():
        (report,) = look_into(catalog, exercise, debugged, file=file, only=test.name, patient=True)
    if debugged.was_left:
        raise KeyboardInterrupt
    expected = recording.read(exercise.recorded).expected.get(test.name)
    write(render_debugged(exercise, report.verdict, report.evidence, expected, look))
    return {"passed": 0, "failed": 1, "error": OUR_FAILURE}[report.verdict.status]


def _the_one(exercises: Sequence[Exercise]) -> Exercise:
    if len(exercises) != 1:
        raise WrongUsage("--debug is for one exercise: name exactly one, as in `check three-scouts --debug`.")
    return exercises[0]


def _chosen(tests: Sequence[TestVerdict], text: str | None) -> TestVerdict:
    """The test whose title has `text`, or whose number it is; without one the first that fails, or the first."""
    if text is None:
        return next((test for test in tests if test.status == "failed"), tests[0])
    if text.isdecimal() and 0 < int(text) <= len(tests):
        return tests[int(text) - 1]
    found = [test for test in tests if text.lower() in test.title.lower()]
    if len(found) != 1:
        which = f"{len(found)} tests have" if found else "No test has"
        known = "\n".join(f"  {number}  {test.title}" for number, test in enumerate(tests, 1))
        raise WrongUsage(
            f"{which} {text!r} in its sentence. There are:\n{known}\nGive a number, or more text."
        )
    return found[0]


def _will_stop(file: Path) -> bool:
    """Whether there is something in the file that stops it. Editors set their own breakpoints, elsewhere."""
    source = file.read_bytes()
    return b"breakpoint" in source or b"set_trace" in source or "debugpy" in sys.modules
