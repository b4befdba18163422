"""Grading clones with the manifest of the release: which files of the course were changed, and that marks stay."""

from __future__ import annotations

import shutil
import zipfile

import pytest
from small_class import Class, points, says

from grader.bulk.grade import CannotGrade
from grader.bulk.manifest import Manifest, digest, encode

pytestmark = pytest.mark.once

RELEASED = {
    "grader/score.py": "points = 1\n",
    "tests/exercises/01_probes/01_probe/test_probe.py": "def test(): ...\n",
    ".github/workflows/overlap.yml": "on: push\n",
    "noxfile.py": "import nox\n",
}
CHANGED = (
    "Not as it was released: .github/workflows/mine.yml (added), grader/score.py (changed), noxfile.py (missing). "
    "Marks do not come from these files."
)


@pytest.fixture
def a_class(kit):
    a_class = Class(kit)
    files = {path: digest(content.encode()) for path, content in RELEASED.items()}
    kit.write("manifest.json", encode(Manifest("overlap/release/1", "0.1.0", "public", ("probe",), files)))
    for student in ("ann", "bob"):
        for path, content in RELEASED.items():
            kit.write(f"handed_in/probe-{student}/{path}", content)
        kit.write(f"handed_in/probe-{student}/.git/HEAD", "ref: refs/heads/main\n")
        kit.write(f"handed_in/probe-{student}/exercises/01_probes/01_probe.py", says("right"))
    return a_class


@pytest.fixture
def problems(a_class):
    """By student, with the manifest of the release; whatever they say, marks are as they were."""

    def graded():
        record = a_class.grade(manifest=a_class.kit.root / "manifest.json")
        assert list(points(record).values()) == [4, 4]
        ann, bob = record.students
        return {"ann": ann.problems, "bob": bob.problems}

    return graded


def test_untouched_clones_have_no_problem(problems):
    assert problems() == {"ann": (), "bob": ()}


def test_what_one_student_has_changed_is_a_problem_of_theirs_and_changes_no_mark(a_class, problems):
    a_class.kit.write("handed_in/probe-bob/grader/score.py", "points = 99\n")
    a_class.kit.write("handed_in/probe-bob/.github/workflows/mine.yml", "on: push\n")
    (a_class.handed_in / "probe-bob/noxfile.py").unlink()

    assert problems() == {"ann": (), "bob": (CHANGED,)}


def test_without_a_manifest_nobody_is_compared(a_class):
    a_class.kit.write("handed_in/probe-bob/grader/score.py", "points = 99\n")

    assert [row.problems for row in a_class.grade().students] == [(), ()]


def test_a_clone_without_any_file_of_the_course_is_told(a_class, problems):
    for name in ("grader", "tests", ".github"):
        shutil.rmtree(a_class.handed_in / "probe-bob" / name)

    assert "grader/score.py (missing)" in problems()["bob"][0]


def test_a_folder_with_the_exercises_alone_is_no_clone(a_class, problems):
    for name in ("grader", "tests", ".github", ".git"):
        shutil.rmtree(a_class.handed_in / "probe-bob" / name)

    assert problems()["bob"] == ()


def test_repositories_in_an_archive_are_compared_too(a_class):
    a_class.kit.write("handed_in/probe-bob/grader/score.py", "points = 99\n")
    place = a_class.kit.root / "class.zip"
    with zipfile.ZipFile(place, "w") as archive:
        for file in sorted(a_class.handed_in.rglob("*")):
            archive.write(file, file.relative_to(a_class.handed_in))
    shutil.rmtree(a_class.handed_in)
    place.rename(a_class.handed_in)

    record = a_class.grade(manifest=a_class.kit.root / "manifest.json")

    assert [len(row.problems) for row in record.students] == [0, 1]


@pytest.mark.parametrize("put", ["link to a file", "link to a folder", "endless file", "huge file"])
def test_hostile_files_are_not_followed_and_not_read_to_the_end(put, a_class, problems):
    file = a_class.handed_in / "probe-bob/grader/score.py"
    file.unlink()
    if put == "link to a file":
        file.symlink_to(a_class.handed_in / "probe-ann/grader/score.py")
    elif put == "link to a folder":
        file.parent.rmdir()
        file.parent.symlink_to(a_class.handed_in / "probe-ann/grader")
    elif put == "endless file":
        file.symlink_to("/dev/zero")
    else:
        with file.open("wb") as opened:
            opened.truncate(10**12)

    (problem,) = problems()["bob"]
    assert "grader/score.py (" in problem


def test_a_manifest_that_cannot_be_read_stops_the_run_before_it_starts(a_class):
    with pytest.raises(CannotGrade, match=r"nowhere\.json: there is no such file"):
        a_class.grade(manifest=a_class.kit.root / "nowhere.json")

    assert a_class.log == []
