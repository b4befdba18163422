"""Words on the command line to one function call, and what comes back to an exit code.

0: all points, or all proved. 1: not all. 2: wrong usage. 3: the kit itself failed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from grader import __version__
from grader.catalog import Catalog, CatalogError, Exercise, UnknownExercise, load_catalog

if TYPE_CHECKING:
    from grader.judge.workers import Workers

WRONG_USAGE, OUR_FAILURE = 2, 3
NOBODY_READS = 141  # what a shell says of a program that such a pipe has ended


class WrongUsage(Exception):
    """The command line asks for what cannot be done. The text says what to do instead."""


def main(words: Sequence[str]) -> int:
    """Do what the command line says; return the exit code."""
    options = _parser().parse_args(words)
    try:
        return int(options.run(options))
    except (WrongUsage, UnknownExercise) as error:
        _complain(error)
        return WRONG_USAGE
    except CatalogError as error:
        _complain(f"The kit's own files are not as they should be.\n{error}")
        return OUR_FAILURE
    except BrokenPipeError:  # nobody reads on, as with `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except KeyboardInterrupt:
        _complain("Stopped.")
        return 130
    except Exception:  # noqa: BLE001 (whatever it is, it is ours, and the student is told so)
        _complain(f"The grader itself failed; nothing is wrong with your work.\n{traceback.format_exc()}")
        return OUR_FAILURE


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"{message}\nTry: {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m grader", description="Overlap: auto-graded exercises for asyncio.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="command")

    check = commands.add_parser("check", help="check exercises, all or those named")
    check.add_argument(
        "names", nargs="*", metavar="NAME", help="a slug, a number (2.1), a chapter (02), or a path"
    )
    check.add_argument("--file", type=Path, metavar="PATH", help="check this file as the one exercise named")
    check.add_argument("--json", action="store_true", help="print one JSON object, and nothing else")
    _add_real_time(check)
    check.set_defaults(run=_check)

    verify = commands.add_parser("verify", help="prove that the exercises are fair (for authors)")
    verify.add_argument("names", nargs="*", metavar="NAME", help="the exercises; all, if none is named")
    verify.add_argument("--record", action="store_true", help="write what was seen beside the hidden tests")
    _add_real_time(verify)
    verify.set_defaults(run=_verify)

    doctor = commands.add_parser("doctor", help="look how far a submission is locked away on this machine")
    doctor.set_defaults(run=_doctor)
    return parser


def _add_real_time(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--real-time",
        type=float,
        nargs="?",
        const=1.0,
        metavar="SPEED",
        help="let virtual seconds pass as real ones, SPEED times as fast (the verdict is the same)",
    )


def _check(options: argparse.Namespace) -> int:
    # Late, since asking for help or misspelling a name should not take half a second.
    from grader.judge.session import JudgeFailed
    from grader.practice import Unusable, check
    from grader.score import exit_code

    workers = _start_workers()  # first of all: the parent of the workers gets ready while this process does
    try:
        catalog = load_catalog()
        chosen = _chosen(catalog, options.names, options.file)
        done = check(catalog, chosen, workers, file=options.file, speed=_speed(options.real_time))
    except Unusable as error:
        raise WrongUsage(str(error)) from None
    except JudgeFailed as error:
        _complain(f"The kit's own tests could not run; nothing is wrong with your work.\n{error}")
        return OUR_FAILURE
    finally:
        workers.close()
    if options.json:
        import msgspec

        sys.stdout.buffer.write(msgspec.json.encode(done.result) + b"\n")
    else:
        from grader.report.terminal import render_check

        _write(
            render_check(
                done.result,
                {exercise.slug: exercise for exercise in catalog.exercises},
                expected=done.expected,
                explanations=done.explanations,
                output=done.output,
                file=str(options.file) if options.file else None,
                width=_width(),
                color=_color(),
                encoding=sys.stdout.encoding or "ascii",
            )
        )
    return exit_code(done.result)


def _verify(options: argparse.Namespace) -> int:
    from grader.judge.session import JudgeFailed
    from grader.report.proofs import render_proofs
    from grader.verify import verify

    workers = _start_workers()
    try:
        catalog = load_catalog()
        chosen = catalog.select(options.names)
        proofs = verify(catalog, chosen, workers, record=options.record, speed=_speed(options.real_time))
    except JudgeFailed as error:
        _complain(error)
        return OUR_FAILURE
    finally:
        workers.close()
    _write(render_proofs(proofs))
    return int(any(proof.problems for proof in proofs))


def _doctor(_options: argparse.Namespace) -> int:
    from grader.judge.isolation import probe
    from grader.report.doctor import render_findings

    workers = _start_workers()
    try:
        findings = probe(workers)
    finally:
        workers.close()
    _write(render_findings(findings.isolation, findings.possible, findings.missing))
    return 0


def _start_workers() -> Workers:
    from grader.judge.workers import default_workers

    return default_workers()


def _chosen(catalog: Catalog, names: Sequence[str], file: Path | None) -> tuple[Exercise, ...]:
    chosen = catalog.select(names)
    if file is not None and len(chosen) != 1:
        raise WrongUsage(
            "--file checks one file as one exercise: name exactly one, as in `check three-scouts --file PATH`."
        )
    return chosen


def _speed(speed: float | None) -> float | None:
    if speed is not None and not 0 < speed < 1e9:
        raise WrongUsage("--real-time wants a speed above 0, as in `--real-time 2`.")
    return speed


def _width() -> int:
    return min(shutil.get_terminal_size((80, 24)).columns, 120)


def _color() -> bool:
    """See https://no-color.org and https://force-color.org."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def _complain(text: object) -> None:
    sys.stderr.write(f"{text}\n")


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode(sys.stdout.encoding or "ascii", "replace"))
    sys.stdout.flush()
