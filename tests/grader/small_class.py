"""Small classes for tests: submissions for a small kit, graded as an instructor does it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from small_kit import PROJECT, Kit, dedented

from grader.bulk.grade import grade
from grader.bulk.progress import progress
from grader.bulk.request import Request
from grader.classroom import ClassRecord, Mark

# Its hidden test notes each run of a submission in the file `log`, and does what the submission's word says: a test
# runs in the judge's own process, so it can break what a submission cannot.
HIDDEN = '''
import os
import threading
from pathlib import Path

KIT = Path(__file__).parents[4]


def note(text):
    with (KIT / "log").open("a") as log:
        log.write(text + "\\n")


def is_the_first_time(name):
    try:
        (KIT / name).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


@pytest.mark.points(4)
async def test_word(submission):
    """It says a word."""
    word = await submission.run()
    note(word)
    if word == "die" or (word == "stumble" and is_the_first_time("stumbled")):
        os._exit(1)
    if word == "leave":
        pytest.exit("no more tests")
    if word == "gate" and (KIT / "gate").exists():
        from grader.bulk import grading

        note(f"processes {os.getpid()} {grading._pool.workers._parent.pid}")
        threading.Event().wait()
    assert word != "wrong", "it said a wrong word"
'''

# The command line in a process of its own, with another kit: its root, and the words.
COMMAND = """
import signal
import sys
from pathlib import Path
from grader import cli
signal.signal(signal.SIGINT, signal.default_int_handler)  # the tests themselves may run where Ctrl-C is ignored
from grader.catalog import load_catalog
if __name__ == "__main__":
    cli.kit.load_catalog = lambda: load_catalog(Path(sys.argv[1]))
    sys.exit(cli.main(sys.argv[2:]))
"""


def says(word: str) -> str:
    """A submission that says `word`."""
    return f"async def run():\n    return {word!r}\n"


@dataclass
class Class:
    """A class with a kit of its own. Its exercises are `probe` and what a test adds."""

    kit: Kit
    said: list[str] = field(default_factory=list)  # to the instructor

    def __post_init__(self) -> None:
        self.kit.add(HIDDEN, stub="async def run():\n    raise NotImplementedError\n")

    @property
    def handed_in(self) -> Path:
        """The folder of the submissions."""
        return self.kit.root / "handed_in"

    @property
    def out(self) -> Path:
        """The folder of the results."""
        return self.kit.root / "out"

    @property
    def log(self) -> list[str]:
        """The words of all submissions that ran, in order."""
        log = self.kit.root / "log"
        return log.read_text().split("\n")[:-1] if log.exists() else []

    def hand_in(self, sources: Mapping[str, str | bytes], name: str = "01_probe.py") -> None:
        """Each student's file, in a folder of their own."""
        for student, source in sources.items():
            self.kit.write(f"handed_in/{student}/{name}", source)

    def words(self, words: Mapping[str, str]) -> None:
        """Each student hands in a submission that says a word."""
        self.hand_in({student: says(word) for student, word in words.items()})

    def grade(self, *, exercises: Sequence[str] = (), **options: Any) -> ClassRecord:
        """Grade it in this process."""
        catalog = self.kit.catalog
        options = {"level": 0, "are_named": bool(exercises), **options}
        request = Request(self.handed_in, self.out, catalog.select(exercises), **options)
        self.said.clear()
        return grade(catalog, request, self.said.append, lambda total: progress(total, io.StringIO()))

    def start(self, *options: str) -> subprocess.Popen[str]:
        """Begin to grade it in a process of its own, by the command line."""
        words = [self.kit.root, "grade", self.handed_in, "--out", self.out, *options]
        return subprocess.Popen(
            [sys.executable, "-c", dedented(COMMAND), *map(str, words)],
            cwd=PROJECT,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def command(self, *options: str) -> tuple[int, str, str]:
        """Grade it by the command line: the exit code, and what it wrote on standard output and error."""
        process = self.start(*options)
        out, err = process.communicate()
        return process.returncode, out, err


def marks(record: ClassRecord, slug: str = "probe") -> dict[str, Mark]:
    """The marks for one exercise, by the student's key."""
    return {row.student.key: mark for row in record.students for mark in row.marks if mark.slug == slug}


def points(record: ClassRecord, slug: str = "probe") -> dict[str, float]:
    """The points for one exercise, by the student's key."""
    return {key: mark.points for key, mark in marks(record, slug).items()}


def verdicts(record: ClassRecord) -> bytes:
    """All verdicts, as bytes."""
    return msgspec.json.encode([[mark.verdict for mark in row.marks] for row in record.students])
