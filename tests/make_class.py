"""Make a class that has never been, and prove that it is graded as foretold: ``nox -s class``.

``python tests/make_class.py DIR --students 300 --seed 1 --layout canvas`` writes submissions, roster.csv and
FORETOLD.json into DIR. With ``--prove`` it makes a class in each layout, has each graded by ``python -m grader grade``,
the first of them through twenty kills at random moments, and compares what comes out with what was foretold.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PROJECT = Path(__file__).parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests" / "grader")]

from class_grading import differences, grade, grade_command, kill, write_class  # noqa: E402 (see sys.path)
from class_layouts import LAYOUTS  # noqa: E402
from synthetic_class import make_class  # noqa: E402

from grader.catalog import Exercise, load_catalog  # noqa: E402

EXERCISES = ("three-scouts", "front-page", "shared-account")


def main(words: Sequence[str]) -> int:
    """Do what the command line asks for; the exit code."""
    options = _parser().parse_args(words)
    exercises = load_catalog(PROJECT).select(options.exercises)
    if options.prove:
        layouts = [options.layout] if options.layout else list(LAYOUTS)
        return prove(exercises, options.students, options.seed, layouts, options.kills)
    if options.folder is None:
        raise SystemExit("Say where the class shall be written: python tests/make_class.py DIR")
    them = make_class(exercises, options.students, options.seed)
    print(write_class(them, options.layout or "folders", options.folder))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Make a synthetic class, or prove that such are graded rightly."
    )
    add = parser.add_argument
    add("folder", type=Path, nargs="?", metavar="DIR", help="where to: a new folder")
    add("--students", type=int, default=300)
    add("--seed", type=int, default=1)
    add("--layout", choices=list(LAYOUTS), help="folders, if not given; with --prove, each of them")
    add("--exercises", nargs="+", default=list(EXERCISES), metavar="NAME")
    add("--prove", action="store_true", help="have a class graded, and compare")
    add("--kills", type=int, default=20, help="with --prove: how often the first run is ended")
    return parser


def prove(exercises: Sequence[Exercise], students: int, seed: int, layouts: Sequence[str], kills: int) -> int:
    """Grade another class in each of `layouts`, the first one through `kills` kills. 0 if all is as foretold."""
    failed = 0
    for number, layout in enumerate(layouts):
        with tempfile.TemporaryDirectory(prefix="synthetic-class-") as name:
            folder, out = Path(name, "class"), Path(name, "results")
            place = write_class(make_class(exercises, students, seed + number), layout, folder)
            command = grade_command(place, out, exercises)
            begin = time.monotonic()
            kept = kill_at_random(command, out, 0 if number else kills, students // max(kills, 1), seed)
            done = grade(command)
            seconds = time.monotonic() - begin
            wrong = [done.stderr[-2000:]] if done.returncode else differences(folder, out)
            if kept != sorted(kept):
                wrong.append("verdicts were lost")
        told = f"{layout}: {students} students in {seconds:.0f} s, {len(wrong)} differences"
        print(f"{told}; killed at {kept} verdicts" if kept else told, *wrong[:20], sep="\n  ", flush=True)
        failed += bool(wrong)
    return min(failed, 1)


def kill_at_random(command: Sequence[str], out: Path, kills: int, most: int, seed: int) -> list[int]:
    """End so many runs after a random number of verdicts or of seconds; how many verdicts were kept each time.

    `most` is how many verdicts more a run may have: few enough that the last run too is ended half-way.
    """
    rng = random.Random(f"kills {seed}")
    kept = [0]
    for _ in range(kills):
        kept.append(kill(command, out, _after(kept[-1] + rng.randint(0, most), rng.uniform(0.2, 20.0))))
    return kept[1:]


def _after(count: int, seconds: float) -> Callable[[int], bool]:
    end = time.monotonic() + seconds
    return lambda verdicts: verdicts > count or time.monotonic() > end


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
