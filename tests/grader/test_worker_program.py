"""What a submission sees of the world around it, and what it cannot see."""

import pytest
from small_kit import said


def test_it_is_a_module_and_not_the_main_program(run):
    report = run(
        """
        import sys

        names = [__name__, sys.modules[__name__].__dict__ is globals()]

        async def run(say):
            say(names)

        if __name__ == "__main__":
            raise SystemExit("the demo ran")
        """
    )

    assert said(report) == [["submission", True]]


def test_it_sees_no_variables_of_the_environment_but_those_that_python_needs(run, monkeypatch):
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    report = run("import os\n\nasync def run(say):\n    say(sorted(os.environ))\n")

    assert set(said(report)[0]) <= {"PYTHONHASHSEED", "MALLOC_ARENA_MAX", "LC_CTYPE", "TZ", "PWD"}


def test_its_command_line_is_its_file(run):
    report = run("import sys\n\nasync def run(say):\n    say(sys.argv)\n")

    assert said(report) == [["probe.py"]]


@pytest.mark.parametrize(
    "name",
    [
        "test_probe",
        "tests.exercises",
        "tests",
        "small_kit",
        "conftest",
        "recorded",
        "solutions",
        "exercises",
        "__main__.tests",
    ],
)
def test_no_hidden_test_can_be_imported(run, name):
    report = run(
        f"""
        import importlib

        async def run(say):
            try:
                importlib.import_module("{name}")
            except ImportError:
                say("not there")
        """
    )

    assert said(report) == ["not there"]


def test_neither_pytest_nor_the_judge_is_loaded(run):
    report = run(
        """
        import sys

        async def run(say):
            say([name for name in sys.modules if name.split(".")[0] in ("pytest", "_pytest", "pytest_asyncio")])
            say([name for name in sys.modules if name.startswith(("grader.judge", "grader.catalog"))])
        """
    )

    assert said(report) == [[], []]


def test_the_kit_s_folder_is_not_on_the_path(run, probes):
    report = run("import sys\n\nasync def run(say):\n    say(sys.path)\n")

    (path,) = said(report)
    assert str(probes.root) not in path
    assert not any(folder in ("", ".") or folder.endswith("worker") for folder in path)


def test_standard_input_is_empty(run):
    report = run(
        """
        import os, sys

        async def run(say):
            say([sys.stdin.read(), os.read(0, 10)])
            try:
                input("what? ")
            except EOFError:
                say("nobody types")
        """
    )

    assert said(report) == [["", b""], "nobody types"]


def test_it_works_in_a_folder_that_holds_nothing_of_the_kit(run):
    report = run("import os\n\nasync def run(say):\n    say(os.getcwd())\n")

    assert said(report) == ["/"]


def test_it_holds_no_descriptor_but_its_channel(run):
    report = run(
        """
        import os, stat

        def is_connection(fd):
            try:
                mode = os.fstat(fd).st_mode
            except OSError:
                return False
            return stat.S_ISSOCK(mode) or stat.S_ISFIFO(mode)

        async def run(say):
            say(sum(is_connection(fd) for fd in range(1000)))
        """
    )

    assert said(report) == [1]


def test_each_test_is_a_fresh_process(kit):
    kit.add(
        """
        @pytest.mark.points(1)
        async def test_one(submission, world):
            await submission.run(world.callback("say"))

        @pytest.mark.points(1)
        async def test_two(submission, world):
            await submission.run(world.callback("say"))
        """
    )

    reports = kit.judge(
        """
        import builtins, os

        async def run(say):
            builtins.runs = getattr(builtins, "runs", 0) + 1
            say([os.getpid(), builtins.runs])
        """
    )

    (one, first), (other, second) = (said(report)[0] for report in reports)
    assert one != other
    assert (first, second) == (1, 1)


def test_a_traceback_that_it_prints_shows_its_own_lines(run):
    report = run(
        """
        import traceback

        async def run(say):
            try:
                1 / 0
            except ZeroDivisionError:
                say(traceback.format_exc())
        """
    )

    assert 'File "probe.py", line 5, in run\n    1 / 0\n' in said(report)[0]


def test_inspect_finds_its_source(run):
    report = run("import inspect\n\nasync def run(say):\n    say(inspect.getsource(run))\n")

    assert said(report) == ["async def run(say):\n    say(inspect.getsource(run))\n"]


def test_dataclasses_and_pickle_find_its_module(run):
    report = run(
        """
        import dataclasses, pickle
        from typing import get_type_hints

        @dataclasses.dataclass
        class Point:
            x: "int"

        async def run(say):
            say([pickle.loads(pickle.dumps(Point(1))).x, get_type_hints(Point)["x"] is int])
        """
    )

    assert said(report) == [[1, True]]


def test_sets_of_words_have_the_same_order_in_every_run(probes):
    source = "async def run(say):\n    say(list({'anna', 'ben', 'cem', 'dora', 'emil', 'fay'}))\n"

    one, other = probes.judge(source, source)

    assert said(one) == said(other)


def test_what_a_submission_draws_is_the_same_in_every_run(run):
    source = "import random\n\nasync def run(say):\n    say(random.random())\n"

    assert said(run(source)) == said(run(source))
