"""The command line, as other programs see it: exit codes, both streams, and JSON."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import msgspec
import pytest
from small_kit import PROJECT, forget_hidden_tests

from grader import catalog, cli
from grader.cli.outcome import NOBODY_READS

pytestmark = pytest.mark.once

SCOUTS = "02_together/01_three_scouts"
SOLUTION = PROJECT / "solutions" / f"{SCOUTS}.py"
EXERCISES = len(catalog.load_catalog(PROJECT).exercises)
SEQUENTIAL = PROJECT / "tests/exercises" / SCOUTS / "wrong/sequential_await.py"

ALL_POINTS, NOT_ALL_POINTS, WRONG_USAGE, OUR_FAILURE = 0, 1, 2, 3


@dataclass(frozen=True)
class Done:
    """What came of a command: its exit code, and what it wrote."""

    code: int
    out: bytes
    err: bytes

    @property
    def result(self):
        """The one JSON object on standard output; there is nothing else on either stream."""
        assert self.err == b""
        assert self.out.count(b"\n") == 1
        assert self.out.endswith(b"}\n")
        return json.loads(self.out)


def process(*words, cwd=PROJECT, **variables):
    """Run the command line in a process of its own, as users do."""
    command = [sys.executable, "-m", "grader", *map(str, words)]
    variables = os.environ | {"PYTHONIOENCODING": "utf-8"} | variables
    done = subprocess.run(command, cwd=cwd, env=variables, capture_output=True, check=False)
    assert b"Traceback" not in done.stdout + done.stderr, done
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def grader(monkeypatch, capfdbinary, borrowed_workers):
    """Run the command line in this process, with the workers that are there; `kit` may be another than this project."""

    def run(*words, kit=None):
        monkeypatch.setattr(
            cli.kit, "load_catalog", lambda: catalog.load_catalog(kit.root if kit else PROJECT)
        )
        try:
            code = cli.main([str(word) for word in words])
        except SystemExit as leaving:
            code = leaving.code
        forget_hidden_tests()
        out, err = capfdbinary.readouterr()
        assert b"Traceback" not in out, out
        return Done(code, out, err)

    return run


@pytest.fixture
def own_kit(kit):
    """A kit of one exercise, which earns one of two points as it is."""
    return kit.add(
        "@pytest.mark.points(1)\nasync def test_one(submission):\n    assert await submission.run(1) == 1\n\n"
        "@pytest.mark.points(1)\nasync def test_two(submission):\n    assert await submission.run(2) == 2\n",
        stub="async def run(number):\n    return 1\n",
    )


@pytest.fixture
def two_chapters(kit):
    """The exercises of the first two chapters, as they are handed out."""
    for folder in ("exercises", "tests/exercises"):
        for chapter in ("01_first_steps", "02_together"):
            shutil.copytree(PROJECT / folder / chapter, kit.root / folder / chapter)
    return kit


@pytest.fixture
def copy(own_kit):
    """The same with a copy of the grader: what a student has."""
    shutil.copytree(PROJECT / "grader", own_kit.root / "grader", ignore=shutil.ignore_patterns("__pycache__"))
    return own_kit


# Exit codes


def test_all_points_is_0(grader):
    assert grader("check", "three-scouts", "--file", SOLUTION).code == ALL_POINTS


def test_not_all_points_is_1(grader):
    assert grader("check", "three-scouts", "--file", SEQUENTIAL).code == NOT_ALL_POINTS


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
def test_wrong_usage_is_2_with_a_sentence_on_standard_error_only(words, grader):
    done = grader(*words)

    assert done.code == WRONG_USAGE
    assert done.out == b""
    assert done.err.strip()


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
def test_a_own_kit_is_3_and_says_where(own_kit, path, content, sentence, grader):
    own_kit.write(path, content)

    done = grader("check", kit=own_kit)

    assert (done.code, done.out) == (OUR_FAILURE, b"")
    assert sentence in done.err.decode()


def test_a_hidden_test_that_reports_nothing_is_3(own_kit, grader):
    own_kit.write(
        "tests/exercises/01_probes/01_probe/test_probe.py", "async def test_one(submission):\n    pass\n"
    )

    done = grader("check", "--json", kit=own_kit)

    assert done.code == OUR_FAILURE
    assert done.result["exercises"][0]["status"] == "error"


def test_a_hidden_test_that_cannot_be_loaded_is_3(own_kit, grader):
    test = own_kit.write("tests/exercises/01_probes/01_probe/test_probe.py", "def test_one(:\n")

    done = grader("check", kit=own_kit)

    assert (done.code, done.out) == (OUR_FAILURE, b"")
    assert str(test) in done.err.decode()


def test_ctrl_c_is_130_and_a_word(own_kit, grader):
    own_kit.write(
        "tests/exercises/01_probes/01_probe/test_probe.py",
        "import pytest\n\n@pytest.mark.points(1)\nasync def test_one(submission):\n    raise KeyboardInterrupt\n",
    )

    done = grader("check", kit=own_kit)

    assert (done.code, done.out, done.err) == (130, b"", b"Stopped.\n")


def test_a_check_leaves_ctrl_c_as_it_was(grader):
    before = signal.getsignal(signal.SIGINT)

    grader("check", "three-scouts", "--file", SOLUTION)

    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("words", [("--help",), ("check", "--help"), ("verify", "--help"), ("--version",)])
def test_help_is_0(words, grader):
    assert grader(*words).code == 0


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
def test_an_unknown_name_offers_the_nearest(name, nearest, grader):
    done = grader("check", name)

    assert done.err.decode().startswith(f"There is no exercise called {name!r}. Did you mean ")
    assert nearest in done.err.decode()


@pytest.mark.parametrize("name", ["three-scouts", "three_scouts", "2.1", f"exercises/{SCOUTS}.py"])
def test_an_exercise_has_several_names(name, grader):
    (exercise,) = grader("check", name, "--json").result["exercises"]

    assert exercise["slug"] == "three-scouts"


def test_a_chapter_is_all_its_exercises(grader):
    exercises = grader("check", "02", "--json").result["exercises"]

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
    return process("check", "--json")


def test_the_stubs_earn_0_of_all_points_and_none_is_an_error(stubs):
    found = stubs.result

    assert stubs.code == NOT_ALL_POINTS
    assert (found["points"], found["max_points"]) == (0, 10 * len(found["exercises"]))
    assert {exercise["status"] for exercise in found["exercises"]} == {"unsolved"}


def test_the_stubs_result_is_as_other_programs_expect_it(stubs):
    check_schema(stubs.result)


def test_who_checks_the_stubs_is_welcomed_without_a_complaint(grader, two_chapters, monkeypatch):
    monkeypatch.delenv("CI", raising=False)

    done = grader("check", kit=two_chapters)

    assert (done.code, done.err) == (NOT_ALL_POINTS, b"")
    assert f"Welcome. {len(two_chapters.catalog.exercises)} exercises in " in done.out.decode()


def test_in_ci_the_stubs_are_a_board(grader, two_chapters, monkeypatch):
    monkeypatch.setenv("CI", "true")

    board = grader("check", kit=two_chapters).out.decode().split("first steps ·")[0]

    assert "Welcome" not in board
    assert board.count(" ·") + board.count(" ★") == len(two_chapters.catalog.exercises)


@pytest.fixture(scope="module")
def solutions(tmp_path_factory):
    """Two checks at the same time, which keeps the machine busy, of a copy of the kit as a student has it, with the
    solutions in the places of the stubs."""
    copy = tmp_path_factory.mktemp("solutions")
    ignore = shutil.ignore_patterns("__pycache__", "right", "wrong")
    for folder in ("grader", "tests/exercises", "exercises"):
        shutil.copytree(PROJECT / folder, copy / folder, ignore=ignore)
    shutil.copytree(PROJECT / "solutions", copy / "exercises", dirs_exist_ok=True)
    with ThreadPoolExecutor() as both:  # CI: nobody's progress is kept
        return list(both.map(lambda _: process("check", "--json", cwd=copy, CI="true"), range(2)))


@pytest.mark.timeout(300)  # the first of the two makes both checks
def test_the_solutions_earn_every_point(solutions):
    found = solutions[0].result

    lost = [
        f"{exercise['slug']}: {test['name']}: {test['message']}"
        for exercise in found["exercises"]
        for test in exercise["tests"]
        if test["status"] != "passed"
    ]
    assert (solutions[0].code, lost) == (ALL_POINTS, [])
    assert found["points"] == found["max_points"] == 10 * EXERCISES
    check_schema(found)


@pytest.mark.timeout(300)
def test_two_checks_of_all_solutions_on_a_busy_machine_print_the_same_bytes(solutions):
    one, other = solutions

    assert (one.code, other.code) == (ALL_POINTS, ALL_POINTS)
    assert one.out == other.out


def test_the_result_of_a_submission_that_went_half_way_is_as_expected(project):
    path = SEQUENTIAL.with_name("waits_for_nothing.py")

    check_schema(json.loads(msgspec.json.encode(project.check("three-scouts", file=path).result)))


SPOILED = {
    "a syntax error": b"async def reports(ask, stations)\n    pass\n",
    "nothing": b"",
    "no text": b"\x00\xff\x00",
    "latin-1": b"# caf\xe9\n",
    "too large": b"#" * 600_000,
    "an end at import": b"import sys\nsys.exit(0)\n",
    "a hard end at import": b"import os\nos._exit(0)\n",
    "a missing module": b"import nosuch\n",
    "a flood": b"print('x' * 10**6)\n",
}


@pytest.mark.parametrize("source", SPOILED.values(), ids=list(SPOILED))
def test_a_file_that_cannot_be_used_earns_0_and_is_told(own_kit, tmp_path, source, grader):
    file = tmp_path / "probe.py"
    file.write_bytes(source)

    done = grader("check", "probe", "--json", "--file", file, kit=own_kit)

    found = done.result
    check_schema(found)
    assert (done.code, found["points"], found["max_points"]) == (NOT_ALL_POINTS, 0, 2)
    assert all(test["message"] for test in found["exercises"][0]["tests"])


@pytest.mark.parametrize("source", SPOILED.values(), ids=list(SPOILED))
def test_a_file_that_cannot_be_used_is_told_in_the_terminal_too(own_kit, tmp_path, source, grader):
    file = tmp_path / "probe.py"
    file.write_bytes(source)

    done = grader("check", "probe", "--file", file, kit=own_kit)

    assert (done.code, done.err) == (NOT_ALL_POINTS, b"")
    assert "0 of 2 points" in done.out.decode()


# What a student reads


def test_sequential_code_is_told_both_times_both_timelines_and_the_name_of_its_misconception(grader):
    done = grader("check", "three-scouts", "--file", SEQUENTIAL)

    text = done.out.decode()
    assert "took 6.0 s, expected 3.0 s" in text
    assert text.count("ask n ") >= 2
    assert "     expected\n" in text
    found = grader("check", "three-scouts", "--json", "--file", SEQUENTIAL).result
    assert found["exercises"][0]["misconception"] == "sequential-await"


def test_a_stub_of_its_own_is_shown_by_its_path_in_the_kit(own_kit, grader):
    assert "exercises/01_probes/01_probe.py" in grader("check", kit=own_kit).out.decode()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_of_any_encoding_gets_the_report(encoding):
    done = process("check", "three-scouts", "--file", SEQUENTIAL, PYTHONIOENCODING=encoding)

    assert (done.code, done.err) == (NOT_ALL_POINTS, b"")
    assert "took 6.0 s, expected 3.0 s" in done.out.decode(encoding)


@pytest.mark.parametrize(
    ("variables", "colours"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
    ids=["no terminal", "forced", "both"],
)
def test_colours_come_only_where_they_are_wanted(grader, monkeypatch, variables, colours):
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert (b"\x1b[" in grader("check", "three-scouts", "--file", SEQUENTIAL).out) is colours


def test_a_reader_that_goes_away_is_no_failure_of_the_grader():
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "grader", "check", "three-scouts"],
            cwd=PROJECT, stdout=pipe, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip

    assert (done.stderr, done.returncode) == (b"", NOBODY_READS)


# The same in every run


def test_the_same_submission_gets_the_same_bytes_whatever_the_seed_of_hashes(grader):
    words = ("check", "three-scouts", "--json", "--file", SEQUENTIAL)
    runs = {process(*words, PYTHONHASHSEED=seed).out for seed in ("0", "random")}

    assert runs == {grader(*words).out}


def test_real_time_changes_nothing_but_how_long_it_takes(grader):
    words = ("check", "three-scouts", "--json", "--file", SEQUENTIAL)

    assert grader(*words, "--real-time", "10000").out == grader(*words).out


def test_the_current_folder_and_what_lies_in_it_have_no_effect(copy):
    for name in (
        "asyncio", "argparse", "json", "sitecustomize", "conftest", "pytest", "msgspec", "rich", "submission",
    ):  # fmt: skip
        copy.write(f"{name}.py", f"raise SystemExit('{name}.py was read')\n")
    copy.write("pytest.ini", "[pytest]\naddopts = --nosuch-option\n")

    done = process("check", "--json", cwd=copy.root, PYTEST_ADDOPTS="--nosuch-option")

    assert (done.code, done.result["points"]) == (NOT_ALL_POINTS, 1)


# Verify


def test_an_exercise_that_is_not_proved_is_1_and_says_why(own_kit, grader):
    done = grader("verify", kit=own_kit)

    assert (done.code, done.err) == (NOT_ALL_POINTS, b"")
    text = done.out.decode()
    assert "NOT FAIR" in text
    assert "- the stub passes test_one" in text
    assert text.endswith("0 of 1 exercises proved.\n")


# The page


def test_a_page_is_written_beside_the_report(grader, tmp_path):
    page = tmp_path / "page.html"

    done = grader("check", "three-scouts", "--file", SEQUENTIAL, "--html", page)

    assert done.code == NOT_ALL_POINTS
    assert b"took 6.0 s" in done.out
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "took 6.0 s, expected 3.0 s" in text
    assert "This behaves like <strong>sequential-await" in text


def test_a_page_and_json_go_together(grader, tmp_path):
    done = grader("check", "three-scouts", "--file", SOLUTION, "--json", "--html", tmp_path / "page.html")

    assert done.result["points"] == 10
    assert (tmp_path / "page.html").is_file()


def test_a_name_in_the_place_of_the_page_is_not_written_to(grader):
    done = grader("check", "--html", "three-scouts")

    assert done.code == WRONG_USAGE
    assert b"--html wants a file that ends with .html, and not three-scouts" in done.err


def test_a_page_that_cannot_be_written_says_so(grader, tmp_path):
    done = grader("check", "three-scouts", "--html", tmp_path / "nowhere" / "page.html")

    assert done.code == WRONG_USAGE
    assert b"cannot be written: No such file or directory. Give another path to --html." in done.err


# play


def test_what_is_played_elsewhere_than_on_a_terminal_is_the_last_picture(grader):
    done = grader("play", "three-scouts", "--file", SEQUENTIAL)

    assert (done.code, done.err) == (ALL_POINTS, b"")
    assert b"Three stations of 2, 3 and 1 s report after 3 s, not 6 s." in done.out
    assert b"\x1b" not in done.out


def test_of_a_solved_exercise_its_first_timeline_is_played(grader):
    done = grader("play", "three-scouts", "--file", SOLUTION)

    assert done.code == ALL_POINTS
    assert b"expected: the same" in done.out


def test_what_is_not_begun_cannot_be_played_and_the_next_step_is_named(grader):
    done = grader("play", "three-scouts")

    assert (done.code, done.out) == (NOT_ALL_POINTS, b"")
    assert b"Nothing of three scouts has run" in done.err
    assert b"nox -s check -- three-scouts" in done.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("play", "02"), b"02 is a chapter. Name one exercise of it, as in three-scouts"),
        (("play", "three-scouts", "--speed", "0"), b"--speed wants a number above 0"),
        (("play", "three-scouts", "--file", "nowhere.py"), b"nowhere.py is not there."),
    ],
)
def test_what_cannot_be_played_is_wrong_usage(words, sentence, grader):
    done = grader(*words)

    assert (done.code, done.out) == (WRONG_USAGE, b"")
    assert sentence in done.err
