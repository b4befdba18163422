"""A synthetic class on disk, graded by the command line, beside what was foretold of it."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from class_layouts import LAYOUTS, deliver
from small_kit import PROJECT
from synthetic_class import DEADLINE, SyntheticClass

from grader.catalog import Exercise

PENALTY = Decimal("0.2")  # of late work, however late
PATIENCE = 600.0  # seconds that grading a class may take on a busy machine


def write_class(them: SyntheticClass, layout: str, folder: Path) -> Path:
    """Write submissions, roster.csv and FORETOLD.json into a folder; the path of the submissions."""
    place = deliver(LAYOUTS[layout](them), folder)
    rows = json.dumps(foretold(them, layout), indent=1)
    (folder / "FORETOLD.json").write_text(f"{rows}\n", encoding="utf-8")
    return place


def foretold(them: SyntheticClass, layout: str) -> list[dict[str, object]]:
    """What grading must say of each student: the key by which the roster knows them, and their marks by exercise.

    `points` are those that count, after the penalty. `misconception` is what must be recognised.
    """
    return [
        {
            "key": member.person.username if layout == "canvas" else member.person.email,
            "name": member.person.name,
            "is_late": member.is_late,
            "marks": {
                slug: {
                    "kind": answer.kind,
                    "state": _state(answer.foretold.state, layout),
                    "points": _counting(answer.foretold.points, is_late=member.is_late),
                    "misconception": answer.foretold.misconception,
                }
                for slug, answer in member.answers.items()
            },
        }
        for member in them.members
    ]


def _state(state: str, layout: str) -> str:
    """A clone holds the stub of what was not answered."""
    return "graded" if state == "missing" and layout in {"github", "classroom50"} else state


def _counting(points: int, *, is_late: bool) -> float:
    counting = points * (1 - PENALTY) if is_late else Decimal(points)
    return float(counting.quantize(Decimal("0.01"), ROUND_HALF_UP))


def grade_command(place: Path, out: Path, exercises: Sequence[Exercise], *more: str) -> list[str]:
    """The command that grades what `write_class` has written."""
    slugs = [exercise.slug for exercise in exercises]
    terms = ("--deadline", DEADLINE.isoformat(timespec="minutes"), "--late-penalty", f"{int(PENALTY * 100)}%")
    words = ("--out", str(out), "--roster", str(place.parent / "roster.csv"), *terms, *more)
    return [sys.executable, "-m", "grader", "grade", str(place), *words, "--exercises", *slugs]


def grade(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a command that grades, to its end."""
    return subprocess.run(
        command, cwd=PROJECT, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )


def differences(folder: Path, out: Path) -> list[str]:
    """Where the results in `out` are not what FORETOLD.json in `folder` says, in sentences."""
    lines = (out / "results.jsonl").read_text(encoding="utf-8").splitlines()
    graded = {line["student"]["key"]: line for line in map(json.loads, lines)}
    wanted = {row["key"]: row for row in json.loads((folder / "FORETOLD.json").read_text(encoding="utf-8"))}
    found = [f"{len(lines)} lines for {len(graded)} students"] if len(lines) != len(graded) else []
    found += [
        f"{key} is in the results, and not in the class" for key in sorted(graded.keys() - wanted.keys())
    ]
    found += [
        f"{key} is in the class, and not in the results" for key in sorted(wanted.keys() - graded.keys())
    ]
    for key in sorted(wanted.keys() & graded.keys()):
        marks = {mark["slug"]: mark for mark in graded[key]["marks"]}
        for slug, expected in wanted[key]["marks"].items():
            want = {name: expected[name] for name in ("state", "points", "misconception")}
            got = _got(marks[slug])
            if got != want:
                found.append(f"{key}, {slug} ({expected['kind']}): {want} was foretold, and {got} found")
    return found


def _got(mark: dict[str, object]) -> dict[str, object]:
    verdict = mark["verdict"]
    misconception = verdict["misconception"] if isinstance(verdict, dict) else None
    return {"state": mark["state"], "points": mark["points"], "misconception": misconception}


# --- a run that is ended


def kill(command: Sequence[str], out: Path, is_time: Callable[[int], bool]) -> int:
    """Start a run, and end it with SIGKILL as soon as `is_time` says so of the number of verdicts kept; that number
    when nothing of the run lives any more. It may have come to its end before."""
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        while run.poll() is None and not is_time(verdicts(out)):
            with suppress(subprocess.TimeoutExpired):
                run.wait(timeout=0.02)
        started = set(_below(run.pid))
        run.send_signal(signal.SIGKILL)
    _await_end_of(started)
    return verdicts(out)


def verdicts(out: Path) -> int:
    """How many verdicts the store in `out` holds; 0 before there is one."""
    store = out / "verdicts.sqlite"
    if not store.is_file():
        return 0
    # "rw", since whoever opens the file of a killed run has to undo what that has not finished.
    with (
        suppress(sqlite3.OperationalError),  # its tables are being made at this moment
        closing(sqlite3.connect(f"{store.absolute().as_uri()}?mode=rw", uri=True, timeout=30)) as connection,
    ):
        ((count,),) = connection.execute("select count(*) from verdicts").fetchall()
        return int(count)
    return 0


def _below(number: int) -> Iterator[int]:
    """All processes below one."""
    for children in Path(f"/proc/{number}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, children.read_text(encoding="ascii").split()):
                yield child
                yield from _below(child)


def _await_end_of(numbers: set[int]) -> None:
    """What a killed run has started must end by itself. Raises AssertionError where it does not."""
    patience = time.monotonic() + 30
    while living := {number for number in numbers if _lives(number)}:
        assert time.monotonic() < patience, f"processes have outlived the run that started them: {living}"


def _lives(number: int) -> bool:
    with suppress(OSError):
        status = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
        return status.rpartition(")")[2].split()[0] not in "ZX"
    return False
