"""One session a habit: `nox -l` lists them, `nox` alone checks the exercises."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2025.10.16"
nox.options.sessions = ["check"]
nox.options.default_venv_backend = "virtualenv"  # comes with nox; some systems ship Python without venv
nox.options.reuse_venv = "yes"
nox.options.download_python = "never"

PROJECT = nox.project.load_toml("pyproject.toml")
KIT = PROJECT["project"]["dependencies"]


@nox.session(python=False)
def check(session: nox.Session) -> None:
    """Check your exercises: all, or those named, as in `nox -s check -- three-scouts`."""
    at_the_desk(session, "check")


@nox.session(python=False)
def watch(session: nox.Session) -> None:
    """Check an exercise whenever you save it; `--poll` for network drives."""
    at_the_desk(session, "watch")


@nox.session(python=False)
def hint(session: nox.Session) -> None:
    """Show one more hint, as in `nox -s hint -- three-scouts`."""
    at_the_desk(session, "hint")


@nox.session(python=False)
def solution(session: nox.Session) -> None:
    """Show the kit's solution beside yours, once you have solved the exercise."""
    at_the_desk(session, "solution")


@nox.session(python=False)
def reset(session: nox.Session) -> None:
    """Bring an exercise back as it was handed out; what you have written is kept beside it."""
    at_the_desk(session, "reset")


@nox.session(python=False)
def play(session: nox.Session) -> None:
    """Replay what your program did, above what was expected, as in `nox -s play -- three-scouts`."""
    at_the_desk(session, "play")


@nox.session(name="next", python=False)
def next_exercise(session: nox.Session) -> None:
    """Show the exercise to go on with."""
    at_the_desk(session, "next")


@nox.session(name="list", python=False)
def list_exercises(session: nox.Session) -> None:
    """Show all exercises, and how far you are."""
    at_the_desk(session, "list")


@nox.session
def grade(session: nox.Session) -> None:
    """Grade a class: `nox -s grade -- SUBMISSIONS --out DIR` (for instructors; docs/grading.md)."""
    cluster = PROJECT["project"]["optional-dependencies"]["cluster"]
    install(session, [*KIT, *cluster] if "--cluster" in session.posargs else KIT)
    leave_with_exit_code_of(python_of(session), "-m", "grader", "grade", *session.posargs)


@nox.session
def verify(session: nox.Session) -> None:
    """Prove that the exercises are fair: stubs, solutions, right and wrong ones."""
    install(session, KIT)
    session.run("python", "-m", "grader", "verify", *session.posargs, log=False)


PYTHONS = ["3.11", "3.12", "3.13"]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the kit's own tests on each Python that is installed."""
    install(session, [*KIT, *group("tests")])
    # One process more than there are cores, since tests often wait for processes of their own. loadscope: the tests
    # of a module share what takes long to make. (Marks of loadgroup do nothing since pytest 9.2: pytest-xdist #1386.)
    all_of_them = [f"--numprocesses={1 + (os.cpu_count() or 1)}", "--dist=loadscope"]
    if session.python != PYTHONS[-1]:
        all_of_them += ["-m", "not once"]
    session.run("python", "-m", "pytest", *(session.posargs or all_of_them))


@nox.session(name="class")
def synthetic_class(session: nox.Session) -> None:
    """Make a class in each layout, have it graded through kills, compare with what was foretold; it takes minutes."""
    install(session, KIT)
    session.run("python", "tests/make_class.py", "--prove", *session.posargs, log=False)


@nox.session
def mutants(session: nox.Session) -> None:
    """Change the solutions, and see whether the hidden tests notice; it takes minutes."""
    install(session, [*KIT, *group("mutants")])
    session.run("python", "tests/mutants.py", *session.posargs, log=False)


@nox.session
def rewritten(session: nox.Session) -> None:
    """Write wrong solutions in other words, and look whether they are still recognised; it takes minutes."""
    install(session, KIT)
    session.run("python", "tests/rewritten.py", *session.posargs, log=False)


@nox.session
def lint(session: nox.Session) -> None:
    """Look for mistakes and odd formatting (ruff)."""
    install(session, group("lint"))
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check", *session.posargs)


@nox.session
def types(session: nox.Session) -> None:
    """Check the kit's types (mypy, strict)."""
    install(session, [*KIT, *group("types")])
    session.run("mypy", *session.posargs)


@nox.session
def release(session: nox.Session) -> None:
    """Write what students receive, as in `nox -s release -- DIR --exercises 02`; docs/github.md tells the choices."""
    install(session, [*KIT, *PROJECT["project"]["optional-dependencies"]["sealed"]])
    leave_with_exit_code_of(python_of(session), "-m", "grader", "release", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the kit's speed on this machine, as in `nox -s bench -- --quick`; --peers adds other graders."""
    install(session, [*KIT, *group("tests")])  # a cluster and a browser are measured too
    session.run("python", "tests/bench.py", env={"PYTHONPATH": "."}, log=False)
    session.run("python", "tests/bench_class.py", *session.posargs, log=False)


def at_the_desk(session: nox.Session, command: str) -> None:
    """Run a student's command. All of them share one environment: there is one installation to wait for."""
    place = session.env_dir.with_name("desk")
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():  # or it is a link to a Python that has gone
        shutil.rmtree(place, ignore_errors=True)
        session.run_install(sys.executable, "-m", "virtualenv", place, external=True, silent=True, log=False)
    install(session, [*KIT, *PROJECT["project"]["optional-dependencies"]["watch"]], python)
    leave_with_exit_code_of(python, "-m", "grader", command, *session.posargs)


def group(name: str) -> list[str]:
    """The requirements of one dependency group of pyproject.toml."""
    return list(nox.project.dependency_groups(PROJECT, name))


def python_of(session: nox.Session) -> Path:
    """The Python of the session's own environment."""
    return Path(session.bin, "python")


def install(session: nox.Session, requirements: list[str], python: Path | None = None) -> None:
    """Install for `python`, else into the session's environment, unless exactly this was installed there before.

    Even a pip that finds nothing to do takes a second, and may ask the network: a stamp asks neither.
    """
    python = python or python_of(session)
    stamp = python.parents[1] / "installed.sha256"
    wanted = hashlib.sha256("\n".join(sorted(requirements)).encode()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return
    session.log("Installing what is needed. This happens once.")
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    installed = session.run_install(*pip, *requirements, external=True, silent=True, log=False)
    if installed is not None:  # None: the user said --no-install
        stamp.write_text(wanted, encoding="ascii")


def leave_with_exit_code_of(python: Path, *arguments: str) -> None:
    """Run a Python, and pass on its exit code: nox by itself ends with 0 or 1."""
    with subprocess.Popen([python, *arguments]) as process:
        while True:
            try:
                code = process.wait()
                break
            except KeyboardInterrupt:  # it has got Ctrl-C too, and leaves the terminal as it should be
                continue
    if code:
        sys.exit(code if code > 0 else 128 - code)  # below 0: ended by a signal
