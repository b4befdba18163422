"""The student's desk from the command line: real commands over a small kit, and what they leave in its folder."""

import json

import pytest
from small_kit import dedented, forget_hidden_tests

from grader import catalog, cli, recording
from grader.progress import NAME
from grader.recording import Recording

STUB = 'async def run(say):\n    """Run."""\n    raise NotImplementedError\n'
RIGHT = 'async def run(say):\n    say("hello")\n'
WRONG = 'async def run(say):\n    say("bye")\n'
TEST = '''
@pytest.mark.points(1)
async def test_says_hello(submission, world):
    """It says hello."""
    await submission.run(world.callback("say"))
    assert [call.args[0] for call in world.calls] == ["hello"]
'''


@pytest.fixture
def desk(kit):
    """Two chapters of one exercise each."""
    for place in ("01_first/01_a", "02_second/01_b"):
        kit.add(TEST, path=place, stub=STUB, solution=f'"""A: the solution."""\n\n{RIGHT}')
        kit.write(f"exercises/{place}.toml", 'title = "a probe"\nconcept = "none"\nhints = ["one", "two"]\n')
        recorded = Recording(stub=tuple(STUB.split("\n")))
        kit.write(f"tests/exercises/{place}/recorded.json", recording.encode(recorded))
    return kit


@pytest.fixture
def command(monkeypatch, capfdbinary, borrowed_workers, desk):
    """Run a command over the desk: (exit code, standard output, standard error)."""
    monkeypatch.setattr(cli.kit, "load_catalog", lambda: catalog.load_catalog(desk.root))
    monkeypatch.delenv("CI", raising=False)

    def run(*words):
        try:
            code = cli.main([str(word) for word in words])
        except SystemExit as leaving:
            code = leaving.code
        forget_hidden_tests()
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def write(desk, source):
    desk.write("exercises/01_first/01_a.py", source)


def progress(desk):
    """The facts in the file; None where there is no file."""
    file = desk.root / NAME
    return file.read_text().splitlines()[1:] if file.exists() else None


# check


def test_a_check_of_an_untouched_kit_welcomes_and_leaves_no_file(command, desk):
    code, out, _ = command("check")

    assert code == 1
    assert "Welcome. 2 exercises in 2 chapters" in out
    assert progress(desk) is None


def test_what_was_solved_is_remembered_and_praised_once(command, desk):
    write(desk, RIGHT)

    first, second = command("check", "a")[1], command("check", "a")[1]

    assert "Solved. Well done.\n   Chapter 01 first is complete." in first
    assert "Next     2.1 a probe" in first
    assert "Well done" not in second
    (fact,) = progress(desk)
    assert fact.startswith("1.1  a  solved 20")


def test_a_check_for_another_program_remembers_as_well(command, desk):
    write(desk, RIGHT)

    code, out, _ = command("check", "a", "--json")

    assert (code, json.loads(out)["points"]) == (0, 1)
    assert len(progress(desk)) == 1


def test_a_file_that_was_named_is_not_remembered(command, desk):
    command("check", "a", "--file", desk.write("mine.py", RIGHT))

    assert progress(desk) is None


@pytest.mark.parametrize(
    ("value", "is_remembered"), [("true", False), ("1", False), ("false", True), ("", True)]
)
def test_ci_remembers_nothing(command, desk, monkeypatch, value, is_remembered):
    monkeypatch.setenv("CI", value)
    write(desk, RIGHT)

    assert command("check", "a")[0] == 0
    assert (progress(desk) is not None) == is_remembered


def test_progress_earns_no_point(command, desk):
    (desk.root / NAME).write_text("1.1 a solved 2026-11-23\n")

    code, out, _ = command("check", "a")

    assert code == 1
    assert "0 of 1 points" in out


def test_a_check_goes_on_where_nothing_can_be_remembered(command, desk):
    (desk.root / NAME).mkdir()
    write(desk, RIGHT)

    code, out, err = command("check", "a")

    assert code == 0
    assert "Solved." in out
    assert "it is not a file" in err


# list, next


def test_the_board_shows_how_far_one_is(command, desk):
    write(desk, WRONG)

    code, out, err = command("list")

    assert (code, err) == (0, "")
    assert "0 of 2 solved" in out
    assert " → ◐ 1.1  a probe" in out


def test_next_is_what_is_left(command, desk):
    write(desk, RIGHT)
    command("check", "a")

    assert "exercises/02_second/01_b.py" in command("next")[1]


@pytest.mark.parametrize("words", [("list",), ("next",)])
def test_where_progress_cannot_be_read_the_board_is_shown_all_the_same(command, desk, words):
    (desk.root / NAME).mkdir()

    code, out, err = command(*words)

    assert code == 0
    assert "a probe" in out
    assert "it is not a file" in err


# hint


def test_each_call_shows_one_more_hint(command, desk):
    first, second, third = (command("hint", "a")[1] for _ in range(3))

    assert "hint 1 of 2" in first
    assert "two" in second
    assert "2 of 2 hints" in third
    assert progress(desk) == ["1.1  a  hints 2"]


def test_hints_can_be_read_again(command, desk):
    command("hint", "a")

    assert "1 one" in command("hint", "a", "--again")[1]
    assert progress(desk) == ["1.1  a  hints 1"]


def test_a_hint_without_a_name_is_for_the_exercise_to_go_on_with(command, desk):
    write(desk, RIGHT)
    command("check", "a")

    command("hint")

    assert progress(desk)[-1] == "2.1  b  hints 1"


def test_where_all_is_solved_a_hint_wants_a_name(command, desk):
    (desk.root / NAME).write_text("1.1 a solved 2026-11-23\n2.1 b solved 2026-11-23\n")

    code, out, err = command("hint")

    assert (code, out) == (2, "")
    assert "Everything is solved. Name" in err


# solution


def test_the_solution_is_closed_until_the_exercise_is_solved(command, desk):
    write(desk, WRONG)

    code, out, _ = command("solution", "a")

    assert code == 1
    assert "not solved yet" in out
    assert "hello" not in out


def test_the_solution_opens_when_the_exercise_is_solved(command, desk):
    write(desk, RIGHT)

    code, out, _ = command("solution", "a")

    assert code == 0
    assert out.count('say("hello")') == 2
    assert len(progress(desk)) == 1


def test_what_was_solved_once_stays_open(command, desk):
    write(desk, RIGHT)
    command("check", "a")
    write(desk, WRONG)

    code, out, _ = command("solution", "a")

    assert code == 0
    assert 'say("bye")' in out


def test_a_copy_without_solutions_says_so(command, desk):
    (desk.root / "solutions/01_first/01_a.py").unlink()

    code, out, err = command("solution", "a")

    assert (code, out) == (2, "")
    assert "has no solutions" in err


# reset


def test_a_reset_says_where_the_work_is_now(command, desk):
    write(desk, WRONG)

    assert command("reset", "a") == (
        0,
        (
            "exercises/01_first/01_a.py is as it was handed out.\n"
            "What you had written is in exercises/01_first/01_a.py.backup-1.\n"
        ),
        "",
    )
    assert (desk.root / "exercises/01_first/01_a.py").read_text() == dedented(STUB)


def test_what_cannot_be_reset_is_said(command, desk):
    (desk.root / "exercises/01_first/01_a.py").unlink()
    (desk.root / "exercises/01_first/01_a.py").mkdir()

    code, out, err = command("reset", "a")

    assert (code, out) == (2, "")
    assert "is not a file. Move it away" in err


# Names


@pytest.mark.parametrize("name", ["hint", "solution", "reset"])
def test_a_whole_chapter_is_too_much(command, desk, name):
    desk.add(TEST, path="01_first/02_c")

    code, out, err = command(name, "01")

    assert (code, out) == (2, "")
    assert "01 is a chapter. Name one exercise of it, as in a or 1.1." in err


@pytest.mark.parametrize("name", ["solution", "reset"])
def test_a_command_without_a_name_asks_for_one(command, name):
    code, out, err = command(name)

    assert (code, out) == (2, "")
    assert "NAME" in err
