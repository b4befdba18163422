"""`check --debug`, as somebody uses it: in a real terminal, with a real debugger."""

import contextlib
import os
import select
import socket
import subprocess
import sys

import pytest
from editor_client import EditorClient
from small_kit import PROJECT

from grader import cli

if sys.platform == "win32":
    pytest.skip("there is no pseudo-terminal on Windows", allow_module_level=True)

from pseudo_terminal import PseudoTerminal

pytestmark = pytest.mark.once

STOPS = """
import asyncio

async def reports(ask, stations):
    tasks = [asyncio.create_task(ask(station)) for station in stations]
    breakpoint()
    begun = True
    done = await asyncio.gather(*tasks)
    return sorted(done)
"""


SOLUTION = PROJECT / "solutions/02_together/01_three_scouts.py"


@pytest.fixture
def grader_says(borrowed_workers, capsys):
    """What a command that cannot be done says, and that it is wrong usage."""

    def run(*words):
        assert cli.main([str(word) for word in words]) == 2
        return capsys.readouterr().err

    return run


@pytest.fixture
def debug(tmp_path):
    """`check three-scouts --debug` of a source, in a terminal."""

    def start(source, *words):
        file = tmp_path / "scouts.py"
        file.write_text(source)
        command = [sys.executable, "-m", "grader", "check", "three-scouts", "--file", file, "--debug", *words]
        environment = os.environ | {"NO_COLOR": "1", "HOME": str(tmp_path)}  # nobody's .pdbrc
        return PseudoTerminal([str(word) for word in command], cwd=PROJECT, env=environment)

    return start


def test_a_breakpoint_stops_and_the_verdict_comes_at_the_end(debug):
    with debug(STOPS) as terminal:
        terminal.until("All three reports come back")
        terminal.until("(Pdb) ")
        terminal.press("p stations\n")
        terminal.until("['n', 'w', 'e']")
        terminal.press("until 9\n")  # over the await: all three stations answer meanwhile
        terminal.until("-> return sorted(done)")
        terminal.press("p len(done), asyncio.get_running_loop().time()\n")
        terminal.until("(3, 3.0)")
        terminal.press("c\n")
        terminal.until("✗ All three reports come back")
        terminal.until("reports(ask, ['n', 'w', 'e'])")
        terminal.until("got  ")
        assert terminal.code() == 1


def test_a_step_over_an_await_stays_in_the_function(debug):
    with debug(STOPS) as terminal:
        terminal.until("(Pdb) ")
        terminal.press("until 8\n")
        terminal.until("-> done = await")
        terminal.press("n\n")
        terminal.until("-> return sorted(done)")
        terminal.press("c\n")
        assert terminal.code() == 1


def test_to_leave_the_debugger_ends_the_run_without_a_verdict(debug):
    with debug(STOPS) as terminal:
        terminal.until("(Pdb) ")
        terminal.press("q\n")
        terminal.until("Stopped.")
        assert terminal.code() == 130
    assert "✗" not in terminal.seen


def test_ctrl_c_at_the_prompt_takes_back_what_was_typed(debug):
    with debug(STOPS) as terminal:
        terminal.until("(Pdb) ")
        terminal.press(
            "p stat\x03\n"
        )  # a signal that comes just before readline waits is noticed with the next key
        terminal.until("--KeyboardInterrupt--")
        terminal.until("(Pdb) ")
        terminal.press("c\n")
        terminal.until("✗")
        assert terminal.code() == 1


def test_ctrl_c_stops_a_loop_that_never_ends(debug):
    source = """
async def reports(ask, stations):
    turns = 0
    print("here")
    while True:
        turns += 1
"""
    with debug(source) as terminal:
        terminal.until("Nothing in it stops it: write `breakpoint()`")
        terminal.until("\nhere\n")
        terminal.press("\x03")
        terminal.until("(Pdb) ")
        terminal.press("p 'turns:', turns >= 0\n")
        terminal.until("('turns:', True)")
        terminal.press("q\n")
        assert terminal.code() == 130


def test_what_is_typed_reaches_the_program(debug):
    source = """
async def reports(ask, stations):
    print("Hello", input("Who? "))
    return []
"""
    with debug(source, "--test", "no stations") as terminal:
        terminal.until("Who? ")
        terminal.press("Ada\n")
        terminal.until("Hello Ada")
        terminal.until("✓ With no stations")
        assert terminal.code() == 0


def test_time_at_a_prompt_is_nobodys(debug):
    source = STOPS.replace("return sorted(done)", "return done").replace("breakpoint()", "input('Go? ')")
    with debug(source, "--test", "3 S, NOT 6") as terminal:
        terminal.until("Go? ")
        terminal.press("\n")
        terminal.until("✓ Three stations of 2, 3 and 1 s report after 3 s")
        assert terminal.code() == 0


# With an editor


def listening_port():
    """A port that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def test_an_editor_stops_at_its_own_breakpoints_and_virtual_time_stands_still(tmp_path):
    file = tmp_path / "scouts.py"
    file.write_text(STOPS.replace("    breakpoint()\n", "").replace("sorted(done)", "done"))
    port = listening_port()
    command = [sys.executable, "-m", "debugpy", "--listen", str(port), "--wait-for-client", "-m", "grader"]
    words = ["check", "three-scouts", "--file", str(file), "--debug", "--test", "3 s, not 6"]
    shown = tmp_path / "shown.txt"  # a pipe would be kept open by debugpy's own process
    with shown.open("wb") as out, subprocess.Popen([*command, *words], cwd=PROJECT, stdout=out) as run:
        judge = EditorClient(connected(port, run))
        judge.attach({"subProcess": True}, file, 8)
        found = judge.event("debugpyAttach")
        worker = EditorClient(connected(found["connect"]["port"], run))
        worker.attach(found, file, 8)
        thread = worker.event("stopped")["threadId"]
        (frame, *_) = worker.ask("stackTrace", {"threadId": thread})["stackFrames"]
        value = worker.ask("evaluate", {"expression": "len(done)", "frameId": frame["id"]})
        worker.ask("continue", {"threadId": thread})
        run.wait(timeout=45)
        judge.close()
        worker.close()

    assert (frame["name"], frame["line"], value["result"]) == ("reports", 8, "3")
    assert "✓ Three stations of 2, 3 and 1 s report after 3 s, not 6 s." in shown.read_text(encoding="utf-8")
    assert run.returncode == 0


def connected(port, process):
    """A connection to a process that is about to listen."""
    for _ in range(1000):
        assert process.poll() is None
        with contextlib.suppress(OSError):
            return socket.create_connection(("127.0.0.1", port), timeout=45)
        select.select([], [], [], 0.05)
    raise AssertionError(f"nobody listens on {port}")


# Without a terminal


def test_wrong_words_are_told(grader_says):
    assert "--debug is for one exercise" in grader_says("check", "--debug")
    assert "--debug goes with --file and --test only" in grader_says(
        "check", "three-scouts", "--debug", "--json"
    )
    assert "--test is for --debug" in grader_says("check", "three-scouts", "--test", "1")
    told = grader_says("check", "three-scouts", "--debug", "--test", "station", "--file", SOLUTION)
    assert "tests have 'station' in its sentence" in told
    assert "\n  2  Three stations of 2, 3 and 1 s report after 3 s, not 6 s.\n" in told


def test_a_breakpoint_in_a_check_stops_nobody_and_says_where_it_would(run):
    report = run("async def run(say):\n    breakpoint()\n    say('on')\n")

    assert report.verdict.status == "passed"
    assert report.records.printed[0][1] == "`breakpoint()` on line 2 stops in `check --debug` only.\n"
