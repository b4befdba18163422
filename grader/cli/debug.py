"""`check NAME --debug`: one test of one exercise, in a process that a debugger can stop."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from grader.catalog import Catalog, Exercise
from grader.cli import kit
from grader.cli.outcome import OUR_FAILURE, WrongUsage
from grader.cli.output import color, complain, encoding, width, write
from grader.editor import without_editor
from grader.report.phrases import counted

if TYPE_CHECKING:
    from grader.judge.plugin import Report
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
    from grader.judge.session import JudgeFailed
    from grader.practice import Unusable, look_into
    from grader.report.debugged import Look, render_debugged, render_debugging

    if options.json or options.html or options.key or options.real_time:
        raise WrongUsage("--debug goes with --file and --test only.")
    catalog = kit.load_catalog()
    look = Look(width(), encoding(), color())
    debugged = DebuggedWorkers()
    try:
        exercise = _the_one(catalog.select(options.names))
        file = options.file or exercise.stub
        reports = _as_in_a_check(catalog, exercise, file, until_failed=options.test is None)
        test = _chosen([report.verdict for report in reports], options.test)
        write(render_debugging(exercise, test, look, will_stop=_will_stop(file)))
        with ctrl_c_is_theirs():
            (report,) = look_into(catalog, exercise, debugged, file=file, only=test.name, patient=True)
    except Unusable as error:
        raise WrongUsage(str(error)) from None
    except JudgeFailed as error:
        complain(f"The kit's own tests could not run; nothing is wrong with your work.\n{error}")
        return OUR_FAILURE
    if debugged.was_left:
        raise KeyboardInterrupt
    expected = recording.read(exercise.recorded).expected.get(test.name)
    write(render_debugged(exercise, report.verdict, report.evidence, expected, look))
    return {"passed": 0, "failed": 1, "error": OUR_FAILURE}[report.verdict.status]


def _as_in_a_check(catalog: Catalog, exercise: Exercise, file: Path, *, until_failed: bool) -> list[Report]:
    from grader.practice import look_into

    with without_editor():
        workers = kit.start_workers()
        try:
            return look_into(catalog, exercise, workers, file=file, until_failed=until_failed)
        finally:
            workers.close()


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
        which = "No test has" if not found else f"{counted(len(found), 'test')} have"
        known = "\n".join(f"  {number}  {test.title}" for number, test in enumerate(tests, 1))
        raise WrongUsage(
            f"{which} {text!r} in its sentence. There are:\n{known}\nGive a number, or more text."
        )
    return found[0]


def _will_stop(file: Path) -> bool:
    """Whether there is something in the file that stops it. Editors set their own breakpoints, elsewhere."""
    source = file.read_bytes()
    return b"breakpoint" in source or b"set_trace" in source or "debugpy" in sys.modules
