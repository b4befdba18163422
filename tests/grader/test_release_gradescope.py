"""The autograder for Gradescope: its zip, unpacked as Gradescope does it, and `run_autograder` for each upload."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from released_repository import HALF, SOLVED, releasable

from grader.release.contents import NotReleasable
from grader.release.writing import HiddenTests, release

pytestmark = pytest.mark.once

NAME = "01_probe.py"
READS_THE_TESTS = """
import glob, os

async def run(say):
    place = os.environ.get("AUTOGRADER", "") or "%s"
    for path in glob.glob(f"{place}/source/tests/**/*.py", recursive=True) or [f"{place}/source/tests"]:
        say(open(path).read())
"""
WRITES_THE_RESULT = """
async def run(say):
    with open("%s/results/results.json", "w") as file:
        file.write('{"score": 10}')
    import os
    os._exit(0)
"""
SPEAKS = """
print('{"score": 10}')

async def run(say):
    say("x" * 100_000)
    raise ValueError("\\x1b[2J" + "y" * 100_000)
"""


class Gradescope:
    """Its machine: `place` is what is `/autograder` there."""

    def __init__(self, place: Path, autograder: Path) -> None:
        self.place = place
        for folder in ("source", "submission", "results", "python/bin"):
            (place / folder).mkdir(parents=True)
        with zipfile.ZipFile(autograder) as archive:
            archive.extractall(place / "source")
        # What setup.sh makes, without the network.
        python = place / "python/bin/python"
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        python.chmod(0o755)

    def upload(self, name: str, content: str | bytes) -> None:
        file = self.place / "submission" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def run(self) -> tuple[int, str]:
        """Run the autograder: the exit code, and its log."""
        done = subprocess.run(
            ["bash", str(self.place / "source/run_autograder")],
            cwd=self.place,
            env={"PATH": os.environ["PATH"], "AUTOGRADER": str(self.place)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout

    @property
    def result(self):
        """What Gradescope reads; None where there is no file."""
        file = self.place / "results/results.json"
        return json.loads(file.read_text()) if file.is_file() else None


@pytest.fixture
def archive(kit):
    catalog = releasable(kit).catalog
    file = kit.root / "autograder.zip"
    release(catalog, catalog.exercises, kit.root / "released", HiddenTests(), gradescope=file)
    return file


@pytest.fixture
def machine(archive, tmp_path):
    return Gradescope(tmp_path / "autograder", archive)


@pytest.mark.parametrize(
    ("source", "points"),
    [(SOLVED, 10), (HALF, 1), ("async def run(say):\n    pass\n", 0), ("def (", 0)],
    ids=["right", "half", "wrong", "broken"],
)
def test_an_upload_has_the_points_of_all_tests(machine, source, points):
    machine.upload(NAME, source)

    code, log = machine.run()

    assert (code, log) == (0, f"{points} of 10 points.\n")
    assert machine.result["score"] == points
    assert sum(test["max_score"] for test in machine.result["tests"]) == 10


@pytest.mark.parametrize("source", [READS_THE_TESTS, WRITES_THE_RESULT, SPEAKS])
def test_a_hostile_upload_earns_nothing_and_learns_nothing(machine, source):
    machine.upload(NAME, source.replace("%s", str(machine.place)))
    for name in ("results.json", "conftest.py", "sitecustomize.py", "grader/__main__.py", "pytest.ini"):
        machine.upload(name, '{"score": 10}')

    code, log = machine.run()

    assert (code, log) == (0, "0 of 10 points.\n")
    assert machine.result["score"] == 0
    assert "nobody outside knows" not in json.dumps(machine.result)
    assert len(json.dumps(machine.result)) < 20_000


def test_nothing_uploaded_is_no_point_and_says_what_is_missing(machine):
    machine.run()

    assert machine.result["score"] == 0
    assert "01_probe.py is not there" in machine.result["tests"][0]["output"]


@pytest.mark.parametrize(
    "name", ["probe.py", "probe (1).py", "work/exercises/01_probes/01_probe.py", "mine.py"]
)
def test_a_file_is_found_as_in_a_class(machine, name):
    machine.upload(name, SOLVED)

    machine.run()

    assert machine.result["score"] == 10


def test_an_archive_within_the_upload_is_read_and_never_unpacked(machine):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(NAME, SOLVED)
        archive.writestr("../../results/results.json", '{"score": 99}')
    machine.upload("mine.zip", packed.getvalue())

    machine.run()

    assert machine.result["score"] == 10
    assert "leads out of the archive" in machine.result["output"]


def test_where_several_files_could_be_meant_none_counts_and_the_student_is_told(machine):
    machine.upload("a/01_probe.py", SOLVED)
    machine.upload("b/01_probe.py", HALF)

    machine.run()

    assert machine.result["score"] == 0
    assert "Several files could be meant for probe" in machine.result["output"]


def test_a_link_is_not_followed(machine, tmp_path):
    (tmp_path / "solution.py").write_text(SOLVED)
    (machine.place / "submission" / NAME).symlink_to(tmp_path / "solution.py")

    machine.run()

    assert machine.result["score"] == 0
    assert "is a link" in machine.result["output"]


def test_where_a_submission_could_read_the_tests_nothing_is_graded(machine):
    start = machine.place / "source/run_autograder"
    start.write_text(start.read_text().replace("--accept-level 1", "--accept-level 3"))
    machine.upload(NAME, SOLVED)

    code, log = machine.run()

    assert (code, machine.result) == (3, None)
    assert "3 is wanted" in log


def test_a_broken_hidden_test_is_no_mark_and_shows_no_line_of_itself(machine):
    (machine.place / "source/tests/exercises/01_probes/01_probe/test_probe.py").write_text(
        "SECRET_WORD = 1 / 0\n"
    )
    machine.upload(NAME, SOLVED)

    code, log = machine.run()

    assert (code, machine.result) == (3, None)
    assert "SECRET_WORD" not in log


def test_both_programs_can_be_started(archive):
    with zipfile.ZipFile(archive) as opened:
        rights = {name: opened.getinfo(name).external_attr >> 16 for name in ("setup.sh", "run_autograder")}

    assert rights == {"setup.sh": 0o755, "run_autograder": 0o755}


def test_a_file_that_is_there_already_is_not_overwritten(archive, kit):
    with pytest.raises(NotReleasable, match=r"autograder\.zip: this file is there already"):
        release(kit.catalog, kit.catalog.exercises, kit.root / "again", HiddenTests(), gradescope=archive)

    assert not (kit.root / "again").exists()
