"""What moves on a terminal: `play`, and `check --real-time`, in a real one."""

import os
import subprocess
import sys

import pytest
from check_records import TOGETHER
from small_kit import PROJECT, Kit

from grader.catalog import read_declarations
from grader.recording import Recording, encode
from grader.verdict import Expected

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal of POSIX"),
    pytest.mark.timeout(120),
]
if os.name == "posix":
    from pseudo_terminal import PseudoTerminal

TESTS = """
@pytest.mark.points(1)
async def test_together(submission, world):
    '''Three stations report after 3 s.'''
    ask = world.service("ask", seconds={"n": 2, "w": 3, "e": 1})
    await submission.run(ask)
    assert world.elapsed == 3.0
"""
STUB = 'async def run(ask):\n    """Ask all."""\n    raise NotImplementedError\n'
IN_TURN = """
    async def run(ask):
        for station in "nwe":
            await ask(station)
"""
FAST = "3"  # times: 6 s are over in 2 s
SLOW = "0.001"  # times: nothing is over before the test is
HIDE_CURSOR, SHOW_CURSOR = b"\x1b[?25l", b"\x1b[?25h"
ALL_BARS = """\
  ask n   ██████████████████████
  ask w                         █████████████████████████████████
  ask e                                                          ███████████
expected
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory, workers):
    """A student's desk with one exercise, whose stub asks one station after the other."""
    kit = Kit(tmp_path_factory.mktemp("desk"), workers).add(TESTS, stub=IN_TURN)
    recorded = Recording(read_declarations(STUB), {"test_together": Expected(3.0, TOGETHER)})
    kit.write("tests/exercises/01_probes/01_probe/recorded.json", encode(recorded))
    (kit.root / "grader").symlink_to(PROJECT / "grader")
    return kit.root


def words(*options):
    return [sys.executable, "-m", "grader", *map(str, options)]


@pytest.fixture
def terminal(desk):
    """Run a command of the kit in a terminal of its own."""
    opened = []

    def run(*options):
        variables = os.environ | {"PYTHONIOENCODING": "utf-8", "TERM": "xterm"}
        for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"):
            variables.pop(name, None)
        opened.append(PseudoTerminal(words(*options), cwd=desk, env=variables))
        return opened[-1].__enter__()

    yield run
    for terminal in opened:
        terminal.__exit__()


@pytest.fixture
def piped(desk):
    """Run a command of the kit without a terminal: its exit code, and what it prints."""

    def run(*options):
        variables = os.environ | {"PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(words(*options), cwd=desk, capture_output=True, env=variables, check=False)
        return done.returncode, done.stdout.decode()

    return run


def test_play_grows_and_leaves_the_last_picture(terminal, piped):
    screen = terminal("play", "probe", "--speed", FAST)

    screen.until("▸")
    screen.until(ALL_BARS)

    assert screen.code() == 0
    assert screen.seen.endswith(piped("play", "probe")[1])


def test_ctrl_c_ends_play_and_shows_the_cursor(terminal):
    screen = terminal("play", "probe", "--speed", SLOW)
    screen.until("0.0 s")

    screen.press("\x03")

    assert screen.code() == 130
    assert "Stopped." in screen.seen
    assert screen._shown.rindex(SHOW_CURSOR) > screen._shown.rindex(HIDE_CURSOR)
    assert screen.settings == screen.settings_before


def test_real_time_draws_each_test_while_it_runs_and_then_reports_as_ever(terminal, piped):
    options = ("check", "probe")
    screen = terminal(*options, "--real-time", FAST)

    screen.until("▸")
    screen.until("0 of 1 points")

    code, report = piped(*options)
    assert screen.code() == code
    assert screen.seen.endswith(report)


def test_ctrl_c_ends_a_check_in_real_time_at_once(terminal):
    screen = terminal("check", "probe", "--real-time", SLOW)
    screen.until("▸")

    screen.press("\x03")

    assert screen.code() == 130
    assert screen.seen.endswith("Stopped.\n")
    assert "Traceback" not in screen.seen
    assert screen._shown.rindex(SHOW_CURSOR) > screen._shown.rindex(HIDE_CURSOR)


def test_json_is_never_drawn_over(terminal):
    screen = terminal("check", "probe", "--real-time", FAST, "--json")

    assert screen.code() == 1
    assert screen.seen.startswith('{"schema"')
