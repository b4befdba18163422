"""What students receive: everything to work with at once, and no line of what is hidden."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections import Counter

import pytest
from released_repository import HALF, HIDDEN, KEY, SOLVED, STUB, Repository, releasable
from small_kit import PROJECT

from grader import cli
from grader.bulk.intake.folder import Folder
from grader.bulk.manifest import KIT, changes, read_manifest
from grader.catalog import load_catalog
from grader.desk.stubs import reset
from grader.judge.workers import ForkingWorkers
from grader.release.contents import NotReleasable
from grader.release.public import public_part
from grader.release.released import with_its_tests
from grader.release.sealed import SealError
from grader.release.writing import release

pytestmark = pytest.mark.once

# A judge that may not ask the network.
OFFLINE = """
import runpy, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise SystemExit(f"the network was asked: {event} {arguments}")

sys.addaudithook(refuse)
sys.argv = ["grader", *sys.argv[1:]]
runpy.run_module("grader", run_name="__main__")
"""


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """All exercises of this project, with sealed tests."""
    folder = tmp_path_factory.mktemp("release") / "all"
    catalog = load_catalog(PROJECT)
    release(catalog, catalog.exercises, folder, HIDDEN["sealed"])
    return folder


def contents(folder):
    """Every file of a release by path, with what is in its archive."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
    with zipfile.ZipFile(io.BytesIO(files.pop(KIT))) as archive:
        return files | {f"{KIT}/{name}": archive.read(name) for name in archive.namelist()}


def lines_of(source):
    """The lines of a file that are long enough to say something."""
    return {line.strip() for line in source.splitlines() if len(line.strip()) >= 20}


def read_lines(*paths):
    return {line for path in paths for line in lines_of(path.read_text(encoding="utf-8"))}


def all_lines(exercise):
    """What anybody has written for an exercise."""
    tests = exercise.tests.glob("test_*.py")
    return read_lines(exercise.stub, exercise.solution, *exercise.right, *exercise.wrong, *tests)


def hidden_lines(exercise):
    """What only its author may read of an exercise: neither its stub nor the public part of its tests."""
    public = "".join(
        public_part(path.read_text(encoding="utf-8")) for path in exercise.tests.glob("test_*.py")
    )
    return all_lines(exercise) - read_lines(exercise.stub) - lines_of(public)


def check(folder, *words, **variables):
    """The exit code and the result of `check` in a release, without the network."""
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, "check", "--json", *words],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b"", done.stderr
    return done.returncode, json.loads(done.stdout)


# --- nothing hidden


def test_no_line_of_a_hidden_test_or_a_solution_is_in_a_release(released):
    exercises = load_catalog(PROJECT).exercises
    in_how_many = Counter(line for exercise in exercises for line in all_lines(exercise))
    # Any program, and any lesson, may say so.
    ordinary = read_lines(*(PROJECT / "grader").rglob("*.py"), *(PROJECT / "exercises").rglob("README.md"))
    shown = set().union(
        *(lines_of(content.decode(errors="replace")) for content in contents(released).values())
    )
    for exercise in exercises:
        telling = {line for line in hidden_lines(exercise) - ordinary if in_how_many[line] == 1}

        assert len(telling) > 50
        assert telling & shown == set()


def test_no_file_of_the_authors_is_in_a_release(released):
    names = "\n".join(contents(released))

    assert "/right/" not in names
    assert "/wrong/" not in names
    assert "solutions" not in names


def test_neither_misconceptions_nor_the_names_of_hidden_tests_are_in_a_release(released):
    for name, content in contents(released).items():
        if name.endswith("recorded.json"):
            recorded = json.loads(content)
            assert recorded["misconceptions"] == {}
            assert 1 <= len(recorded["expected"]) <= 2


def test_a_solution_in_the_place_of_a_stub_is_not_released(kit):
    releasable(kit).write(STUB, SOLVED)

    with pytest.raises(NotReleasable, match="may hold a solution"):
        Repository.released(kit)


def test_an_exercise_without_a_public_test_is_not_released(kit):
    releasable(kit)
    tests = kit.root / "tests/exercises/01_probes/01_probe/test_probe.py"
    tests.write_text(tests.read_text().replace("@pytest.mark.public\n", ""))

    with pytest.raises(NotReleasable, match="has no public test"):
        Repository.released(kit)


@pytest.mark.parametrize("tests", ["public", "remote"])
def test_only_a_sealed_release_carries_the_hidden_tests(kit, tests):
    repository = Repository.released(releasable(kit), tests)

    assert not any("sealed" in name for name in contents(repository.root) if not name.endswith(".py"))


# --- enough to work with


def test_a_fresh_release_is_as_its_manifest_says(released):
    assert changes(Folder(released), (), read_manifest(released / "manifest.json")) == []


def test_every_exercise_can_be_checked_at_once_and_offline(released):
    code, result = check(released)

    assert code == 1
    assert len(result["exercises"]) == len(load_catalog(PROJECT).exercises)
    assert {exercise["status"] for exercise in result["exercises"]} == {"unsolved"}
    assert {test["reason"] for exercise in result["exercises"] for test in exercise["tests"]} == {
        "not-implemented"
    }


def test_every_solution_passes_the_public_tests(tmp_path):
    catalog = load_catalog(PROJECT)
    release(catalog, catalog.exercises, tmp_path / "all", HIDDEN["public"])
    for exercise in catalog.exercises:
        (tmp_path / "all" / exercise.shown(exercise.stub)).write_bytes(exercise.solution.read_bytes())

    code, result = check(tmp_path / "all")

    assert code == 0, result
    assert result["max_points"] < 5 * len(catalog.exercises)  # most points are for what stays hidden


def test_a_check_says_that_only_the_public_tests_were_run(kit):
    repository = Repository.released(releasable(kit))
    repository.write(STUB, HALF)

    code, result = check(repository.root)

    assert (code, result["points"], result["max_points"]) == (0, 1, 1)
    assert result["notes"] == ["Only the public tests were run: the others run when your work is handed in."]


def test_with_the_key_a_check_runs_all_tests_and_says_so(kit):
    repository = Repository.released(releasable(kit))
    repository.write(STUB, HALF)

    code, result = check(repository.root, OVERLAP_KEY=KEY)

    assert (code, result["points"], result["max_points"]) == (1, 1, 10)
    assert result["notes"] == ["All tests were run, the hidden ones included."]
    assert "exercises/01_probes/01_probe.py" not in result["exercises"][0]["tests"][1]["message"]


def test_the_key_may_be_in_a_file(kit, tmp_path):
    repository = Repository.released(releasable(kit))
    (tmp_path / "key").write_text(KEY)

    assert check(repository.root, "--key", str(tmp_path / "key"))[1]["max_points"] == 10


def test_a_wrong_key_is_no_reason_to_take_public_points_for_the_mark(kit):
    repository = Repository.released(releasable(kit))
    done = subprocess.run(
        [sys.executable, "-m", "grader", "check"],
        cwd=repository.root,
        env={**os.environ, "OVERLAP_KEY": "B" * 43 + "="},
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (2, b"")
    assert b"the key is another one" in done.stderr


def test_where_a_submission_could_read_them_the_sealed_tests_stay_closed(kit):
    repository = Repository.released(releasable(kit))
    open_process = ForkingWorkers(without=["all"])
    try:
        with (
            pytest.raises(SealError, match="isolation level 0"),
            with_its_tests(load_catalog(repository.root), open_process, None, {"OVERLAP_KEY": KEY}),
        ):
            pass
    finally:
        open_process.close()


def test_the_sessions_of_a_student_are_listed(released):
    done = subprocess.run(
        [sys.executable, "-m", "nox", "-l"], cwd=released, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "* check -> Check your exercises" in done.stdout
    assert [name in done.stdout for name in ("- hint ->", "- reset ->", "- next ->", "- list ->")] == [
        True
    ] * 4


def test_a_student_gets_back_what_was_handed_out(kit):
    root = Repository.released(releasable(kit)).root
    handed_out = (root / STUB).read_bytes()
    (root / STUB).write_text(HALF)

    reset(load_catalog(root).exercises[0])

    assert (root / STUB).read_bytes() == handed_out


# --- the command line


@pytest.fixture
def command(kit, monkeypatch, capsys):
    """Run `release` over a small kit: (exit code, standard output, standard error)."""
    releasable(kit)

    def run(*words):
        monkeypatch.setattr(cli.kit, "load_catalog", lambda: kit.catalog)
        code = cli.main(["release", *map(str, words)])
        return code, *capsys.readouterr()

    return run


def test_a_new_key_is_made_once(command, tmp_path):
    key = tmp_path / "key"

    first = command(tmp_path / "one", "--tests", "sealed", "--key", key)
    text = key.read_text()
    second = command(tmp_path / "two", "--tests", "sealed", "--key", key)

    assert (first[0], second[0]) == (0, 0)
    assert "A new key is in" in first[1]
    assert "A new key is in" not in second[1]
    assert key.read_text() == text
    assert text.strip() not in first[1] + second[1]


def test_what_students_have_changed_is_listed(kit, capsys):
    repository = Repository.released(releasable(kit))
    shutil.copytree(repository.root, kit.root / "ada")
    shutil.copytree(repository.root, kit.root / "bob")
    (kit.root / "bob/grader/score.py").write_text("")
    (kit.root / "bob/manifest.json").write_text("{}")

    def compare(*names):
        code = cli.main(
            ["compare", str(repository.root / "manifest.json"), *(str(kit.root / name) for name in names)]
        )
        return code, capsys.readouterr().out

    assert compare("ada") == (0, "")
    assert compare("ada", "bob") == (1, f"{kit.root}/bob: grader/score.py (changed)\n")


def test_a_folder_with_files_is_left_alone(command, tmp_path):
    (tmp_path / "work").mkdir()
    (tmp_path / "work/mine.txt").write_text("mine")

    code, _, complaint = command(tmp_path / "work")

    assert code == 2
    assert "there are files already" in complaint
    assert [path.name for path in (tmp_path / "work").iterdir()] == ["mine.txt"]


def test_a_repository_without_files_can_be_filled(command, tmp_path):
    (tmp_path / "work/.git").mkdir(parents=True)

    assert command(tmp_path / "work")[0] == 0
    assert (tmp_path / "work/manifest.json").is_file()


@pytest.mark.parametrize(
    "words",
    [
        ("--tests", "sealed"),
        ("--key", "key"),
        ("--tests", "remote"),
        ("--repository", "a/b"),
        ("--tests", "remote", "--repository", "no repository"),
        ("--tests", "remote", "--repository", "a/b", "--ref", "x\n      token: mine"),
        ("--tests", "remote", "--repository", "a/b", "--classroom50", "here"),
        ("--exercises", "no-such-exercise"),
    ],
)
def test_wrong_usage_writes_nothing(command, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())

    code, _, complaint = command(tmp_path / "new", *words)

    assert code == 2
    assert "Traceback" not in complaint
    assert sorted(tmp_path.iterdir()) == before
