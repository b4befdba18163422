"""What is found out about a student's copy of a release."""

from __future__ import annotations

import os

import pytest

from grader.bulk.intake.folder import Folder
from grader.bulk.intake.tree import MAX_FILES
from grader.bulk.manifest import (
    MOST_NAMED,
    Change,
    Manifest,
    NoManifest,
    changes,
    digest,
    encode,
    in_words,
    read_manifest,
)

pytestmark = pytest.mark.once

FILES = {
    "grader/score.py": b"points = 1\n",
    "tests/exercises/a/test_a.py": b"def test(): ...\n",
    ".github/workflows/overlap.yml": b"on: push\n",
    "noxfile.py": b"import nox\n",
}


@pytest.fixture
def manifest():
    digests = {path: digest(content) for path, content in FILES.items()}
    return Manifest("overlap/release/1", "0.1.0", "public", ("a",), digests)


@pytest.fixture
def folder(tmp_path):
    for path, content in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


@pytest.fixture
def found(folder, manifest):
    return lambda: [(change.path, change.kind) for change in changes(Folder(folder), (), manifest)]


def test_an_untouched_release_has_no_changes(found):
    assert found() == []


def test_work_and_what_tools_leave_behind_are_no_changes(folder, found):
    for path in (
        "exercises/a.py",
        "exercises/a.py.backup-1",
        "progress.txt",
        "notes.md",
        "grader/__pycache__/score.pyc",
        ".github/classroom/autograding.json",
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(b"mine")

    assert found() == []


def test_changed_missing_and_added_files_are_told_apart(folder, found):
    (folder / "grader/score.py").write_bytes(b"points = 9\n")
    (folder / "noxfile.py").unlink()
    (folder / "grader/score").mkdir()
    (folder / "grader/score/__init__.py").write_bytes(b"")
    (folder / ".github/workflows/second.yml").write_bytes(b"")

    assert found() == [
        (".github/workflows/second.yml", "added"),
        ("grader/score.py", "changed"),
        ("grader/score/__init__.py", "added"),
        ("noxfile.py", "missing"),
    ]


@pytest.mark.parametrize("put", ["link", "linked folder", "pipe", "folder"])
def test_what_is_no_regular_file_of_the_folder_has_changed(folder, found, tmp_path_factory, put):
    file, elsewhere = folder / "grader/score.py", tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "score.py").write_bytes(FILES["grader/score.py"])
    file.unlink()
    if put == "link":
        file.symlink_to(elsewhere / "score.py")
    elif put == "linked folder":
        file.parent.rmdir()
        file.parent.symlink_to(elsewhere)
    elif put == "pipe":
        os.mkfifo(file)
    else:
        file.mkdir()

    assert [path for path, _ in found()] == ["grader/score.py"]


def test_a_file_larger_than_any_that_was_released_has_changed(folder, found):
    with (folder / "grader/score.py").open("wb") as file:
        file.truncate(10**12)  # 1 TB that takes no room

    assert found() == [("grader/score.py", "changed")]


def test_a_flood_of_files_is_bounded(folder, found):
    for number in range(MAX_FILES + 100):
        (folder / f"tests/{number}.py").touch()

    assert len(found()) == MAX_FILES


def test_names_are_data_and_bounded():
    text = in_words(
        [Change(f"grader/\x1b[2J\n{'x' * 999}{number}", "added") for number in range(MOST_NAMED + 2)]
    )

    assert text.isprintable()
    assert len(text) < 1_500
    assert text.endswith(", and 2 more.")


def test_a_manifest_is_read_as_it_was_written(tmp_path, manifest):
    (tmp_path / "manifest.json").write_bytes(encode(manifest))

    assert read_manifest(tmp_path / "manifest.json") == manifest


@pytest.mark.parametrize("content", [None, b"", b"{}", b'{"files": 1}', b"\xff"])
def test_what_is_no_manifest_is_refused(tmp_path, content):
    if content is not None:
        (tmp_path / "manifest.json").write_bytes(content)

    with pytest.raises(NoManifest, match=r"manifest\.json"):
        read_manifest(tmp_path / "manifest.json")
