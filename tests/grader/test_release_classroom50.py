"""A submission in Classroom 50: what its runner starts, and what it reads afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from released_repository import HALF, HIDDEN, KEY, SOLVED, STUB, releasable

from grader.bulk.manifest import WORKFLOW
from grader.release.writing import release

pytestmark = pytest.mark.once

RUNNER = {
    "CLASSROOM": "async",
    "ASSIGNMENT": "probes",
    "SUBMISSION_TAG": "submit/2026-06-01T14-32-05Z-a1b2c3d",
    "COMMIT_URL": "https://github.com/course/async-probes-ada/commit/a1b2c3d",
    "RELEASE_URL": "https://github.com/course/async-probes-ada/releases/tag/submit",
}


@pytest.fixture
def checkout(kit):
    """The student's repository; the grader for Classroom 50 stands in `bundle` beside it."""
    catalog = releasable(kit).catalog
    release(catalog, catalog.exercises, kit.root / "work", HIDDEN["sealed"], classroom50=kit.root / "bundle")
    return kit.root / "work"


@pytest.fixture
def grade(checkout):
    """Start the autograder as the runner does: (exit code, result.json or None)."""

    def run(source, **variables):
        (checkout / STUB).write_text(source)
        done = subprocess.run(
            [sys.executable, str(checkout.parent / "bundle/autograder.py")],
            cwd=checkout,
            env={"PATH": os.environ["PATH"], "PIP_NO_INDEX": "1", **RUNNER, **variables},
            capture_output=True,
            text=True,
            check=False,
        )
        result = checkout / "result.json"
        return done.returncode, json.loads(result.read_text()) if result.is_file() else None, done.stdout

    return run


@pytest.mark.parametrize(("source", "points"), [(SOLVED, 10), (HALF, 1)])
def test_whatever_the_points_are_a_graded_submission_ends_with_0(grade, source, points):
    code, result, _ = grade(source, OVERLAP_KEY=KEY)

    assert code == 0
    assert (result["score"], result["max-score"]) == (points, 10)
    assert result["submission"] == RUNNER["SUBMISSION_TAG"]


def test_without_the_key_there_is_no_result(grade):
    code, result, said = grade(SOLVED)

    assert (code, result) == (3, None)
    assert "OVERLAP_KEY is not set" in said


def test_a_planted_result_is_replaced_and_a_link_is_not_followed(grade, checkout, tmp_path):
    target = tmp_path / "target"
    target.write_text("mine")
    (checkout / "result.json").symlink_to(target)
    (checkout / "pip.py").write_text("raise SystemExit('planted')")

    code, result, _ = grade(HALF, OVERLAP_KEY=KEY)

    assert (code, result["score"]) == (0, 1)
    assert target.read_text() == "mine"


def test_the_release_leaves_the_workflow_to_classroom_50(checkout):
    assert not (checkout / WORKFLOW).exists()
