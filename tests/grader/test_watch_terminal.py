"""Watch mode in a real terminal: files are saved, keys are pressed, and the terminal is left as it was."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys

import pytest
from pseudo_terminal import GUARD, PseudoTerminal
from small_kit import PROJECT, Kit

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal of POSIX"),
    pytest.mark.timeout(120),
]

TESTS = """
@pytest.mark.points(1)
async def test_one(submission):
    '''It gives one.'''
    assert await submission.run() == 1

@pytest.mark.points(1)
async def test_again(submission):
    '''It gives one again.'''
    assert [await submission.run(), await submission.run()] == [1, 1]
"""
STUB = 'async def run():\n    """Give one."""\n    raise NotImplementedError\n'
RIGHT = "async def run():\n    return 1\n"
WRONG = "async def run():\n    return 2\n"
READY = "q quit"


@pytest.fixture
def desk(tmp_path, workers):
    """What a student has: two exercises, first and second, and a copy of the grader."""
    kit = Kit(tmp_path, workers)
    for place, name in enumerate(("first", "second"), 1):
        kit.add(TESTS, path=f"01_probes/{place:02}_{name}", stub=STUB, solution=RIGHT)
    shutil.copytree(PROJECT / "grader", kit.root / "grader", ignore=shutil.ignore_patterns("__pycache__"))
    return kit


def words(*options):
    return [sys.executable, "-m", "grader", "watch", *options]


def save(kit, content, name="01_first"):
    """As most editors do: a new file takes the place of the old one."""
    kit.write("exercises/01_probes/new", content).replace(kit.root / f"exercises/01_probes/{name}.py")


@pytest.fixture
def watch(desk):
    """Run `watch` on this desk; it has shown its first picture."""
    terminals = []

    def run(*options, **more):
        terminal = PseudoTerminal(words(*options), cwd=desk.root, **more)
        terminals.append(terminal)
        terminal.until(READY)
        return terminal

    yield run
    for terminal in terminals:
        terminal.__exit__()


# Files


@pytest.mark.parametrize("options", [(), ("--poll",)], ids=["events", "polling"])
def test_a_save_is_checked(watch, desk, options):
    terminal = watch(*options)

    save(desk, WRONG)
    terminal.until("got 2, expected 1")
    save(desk, RIGHT)

    assert "2 of 2 points" in terminal.until("Solved.")


def test_a_file_written_in_its_place_is_checked(watch, desk):
    terminal = watch()

    (desk.root / "exercises/01_probes/01_first.py").write_text(RIGHT)

    terminal.until("Solved.")


def test_a_file_that_is_gone_for_a_while_is_said_to_be_gone_and_checked_when_it_is_back(watch, desk):
    terminal = watch()
    stub = desk.root / "exercises/01_probes/01_first.py"

    stub.unlink()
    terminal.until("is not there")
    stub.write_text(RIGHT)

    terminal.until("Solved.")


def test_a_file_that_python_cannot_read_is_a_sentence(watch, desk):
    terminal = watch()

    save(desk, "def run(:\n")

    terminal.until("Python cannot read it")
    assert "Traceback" not in terminal.seen


def test_another_exercise_that_is_saved_is_one_key_away(watch, desk):
    terminal = watch()

    save(desk, WRONG, "02_second")
    terminal.until("g go there")
    terminal.press("g")

    terminal.until("got 2, expected 1")


# Keys


def test_it_goes_on_only_when_asked_to(watch, desk):
    terminal = watch()
    save(desk, RIGHT)
    assert "Save 01_first.py" in terminal.until("n next")
    terminal.until(READY)

    terminal.press("n")

    assert "Save 02_second.py" in terminal.until(READY)


def test_it_begins_where_the_student_has_left_off(watch, desk):
    terminal = watch()
    save(desk, RIGHT)
    terminal.until("n next")
    terminal.press("q")
    terminal.code()

    assert "Save 02_second.py" in watch().seen


def test_h_shows_a_hint_and_remembers_that_it_was_shown(watch, desk):
    terminal = watch()

    terminal.press("h")

    terminal.until("Hint 1 of 1")
    terminal.until(READY)
    assert "hints 1" in (desk.root / "progress.txt").read_text()


def test_keys_that_are_pressed_during_a_check_are_handled_after_it(watch, desk):
    terminal = watch()
    save(desk, "async def run():\n    while True:\n        pass\n")
    terminal.until("Checking")

    terminal.press("h")

    terminal.until("did not come back")
    terminal.until("Hint 1 of 1")


def test_r_checks_once_more(watch):
    terminal = watch()

    terminal.press("r")

    terminal.until("Checking")
    terminal.until(READY)


def test_arrow_keys_are_no_letters(watch):
    terminal = watch()

    terminal.press("\x1b[A\x1bOq\x1b[24~h")

    terminal.until("Hint 1 of 1")
    assert terminal.process.poll() is None


# The terminal


@pytest.mark.parametrize("key", ["q", "\x03", "\x04"], ids=["q", "Ctrl-C", "Ctrl-D"])
def test_leaving_leaves_the_terminal_as_it_was(watch, key):
    terminal = watch()
    assert terminal.settings != terminal.settings_before

    terminal.press(key)

    assert terminal.code() == 0
    assert terminal.settings == terminal.settings_before
    assert "Traceback" not in terminal.seen


def test_ctrl_c_ends_a_check_that_does_not_come_back(watch, desk):
    terminal = watch()
    save(desk, "async def run():\n    while True:\n        pass\n")
    terminal.until("Checking")

    terminal.press("\x03")

    assert terminal.code() == 0
    assert terminal.settings == terminal.settings_before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_it_leaves_the_terminal_as_it_was(watch, number):
    terminal = watch()

    terminal.process.send_signal(number)

    assert terminal.code() == 128 + number
    assert terminal.settings == terminal.settings_before


def test_a_signal_ends_a_check_that_does_not_come_back(watch, desk):
    terminal = watch()
    save(desk, "async def run():\n    while True:\n        pass\n")
    terminal.until("Checking")

    terminal.process.terminate()

    assert terminal.code() == 128 + signal.SIGTERM
    assert terminal.settings == terminal.settings_before


def test_an_error_of_ours_leaves_the_terminal_as_it_was(watch, desk):
    screen = desk.root / "grader/watch/screen.py"
    screen.write_text(
        screen.read_text().replace(
            "    def hints(self)", "    def hints(self):\n        1 / 0\n\n    def h(self)"
        )
    )
    terminal = watch()

    terminal.press("h")

    assert terminal.code() == 3
    assert "nothing is wrong with your work" in terminal.seen
    assert terminal.settings == terminal.settings_before


def test_ctrl_z_gives_the_terminal_back_and_fg_goes_on(desk):
    shell = ["bash", "--norc", "--noprofile", "-i"]
    with PseudoTerminal(shell, cwd=desk.root, env=os.environ | {"PS1": "$ "}) as terminal:
        terminal.until("$ ")
        terminal.press("stty -g\n")
        _, before, _ = terminal.until("$ ").split("\n")
        terminal.press(" ".join(words()) + "\n")
        terminal.until(READY)

        terminal.press("\x1a")
        terminal.until("Stopped")
        terminal.press("stty -g\n")
        terminal.until(before)
        terminal.press("fg\n")
        terminal.until(READY)
        terminal.press("h")

        terminal.until("Hint 1 of 1")


def test_another_size_is_another_picture(watch):
    terminal = watch(columns=100)

    terminal.resize(columns=41)

    assert "r rerun\n q" in terminal.until(READY)


# No terminal


def test_without_keys_it_watches_and_says_so(desk):
    with subprocess.Popen(
        words(), cwd=desk.root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        try:
            assert process.stdout is not None
            seen = iter(process.stdout.readline, "")
            assert any("there are no keys" in line for line in seen)
            save(desk, RIGHT)

            assert any("Solved." in line for line in seen)
        finally:
            process.terminate()
        assert process.wait(GUARD) == 128 + signal.SIGTERM
