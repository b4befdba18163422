"""The command line, as other programs see it: exit codes, both streams, and JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from small_kit import PROJECT, Kit

SCOUTS = "02_together/01_three_scouts"
SOLUTION = PROJECT / "solutions" / f"{SCOUTS}.py"
SEQUENTIAL = PROJECT / "tests/exercises" / SCOUTS / "wrong/sequential_await.py"

ALL_POINTS, NOT_ALL_POINTS, WRONG_USAGE, OUR_FAILURE = 0, 1, 2, 3


def grader(*words, cwd=PROJECT, **variables):
    """Run the command line; nothing that it prints may be a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", *map(str, words)],
        cwd=cwd,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | variables,
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stdout + done.stderr, done
    return done


def result(done):
    """The one JSON object on standard output; there is nothing else on either stream."""
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1
    assert done.stdout.endswith(b"}\n")
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def own_kit(tmp_path_factory, workers):
    """A copy of the grader with a kit of its own: an exercise that earns one of two points as it is."""
    kit = Kit(tmp_path_factory.mktemp("own"), workers)
    shutil.copytree(PROJECT / "grader", kit.root / "grader", ignore=shutil.ignore_patterns("__pycache__"))
    return kit.add(
        "@pytest.mark.points(1)\nasync def test_one(submission):\n    assert await submission.run(1) == 1\n\n"
        "@pytest.mark.points(1)\nasync def test_two(submission):\n    assert await submission.run(2) == 2\n",
        stub="async def run(number):\n    return 1\n",
    )


@pytest.fixture
def broken_kit(own_kit):
    """That kit, to be broken by one test."""
    before = {
        path: path.read_bytes()
        for path in own_kit.root.rglob("*")
        if path.is_file() and "grader" not in path.parts
    }
    yield own_kit
    for path in own_kit.root.rglob("*"):
        if path.is_file() and path not in before and "grader" not in path.relative_to(own_kit.root).parts:
            path.unlink()
    for path, content in before.items():
        path.write_bytes(content)


# Exit codes


def test_all_points_is_0():
    assert grader("check", "three-scouts", "--file", SOLUTION).returncode == ALL_POINTS


def test_not_all_points_is_1():
    assert grader("check", "three-scouts", "--file", SEQUENTIAL).returncode == NOT_ALL_POINTS


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nosuch-command",),
        ("check", "--nosuch-option"),
        ("check", "nosuch-exercise"),
        ("check", "three-scouts", "nosuch-exercise"),
        ("check", "--file", SOLUTION),
        ("check", "02", "--file", SOLUTION),
        ("check", "three-scouts", "front-page", "--file", SOLUTION),
        ("check", "three-scouts", "--file", "nosuch.py"),
        ("check", "three-scouts", "--file", PROJECT),
        ("check", "three-scouts", "--file", "/dev/zero"),
        ("check", "three-scouts", "--file", SOLUTION / "below"),
        ("check", "three-scouts", "--file", "x" * 1000),
        ("check", "three-scouts", "--file"),
        ("check", "three-scouts", "--real-time", "0"),
        ("check", "three-scouts", "--real-time", "-1"),
        ("check", "three-scouts", "--real-time", "nan"),
        ("check", "three-scouts", "--real-time", "fast"),
        ("verify", "nosuch-exercise"),
    ],
    ids=lambda words: " ".join(str(word)[-20:] for word in words) or "nothing",
)
def test_wrong_usage_is_2_with_a_sentence_on_standard_error_only(words):
    done = grader(*words)

    assert done.returncode == WRONG_USAGE
    assert done.stdout == b""
    assert done.stderr.strip()


@pytest.mark.parametrize(
    ("path", "content", "sentence"),
    [
        ("exercises/01_probes/01_probe.toml", "title = 5\n", "01_probe.toml: Expected `str`, got `int`"),
        ("tests/exercises/01_probes/01_probe/recorded.json", "{", "recorded.json"),
        (
            "tests/exercises/01_probes/01_probe/recorded.json",
            '{"declared": {}, "expected": 5}',
            "recorded.json",
        ),
    ],
    ids=["settings", "recording", "a part of the recording"],
)
def test_a_broken_kit_is_3_and_says_where(broken_kit, path, content, sentence):
    broken_kit.write(path, content)

    done = grader("check", cwd=broken_kit.root)

    assert (done.returncode, done.stdout) == (OUR_FAILURE, b"")
    assert sentence in done.stderr.decode()


def test_a_hidden_test_that_reports_nothing_is_3(broken_kit):
    broken_kit.write(
        "tests/exercises/01_probes/01_probe/test_probe.py", "async def test_one(submission):\n    pass\n"
    )

    done = grader("check", "--json", cwd=broken_kit.root)

    assert done.returncode == OUR_FAILURE
    assert result(done)["exercises"][0]["status"] == "error"


def test_a_hidden_test_that_cannot_be_loaded_is_3(broken_kit):
    test = broken_kit.write("tests/exercises/01_probes/01_probe/test_probe.py", "def test_one(:\n")

    # Its authors are shown where it fails: that is a traceback of the hidden test's.
    done = subprocess.run(
        [sys.executable, "-m", "grader", "check"], cwd=broken_kit.root, capture_output=True, check=False
    )

    assert (done.returncode, done.stdout) == (OUR_FAILURE, b"")
    assert str(test) in done.stderr.decode()


@pytest.mark.parametrize("words", [("--help",), ("check", "--help"), ("verify", "--help"), ("--version",)])
def test_help_is_0(words):
    assert grader(*words).returncode == 0


# Names


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("three-scout", "three-scouts"),
        ("tree_scouts", "three-scouts"),
        ("frontpage", "front-page"),
        ("togther", "together"),
    ],
)
def test_an_unknown_name_offers_the_nearest(name, nearest):
    done = grader("check", name)

    assert done.stderr.decode().startswith(f"There is no exercise called {name!r}. Did you mean ")
    assert nearest in done.stderr.decode()


@pytest.mark.parametrize(
    "name", ["three-scouts", "three_scouts", "2.1", f"exercises/{SCOUTS}.py", SOLUTION.name]
)
def test_an_exercise_has_several_names(name):
    if name == SOLUTION.name:
        pytest.skip("a bare file name is no name")
    (exercise,) = result(grader("check", name, "--json"))["exercises"]

    assert exercise["slug"] == "three-scouts"


def test_a_chapter_is_all_its_exercises():
    exercises = result(grader("check", "02", "--json"))["exercises"]

    assert {exercise["chapter"] for exercise in exercises} == {"02_together"}
    assert len(exercises) == 5


# JSON

RESULT = ["schema", "kit", "python", "isolation", "points", "max_points", "exercises"]
EXERCISE = ["slug", "chapter", "status", "points", "max_points", "misconception", "tests"]
TEST = ["name", "title", "status", "points", "max_points", "reason", "message", "virtual_seconds", "timeline"]
SPAN = ["label", "start", "end", "outcome"]
REASONS = {
    None, "assertion", "exception", "deadlock", "livelock", "horizon", "hang", "crash", "hygiene", "protocol",
    "not-implemented", "load",
}  # fmt: skip


def check_schema(found):
    """What other programs rely on."""
    assert list(found) == RESULT
    assert found["schema"] == "overlap/result/1"
    assert type(found["kit"]) is str
    assert found["python"] == ".".join(map(str, sys.version_info[:3]))
    assert list(found["isolation"]) == ["level", "layers"]
    assert type(found["isolation"]["level"]) is int
    assert all(type(layer) is str for layer in found["isolation"]["layers"])
    assert found["points"] == sum(exercise["points"] for exercise in found["exercises"])
    assert found["max_points"] == sum(exercise["max_points"] for exercise in found["exercises"])
    for exercise in found["exercises"]:
        assert list(exercise) == EXERCISE
        assert exercise["status"] in {"solved", "partly", "unsolved", "error"}
        assert exercise["misconception"] is None or type(exercise["misconception"]) is str
        assert exercise["points"] == sum(test["points"] for test in exercise["tests"])
        assert exercise["max_points"] == sum(test["max_points"] for test in exercise["tests"])
        for test in exercise["tests"]:
            check_test(test)


def check_test(test):
    assert list(test) == TEST
    assert test["status"] in {"passed", "failed", "error"}
    assert test["reason"] in REASONS
    assert (test["reason"] is None) == (test["message"] == "") == (test["status"] == "passed")
    assert test["points"] == (test["max_points"] if test["status"] == "passed" else 0)
    assert type(test["virtual_seconds"]) is float
    for span in test["timeline"]:
        assert list(span) == SPAN
        assert type(span["start"]) is float
        assert (span["end"] is None) == (span["outcome"] == "running")
        assert span["outcome"] in {"ok", "failed", "cancelled", "running"}


@pytest.fixture(scope="module")
def stubs():
    """All exercises as they are handed out."""
    return grader("check", "--json")


def test_the_stubs_earn_0_of_all_points_and_none_is_an_error(stubs):
    found = result(stubs)

    assert stubs.returncode == NOT_ALL_POINTS
    assert (found["points"], found["max_points"]) == (0, 10 * len(found["exercises"]))
    assert {exercise["status"] for exercise in found["exercises"]} == {"unsolved"}


def test_the_stubs_result_is_as_other_programs_expect_it(stubs):
    check_schema(result(stubs))


def test_the_board_of_the_stubs_is_printed_without_a_complaint():
    done = grader("check")

    assert (done.returncode, done.stderr) == (NOT_ALL_POINTS, b"")
    assert done.stdout.decode().count("not begun") == 15


def test_the_solutions_earn_every_point(tmp_path):
    """In a copy of the kit, as a student has it, with the solutions in the places of the stubs."""
    for folder in ("grader", "tests/exercises"):
        shutil.copytree(
            PROJECT / folder,
            tmp_path / folder,
            ignore=shutil.ignore_patterns("__pycache__", "right", "wrong"),
        )
    shutil.copytree(PROJECT / "exercises", tmp_path / "exercises")
    shutil.copytree(PROJECT / "solutions", tmp_path / "exercises", dirs_exist_ok=True)

    done = grader("check", "--json", cwd=tmp_path)

    found = result(done)
    lost = [
        f"{exercise['slug']}: {test['name']}: {test['message']}"
        for exercise in found["exercises"]
        for test in exercise["tests"]
        if test["status"] != "passed"
    ]
    assert (done.returncode, lost) == (ALL_POINTS, [])
    assert found["points"] == found["max_points"] == 150
    check_schema(found)


@pytest.mark.parametrize("kind", ["wrong", "right"])
def test_the_result_of_every_submission_of_an_exercise_is_as_expected(project, kind):
    from grader.catalog import load_catalog

    (exercise,) = load_catalog(PROJECT).find("three-scouts")
    for path in getattr(exercise, kind):
        import msgspec

        check_schema(json.loads(msgspec.json.encode(project.check("three-scouts", file=path).result)))


SPOILED = {
    "a syntax error": b"async def reports(ask, stations)\n    pass\n",
    "nothing": b"",
    "no text": b"\x00\xff\x00",
    "latin-1": b"# caf\xe9\n",
    "too large": b"#" * 600_000,
    "an end at import": b"import sys\nsys.exit(0)\n",
    "a hard end at import": b"import os\nos._exit(0)\n",
    "a hang at import": b"while True: pass\n",
    "a missing module": b"import nosuch\n",
    "a flood": b"print('x' * 10**6)\n",
}


@pytest.mark.parametrize("source", SPOILED.values(), ids=list(SPOILED))
def test_a_file_that_cannot_be_used_earns_0_and_is_told(own_kit, tmp_path, source):
    file = tmp_path / "probe.py"
    file.write_bytes(source)

    done = grader("check", "probe", "--json", "--file", file, cwd=own_kit.root)

    found = result(done)
    check_schema(found)
    assert (done.returncode, found["points"], found["max_points"]) == (NOT_ALL_POINTS, 0, 2)
    assert all(test["message"] for test in found["exercises"][0]["tests"])


@pytest.mark.parametrize("source", SPOILED.values(), ids=list(SPOILED))
def test_a_file_that_cannot_be_used_is_told_in_the_terminal_too(own_kit, tmp_path, source):
    file = tmp_path / "probe.py"
    file.write_bytes(source)

    done = grader("check", "probe", "--file", file, cwd=own_kit.root)

    assert (done.returncode, done.stderr) == (NOT_ALL_POINTS, b"")
    assert "0 of 2 points" in done.stdout.decode()


# What a student reads


def test_sequential_code_is_told_both_times_both_timelines_and_the_name_of_its_misconception():
    done = grader("check", "three-scouts", "--file", SEQUENTIAL)

    text = done.stdout.decode()
    assert "took 6.0 s, expected 3.0 s" in text
    assert text.count("ask n ") >= 2
    assert "     expected\n" in text
    found = result(grader("check", "three-scouts", "--json", "--file", SEQUENTIAL))
    assert found["exercises"][0]["misconception"] == "sequential-await"


def test_a_stub_of_its_own_is_shown_by_its_path_in_the_kit(own_kit):
    assert "exercises/01_probes/01_probe.py" in grader("check", cwd=own_kit.root).stdout.decode()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "utf-8", "utf-16"])
def test_a_terminal_of_any_encoding_gets_the_report(encoding):
    done = grader("check", "three-scouts", "--file", SEQUENTIAL, PYTHONIOENCODING=encoding)

    assert done.returncode == NOT_ALL_POINTS
    assert "took 6.0 s, expected 3.0 s" in done.stdout.decode(encoding)


def test_colours_come_only_where_they_are_wanted():
    words = ("check", "three-scouts", "--file", SEQUENTIAL)

    assert b"\x1b[" not in grader(*words).stdout
    assert b"\x1b[" in grader(*words, FORCE_COLOR="1").stdout
    assert b"\x1b[" not in grader(*words, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_a_reader_that_goes_away_is_no_failure_of_the_grader():
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "grader", "check", "three-scouts"],
            cwd=PROJECT, stdout=pipe, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip

    assert (done.stderr, done.returncode) == (b"", NOT_ALL_POINTS)


# The same in every run


def test_the_same_submission_gets_the_same_bytes_whatever_the_seed_of_hashes():
    words = ("check", "three-scouts", "--json", "--file", SEQUENTIAL)
    runs = {grader(*words, PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "random")}

    assert len(runs) == 1


def test_real_time_changes_nothing_but_how_long_it_takes():
    words = ("check", "three-scouts", "--json", "--file", SEQUENTIAL)

    assert grader(*words, "--real-time", "1000").stdout == grader(*words).stdout


def test_the_current_folder_and_what_lies_in_it_have_no_effect(broken_kit):
    before = result(grader("check", "--json", cwd=broken_kit.root))
    for name in (
        "asyncio",
        "argparse",
        "json",
        "sitecustomize",
        "conftest",
        "pytest",
        "msgspec",
        "rich",
        "submission",
    ):
        broken_kit.write(f"{name}.py", f"raise SystemExit('{name}.py was read')\n")
    broken_kit.write("pytest.ini", "[pytest]\naddopts = --nosuch-option\n")

    done = grader("check", "--json", cwd=broken_kit.root, PYTEST_ADDOPTS="--nosuch-option")

    assert result(done) == before
    assert before["points"] == 1


# Verify


def test_an_exercise_that_is_not_proved_is_1_and_says_why(own_kit):
    done = grader("verify", cwd=own_kit.root)

    assert (done.returncode, done.stderr) == (NOT_ALL_POINTS, b"")
    text = done.stdout.decode()
    assert "NOT FAIR" in text
    assert "- the stub passes test_one" in text
    assert text.endswith("0 of 1 exercises proved.\n")


def test_paths_of_the_project_are_there():
    assert Path(SOLUTION).is_file()
    assert Path(SEQUENTIAL).is_file()
