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
STOPPED = 130  # by Ctrl-C, as a shell says it
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
        return STOPPED
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
    check.add_argument(
        "--key",
        type=Path,
        metavar="FILE",
        help="the key of sealed tests, else in OVERLAP_KEY (for instructors)",
    )
    _add_real_time(check)
    check.set_defaults(run=_check)

    verify = commands.add_parser("verify", help="prove that the exercises are fair (for authors)")
    verify.add_argument("names", nargs="*", metavar="NAME", help="the exercises; all, if none is named")
    verify.add_argument("--record", action="store_true", help="write what was seen beside the hidden tests")
    _add_real_time(verify)
    verify.set_defaults(run=_verify)

    _add_grade(commands)
    _add_export(commands)
    _add_release(commands)

    doctor = commands.add_parser("doctor", help="look how far a submission is locked away on this machine")
    doctor.set_defaults(run=_doctor)
    return parser


def _add_grade(commands: argparse._SubParsersAction[_Parser]) -> None:
    grade = commands.add_parser("grade", help="grade a class (for instructors; docs/grading.md)")
    add = grade.add_argument
    add(
        "submissions",
        type=Path,
        metavar="SUBMISSIONS",
        help="what was handed in: a folder or a zip, of any layout",
    )
    add(
        "--out", type=Path, required=True, metavar="DIR", help="where results go, and where verdicts are kept"
    )
    add(
        "--exercises",
        nargs="+",
        default=[],
        metavar="NAME",
        help="these, handed in or not; else those handed in",
    )
    add("--only", nargs="+", default=[], metavar="STUDENT", help="these only: their keys, names or emails")
    add("--roster", type=Path, metavar="CSV", help="who is in the class")
    add(
        "--deadline",
        metavar="TIME",
        help="2026-11-20T23:59, in this machine's zone, or with one: ...T23:59+01:00",
    )
    add(
        "--late-penalty",
        metavar="PART",
        help="10%%/day, 2%%/hour, 20%%/week for each that has begun; or 50%% once",
    )
    add("--overrides", type=Path, metavar="CSV", help="marks set by hand: student, exercise, points, reason")
    add(
        "--manifest",
        type=Path,
        metavar="JSON",
        help="of the release: say who has changed files of the course",
    )
    add("--similarity", action="store_true", help="also look for likely copies")
    add("--force", action="store_true", help="judge again what has a verdict")
    add("--jobs", type=int, metavar="N", help="processes on this machine; a core each, if not given")
    add("--cluster", metavar="ADDRESS", help="the scheduler of a Dask cluster, in the place of processes")
    add("--accept-level", type=int, default=1, metavar="N", help="of isolation, at least; see `doctor`")
    grade.set_defaults(run=_grade)


def _add_export(commands: argparse._SubParsersAction[_Parser]) -> None:
    export = commands.add_parser(
        "export", help="write results for another system: an LMS, a CI, another grader"
    )
    export.add_argument("format", metavar="FORMAT", help="github, gradescope, canvas, moodle, junit ...")
    export.add_argument(
        "--from",
        dest="source",
        required=True,
        metavar="RESULTS",
        help="the folder of a graded class, a file written by `check --json`, or - for standard input",
    )
    export.add_argument(
        "--into", type=Path, metavar="FILE", help="where to write; standard output, if not given"
    )
    export.add_argument(
        "--sheet", type=Path, metavar="FILE", help="canvas, moodle: the downloaded file to fill in"
    )
    export.add_argument("--column", metavar="TITLE", help="canvas, moodle: the column that takes the marks")
    export.add_argument(
        "--exercise", metavar="NAME", help="canvas, moodle: marks of this exercise, not the total"
    )
    export.add_argument(
        "--scale", action="store_true", help="canvas, moodle: convert to the points given there"
    )
    export.set_defaults(run=_export)


def _add_release(commands: argparse._SubParsersAction[_Parser]) -> None:
    release = commands.add_parser("release", help="write what students receive (docs/github.md)")
    release.add_argument("folder", type=Path, metavar="DIR", help="where to: a new or an empty folder")
    release.add_argument("--exercises", nargs="+", default=[], metavar="NAME", help="these only; else all")
    release.add_argument(
        "--tests",
        choices=("public", "sealed", "remote"),
        default="public",
        help="hidden tests: left out, encrypted in the release, or fetched by CI",
    )
    release.add_argument(
        "--key", type=Path, metavar="FILE", help="sealed: the key; a new one is made if it is not there"
    )
    release.add_argument("--repository", metavar="OWNER/NAME", help="remote: where the hidden tests are")
    release.add_argument("--ref", default="main", help="remote: a branch, a tag, or best a commit")
    release.add_argument(
        "--classroom50", type=Path, metavar="DIR", help="write the grader for Classroom 50 there"
    )
    release.add_argument(
        "--gradescope", type=Path, metavar="FILE", help="write the autograder for Gradescope there, a zip"
    )
    release.set_defaults(run=_release)

    compare = commands.add_parser("compare", help="see what students have changed in a release")
    compare.add_argument(
        "manifest", type=Path, metavar="MANIFEST", help="the manifest.json that you have kept"
    )
    compare.add_argument("folders", type=Path, nargs="+", metavar="REPOSITORY", help="a student's copy")
    compare.set_defaults(run=_compare)

    ci = commands.add_parser("ci", help="grade a push; the workflow of a release runs it")
    ci.add_argument("work", type=Path, metavar="WORK", help="the student's checkout")
    ci.add_argument("--hidden", type=Path, metavar="DIR", help="a checkout that has the hidden tests")
    ci.add_argument("--classroom50", action="store_true", help="write result.json for Classroom 50")
    ci.add_argument(
        "--gradescope",
        type=Path,
        metavar="FILE",
        help="WORK is an upload: write Gradescope's results.json there",
    )
    ci.add_argument("--accept-level", type=int, default=1, metavar="N", help="of isolation, for --gradescope")
    ci.set_defaults(run=_ci)


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
    from grader.bulk.manifest import NoManifest
    from grader.judge.session import JudgeFailed
    from grader.practice import Unusable, check
    from grader.release.released import with_its_tests
    from grader.release.sealed import SealError
    from grader.score import exit_code

    workers = _start_workers()  # first of all: the parent of the workers gets ready while this process does
    try:
        with with_its_tests(load_catalog(), workers, options.key, os.environ) as (catalog, notes):
            chosen = _chosen(catalog, options.names, options.file)
            done = check(
                catalog, chosen, workers, file=options.file, speed=_speed(options.real_time), notes=notes
            )
    except (Unusable, NoManifest, SealError) as error:
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
                has_solutions=(catalog.root / "solutions").is_dir(),
                width=_width(),
                color=_color(),
                encoding=sys.stdout.encoding or "ascii",
            )
        )
    return exit_code(done.result)


def _verify(options: argparse.Namespace) -> int:
    from grader.bulk.executors import cores
    from grader.judge.session import JudgeFailed
    from grader.report.proofs import render_proofs
    from grader.verify import verify_side_by_side

    catalog = load_catalog()
    chosen = catalog.select(options.names)
    jobs = min(cores(), len(chosen))
    try:
        proofs = verify_side_by_side(
            catalog, chosen, jobs, record=options.record, speed=_speed(options.real_time)
        )
    except JudgeFailed as error:
        _complain(error)
        return OUR_FAILURE
    _write(render_proofs(proofs))
    return int(any(proof.problems for proof in proofs))


def _grade(options: argparse.Namespace) -> int:
    from grader.bulk.deadline import NotUnderstood
    from grader.bulk.grade import CannotGrade, grade
    from grader.bulk.progress import progress
    from grader.bulk.request import request_of
    from grader.report.classtable import render_class

    try:
        catalog = load_catalog()
        request = request_of(options, catalog)
        record = grade(catalog, request, _complain, lambda total: progress(total, sys.stderr))
    except (CannotGrade, NotUnderstood) as error:
        raise WrongUsage(str(error)) from None
    except KeyboardInterrupt:
        _complain(
            f"Stopped. What was judged is kept in {options.out}: the same command (without --force) goes on."
        )
        return STOPPED
    _write(
        render_class(
            record,
            files=[str(options.out / name) for name in ("report.html", "gradebook.csv", "feedback")],
            width=_width(),
            color=_color(),
            encoding=sys.stdout.encoding or "ascii",
        )
    )
    return OUR_FAILURE if any(mark.state == "error" for row in record.students for mark in row.marks) else 0


def _export(options: argparse.Namespace) -> int:
    from grader.export import FORMATS, NotExportable, Wishes, export
    from grader.formats.settled import NotGraded

    if options.format not in FORMATS:
        raise WrongUsage(f"There is no format {options.format}. There are: {', '.join(FORMATS)}.")
    wishes = Wishes(options.into, options.sheet, options.column, options.exercise, options.scale)
    try:
        notes = export(options.format, options.source, wishes)
    except NotExportable as error:
        raise WrongUsage(str(error)) from None
    except NotGraded as error:
        _complain(error)
        return OUR_FAILURE
    for note in notes:
        _complain(note)  # standard output may be the file itself
    return 0


def _release(options: argparse.Namespace) -> int:
    from grader.release.command import release
    from grader.release.contents import NotReleasable
    from grader.release.sealed import SealError

    try:
        sentences = release(load_catalog(), options)
    except (NotReleasable, SealError) as error:
        raise WrongUsage(str(error)) from None
    _write("".join(f"{sentence}\n" for sentence in sentences))
    return 0


def _compare(options: argparse.Namespace) -> int:
    from grader.bulk.manifest import NoManifest
    from grader.release.command import compare

    try:
        changed = compare(options.manifest, options.folders)
    except NoManifest as error:
        raise WrongUsage(str(error)) from None
    _write("".join(f"{line}\n" for line in changed))
    return int(bool(changed))


def _ci(options: argparse.Namespace) -> int:
    from grader.release import upload
    from grader.release.ci import Push, run

    workers, kit = _start_workers(), Path(__file__).parents[1]
    try:
        if options.gradescope is not None:
            return upload.run(
                options.work, options.gradescope, kit, workers, _write, level=options.accept_level
            )
        push = Push(options.work, kit, options.hidden)
        return run(push, workers, os.environ, _write, is_classroom50=options.classroom50)
    finally:
        workers.close()


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
