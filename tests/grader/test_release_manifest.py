"""What is found out about a student's copy of a release."""

from __future__ import annotations

import os

import pytest

from grader.release.manifest import Manifest, NoManifest, digest, encode, read_manifest, verify_manifest

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
def changes(folder, manifest):
    return lambda: [(change.path, change.kind) for change in verify_manifest(folder, manifest)]


def test_an_untouched_release_has_no_changes(changes):
    assert changes() == []


def test_work_and_what_tools_leave_behind_are_no_changes(folder, changes):
    for path in (
        "exercises/a.py",
        "notes.md",
        "grader/__pycache__/score.pyc",
        ".github/classroom/autograding.json",
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(b"mine")

    assert changes() == []


def test_changed_missing_and_added_files_are_told_apart(folder, changes):
    (folder / "grader/score.py").write_bytes(b"points = 9\n")
    (folder / "noxfile.py").unlink()
    (folder / "grader/score").mkdir()
    (folder / "grader/score/__init__.py").write_bytes(b"")
    (folder / ".github/workflows/second.yml").write_bytes(b"")

    assert changes() == [
        (".github/workflows/second.yml", "added"),
        ("grader/score.py", "changed"),
        ("grader/score/__init__.py", "added"),
        ("noxfile.py", "missing"),
    ]


@pytest.mark.parametrize("put", ["link", "linked folder", "pipe", "folder"])
def test_what_is_no_regular_file_of_the_folder_has_changed(folder, changes, tmp_path_factory, put):
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

    assert changes() == [("grader/score.py", "changed")]


def test_without_the_instructors_manifest_the_folders_own_is_taken(folder, manifest):
    (folder / "manifest.json").write_bytes(encode(manifest))
    (folder / "noxfile.py").write_bytes(b"")

    assert [change.path for change in verify_manifest(folder)] == ["noxfile.py"]


def test_a_manifest_is_read_as_it_was_written(tmp_path, manifest):
    (tmp_path / "manifest.json").write_bytes(encode(manifest))

    assert read_manifest(tmp_path / "manifest.json") == manifest


@pytest.mark.parametrize("content", [None, b"", b"{}", b'{"files": 1}', b"\xff"])
def test_what_is_no_manifest_is_refused(tmp_path, content):
    if content is not None:
        (tmp_path / "manifest.json").write_bytes(content)

    with pytest.raises(NoManifest, match=r"manifest\.json"):
        verify_manifest(tmp_path)
