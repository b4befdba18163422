"""Other graders on the same six checks: how long a submission takes, and what becomes of awkward ones.

Each is run as its documentation says that submissions are graded on a machine of one's own, with the checks written in
its own form, and in virtual time where it has none itself (`bench_material`). Each has an environment of its own, and
files for each student of their own. A limit of 10 s is set wherever the grader has one to set.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from bench_material import (
    CHECKS,
    CONFTEST,
    FILENAME,
    HANGS,
    HIDDEN,
    LEAVES,
    NAMES,
    PROJECT,
    SEQUENTIAL,
    SLUG,
    SOLUTION,
    STANDIN,
    STUB,
    submission,
)

from grader.bulk.executors import cores

LIMIT = 10  # seconds that a check may take, where that can be said
PATIENCE = 90.0  # seconds after which we end a grader ourselves
INSTALLING = 1800.0
AWKWARD = {
    "right": (SOLUTION, None),
    "stub": (STUB, None),
    "sequential": (SEQUENTIAL, None),
    "os._exit(0)": (LEAVES, None),
    "stub and conftest.py": (STUB, CONFTEST),
    "while True": (HANGS, None),
}


class CannotRun(Exception):
    """A grader does not run here. The text says why."""


class Peer(ABC):
    """A grader, with a folder for the checks and one for each student."""

    name: ClassVar[str]
    requirements: ClassVar[Sequence[str]]  # what its environment consists of; the first one is the grader
    how: ClassVar[str]  # the command, in words

    def prepare(self, folder: Path, binaries: Path) -> None:
        """Write the checks into a folder. `binaries`: of the environment that has the grader."""
        self.folder, self.binaries = folder.absolute(), binaries.absolute()
        self.checks = self.folder / "checks"
        self.checks.mkdir(parents=True)
        self.write_checks()

    @abstractmethod
    def write_checks(self) -> None:
        """Write the files of the grader."""

    @abstractmethod
    def command(self, student: str) -> tuple[list[str], Path]:
        """The words that grade what a student has handed in, and the folder to run them in."""

    @abstractmethod
    def said(self, student: str) -> int | None:
        """How many checks have passed; None where there is no result."""

    def student(self, student: str) -> Path:
        """The folder of a student."""
        return self.folder / "students" / student

    def hand_in(self, student: str, source: str, conftest: str | None = None) -> None:
        """Write what a student hands in."""
        shutil.copytree(self.checks, self.student(student))
        (self.student(student) / "three_scouts.py").write_text(source, encoding="utf-8")
        if conftest is not None:
            (self.student(student) / "conftest.py").write_text(conftest, encoding="utf-8")

    def run(self, words: Sequence[str | Path], folder: Path, patience: float = PATIENCE) -> tuple[int, str]:
        """Run a command of the environment; its exit code, and what it printed. Raises subprocess.TimeoutExpired."""
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        path = f"{self.binaries}{os.pathsep}{os.environ['PATH']}"
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        environment = {**inherited, "PATH": path, "HOME": str(home), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        with subprocess.Popen(
            words,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as process:
            try:
                output, _ = process.communicate(timeout=patience)
            except subprocess.TimeoutExpired:
                with suppress(ProcessLookupError):
                    os.killpg(
                        process.pid, signal.SIGKILL
                    )  # the group that was made for it, three lines above
                raise
        return process.returncode, output.decode(errors="replace")


class Pytest(Peer):
    """The usual classroom repository: the tests are copied into what the student has handed in."""

    name = "pytest"
    requirements = ("pytest", "pytest-asyncio")
    how = "python -m pytest, a process a submission"

    def write_checks(self) -> None:
        """See Peer."""
        tests = self.checks / "tests"
        tests.mkdir()
        settings = 'asyncio_mode = "auto"\nmarkers = ["points"]\npythonpath = ["."]\n'
        (self.checks / "pyproject.toml").write_text(f"[tool.pytest.ini_options]\n{settings}")
        (tests / "test_three_scouts.py").write_text(HIDDEN)
        (tests / "standin.py").write_text(STANDIN)
        (tests / "conftest.py").write_text(
            "import pytest\nimport standin\n\n"
            "def pytest_asyncio_loop_factories(config, item):\n    return {'virtual': standin.VirtualLoop}\n\n"
            "@pytest.fixture\ndef world():\n    return standin.World()\n\n"
            "@pytest.fixture\ndef submission():\n    import three_scouts\n    return three_scouts\n"
        )
        (self.checks / "three_scouts.py").write_text(STUB)
        self.run(self.command("")[0], self.checks)  # compiles the tests; the copies keep that
        for passing in ("three_scouts.py", "results.xml"):
            (self.checks / passing).unlink()
        shutil.rmtree(self.checks / "__pycache__", ignore_errors=True)

    def command(self, student: str) -> tuple[list[str], Path]:
        """See Peer."""
        plugins = ("-p", "pytest_asyncio.plugin", "-p", "no:cacheprovider")
        words = [str(self.binaries / "python"), "-m", "pytest", "-q", *plugins, "--junit-xml=results.xml"]
        return words, self.student(student)

    def said(self, student: str) -> int | None:
        """See Peer."""
        with suppress(FileNotFoundError):
            results = (self.student(student) / "results.xml").read_text(encoding="utf-8")
            count = {
                word: int(number) for word, number in re.findall(r'(tests|failures|errors)="(\d+)"', results)
            }
            return count["tests"] - count["failures"] - count["errors"]
        return None


class GradescopeUtils(Peer):
    """unittest with decorators; the results of a student are JSON."""

    name = "gradescope-utils"
    requirements = ("gradescope-utils",)
    how = "python run_tests.py, a process a submission"

    def write_checks(self) -> None:
        """See Peer."""
        tests = self.checks / "tests"
        tests.mkdir()
        cases = "".join(
            f"\n    @weight(1)\n    @visibility('hidden')\n    def {name}(self):\n"
            f"        import three_scouts\n        in_virtual_time({name}, three_scouts)\n"
            for name in NAMES
        )
        imports = (
            "import unittest\nfrom gradescope_utils.autograder_utils.decorators import visibility, weight\n"
        )
        # The checks may not be found as tests of pytest's kind; unittest only looks at the class.
        (tests / "test_three_scouts.py").write_text(
            f"{imports}{STANDIN}{CHECKS}\n\nclass TestThreeScouts(unittest.TestCase):\n{cases}"
        )
        (self.checks / "run_tests.py").write_text(
            "import unittest\n"
            "from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner\n\n"
            "if __name__ == '__main__':\n"
            "    suite = unittest.defaultTestLoader.discover('tests')\n"
            "    with open('results.json', 'w') as f:\n"
            "        JSONTestRunner(visibility='visible', stream=f).run(suite)\n"
        )

    def command(self, student: str) -> tuple[list[str], Path]:
        """See Peer."""
        return [str(self.binaries / "python"), "run_tests.py"], self.student(student)

    def said(self, student: str) -> int | None:
        """See Peer."""
        with suppress(FileNotFoundError, json.JSONDecodeError):
            results = json.loads((self.student(student) / "results.json").read_text(encoding="utf-8"))
            return round(sum(test["score"] for test in results["tests"]))
        return None


class Check50(Peer):
    """Checks are functions; each runs in a process of its own."""

    name = "check50"
    requirements = ("check50",)
    how = "check50 --dev CHECKS, a process a submission"

    def write_checks(self) -> None:
        """See Peer."""
        (self.checks / ".cs50.yaml").write_text("check50:\n  checks: checks.py\n")
        cases = "".join(
            f"\n\n@check50.check(exists, timeout={LIMIT})\ndef check_{name}():\n"
            f'    """{name}"""\n    submission = check50.py.import_("three_scouts.py")\n'
            f"    try:\n        in_virtual_time({name}, submission)\n"
            "    except Exception as error:\n        raise check50.Failure(repr(error))\n"
            for name in NAMES
        )
        exists = (
            f"\n\n@check50.check(timeout={LIMIT})\ndef exists():\n"
            '    """three_scouts.py exists"""\n    check50.exists("three_scouts.py")\n'
        )
        (self.checks / "checks.py").write_text(
            f"import check50\nimport check50.py\n{STANDIN}{CHECKS}{exists}{cases}"
        )

    def hand_in(self, student: str, source: str, conftest: str | None = None) -> None:
        """See Peer. The checks stay where they are."""
        self.student(student).mkdir(parents=True)
        (self.student(student) / "three_scouts.py").write_text(source, encoding="utf-8")
        if conftest is not None:
            (self.student(student) / "conftest.py").write_text(conftest, encoding="utf-8")

    def command(self, student: str) -> tuple[list[str], Path]:
        """See Peer."""
        results = str(self._results(student))
        words = [str(self.binaries / "check50"), "--dev", str(self.checks)]
        return [*words, "--output", "json", "--output-file", results], self.student(student)

    def said(self, student: str) -> int | None:
        """See Peer. One check more only says that the file exists."""
        with suppress(FileNotFoundError, json.JSONDecodeError):
            results = json.loads(self._results(student).read_text(encoding="utf-8"))
            if "results" in results:
                return sum(bool(one["passed"]) for one in results["results"] if one["name"] != "exists")
        return None

    def _results(self, student: str) -> Path:
        return self.folder / f"{student}.json"


class Otter(Peer):
    """One submission without a container: `otter grade`, for many, wants Docker."""

    name = "otter-grader"
    requirements = ("otter-grader", "ipykernel")
    how = "otter run, a process a submission"

    def write_checks(self) -> None:
        """See Peer."""
        cases = "".join(
            f"\n\n@test_case(points=1)\ndef case_{name}(env):\n"
            f"    in_virtual_time({name}, SimpleNamespace(reports=env['reports']))\n"
            for name in NAMES
        )
        test_file = (
            f"from otter.test_files import test_case\n\nOK_FORMAT = False\nname = 'scouts'\npoints = None\n"
            f"{STANDIN}{CHECKS}{cases}"
        )
        with zipfile.ZipFile(self.checks / "autograder.zip", "w") as bundle:
            bundle.writestr("otter_config.json", "{}")
            bundle.writestr("tests/scouts.py", test_file)

    def command(self, student: str) -> tuple[list[str], Path]:
        """See Peer."""
        file = "three_scouts.py"
        if (self.student(student) / "conftest.py").exists():  # more than one file is handed in as a zip
            file = "three_scouts.zip"
            with zipfile.ZipFile(self.student(student) / file, "w") as bundle:
                for name in ("three_scouts.py", "conftest.py"):
                    bundle.write(self.student(student) / name, name)
        return [str(self.binaries / "otter"), "run", "--no-logo", file], self.student(student)

    def said(self, student: str) -> int | None:
        """See Peer."""
        with suppress(FileNotFoundError, json.JSONDecodeError):
            results = json.loads((self.student(student) / "results.json").read_text(encoding="utf-8"))
            return round(sum(test.get("score", 0) for test in results["tests"]))
        return None


class Nbgrader(Peer):
    """Notebooks: one command for all students, one kernel for each. The file is the text of one cell."""

    name = "nbgrader"
    requirements = ("nbgrader", "ipykernel")
    how = "nbgrader autograde, one command for all"

    def write_checks(self) -> None:
        """See Peer."""
        (self.checks / "nbgrader_config.py").write_text(
            f"c = get_config()\nc.CourseDirectory.course_id = 'bench'\nc.Execute.timeout = {LIMIT}\n"
        )
        self._write(
            self.checks / "source" / "scouts" / "scouts.ipynb",
            f"### BEGIN SOLUTION\n{SOLUTION}\n### END SOLUTION",
        )
        self.nbgrader("generate_assignment", "scouts")

    def nbgrader(self, *words: str, patience: float = PATIENCE) -> None:
        """Run nbgrader in the course's folder."""
        self.run([self.binaries / "nbgrader", *words], self.checks, patience)

    def hand_in(self, student: str, source: str, conftest: str | None = None) -> None:
        """See Peer."""
        place = self.checks / "submitted" / student / "scouts"
        self._write(place / "scouts.ipynb", source)
        if conftest is not None:
            (place / "conftest.py").write_text(conftest, encoding="utf-8")

    def grade(self, students: str) -> None:
        """Grade the students whose names match."""
        self.nbgrader("autograde", "scouts", f"--student={students}", patience=10 * PATIENCE)

    def command(self, student: str) -> tuple[list[str], Path]:
        """See Peer."""
        return [str(self.binaries / "nbgrader"), "autograde", "scouts", f"--student={student}"], self.checks

    def said(self, student: str) -> int | None:
        """See Peer."""
        self.nbgrader("export")
        with (self.checks / "grades.csv").open(newline="", encoding="utf-8") as rows:
            scores = {row["student_id"]: row for row in csv.DictReader(rows)}
        autograded = self.checks / "autograded" / student / "scouts" / "scouts.ipynb"
        if student in scores and autograded.exists():
            return round(float(scores[student]["score"]))
        return None

    def _write(self, file: Path, answer: str) -> None:
        """A notebook: a cell for the answer, one with what the checks need, and a cell a check."""
        file.parent.mkdir(parents=True)
        cells = [self._cell("answer", answer, solution=True), self._cell("standin", STANDIN)]
        for check, name in zip(CHECKS.strip().split("\n\n\n"), NAMES, strict=True):
            call = f"in_virtual_time({name}, SimpleNamespace(reports=reports))\n"
            cells.append(self._cell(name, f"{check}\n\n\n{call}", points=1))
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
        file.write_text(json.dumps(notebook, indent=1), encoding="utf-8")

    @staticmethod
    def _cell(name: str, source: str, *, solution: bool = False, points: int = 0) -> dict[str, object]:
        about = {"grade": bool(points), "solution": solution, "locked": not solution, "task": False}
        about |= {"schema_version": 3, "grade_id": name, "cell_type": "code"}
        about |= {"points": points} if points else {}
        return {
            "cell_type": "code",
            "id": name[:60],
            "execution_count": None,
            "metadata": {"nbgrader": about},
            "outputs": [],
            "source": source,
        }


class Ours(Peer):
    """This grader, for the second table: a folder for each student, and one run for each."""

    name = "this kit"
    requirements = ()
    how = "python -m grader grade, one command for all"

    def __init__(self, kit: Path) -> None:
        self.kit = kit

    def write_checks(self) -> None:
        """See Peer. They are in the kit."""

    def hand_in(self, student: str, source: str, conftest: str | None = None) -> None:
        """See Peer."""
        super().hand_in(f"{student}/class/{student}", source, conftest)
        place = self.student(f"{student}/class/{student}")
        (place / "three_scouts.py").rename(place / FILENAME)

    def command(self, student: str) -> tuple[list[str], Path]:
        """See Peer."""
        place = self.student(student)
        words = (str(place / "class"), "--out", str(place / "out"), "--exercises", SLUG)
        return [sys.executable, "-m", "grader", "grade", *words], self.kit

    def said(self, student: str) -> int | None:
        """See Peer."""
        with suppress(FileNotFoundError):
            (line,) = (self.student(student) / "out" / "results.jsonl").read_text("utf-8").splitlines()
            (mark,) = json.loads(line)["marks"]
            return int(mark["verdict"]["points"]) if mark["state"] == "graded" else None
        return None


PEERS: tuple[type[Peer], ...] = (GradescopeUtils, Check50, Otter, Nbgrader)


def side_by_side(peer: Peer, numbers: Sequence[int], at_a_time: int | None = None) -> float:
    """Seconds of wall time a submission, with so many processes at a time: as many as there are cores, if not given."""
    for number in numbers:
        peer.hand_in(f"student-{number}", submission(number))

    def grade(number: int) -> None:
        words, folder = peer.command(f"student-{number}")
        peer.run(words, folder)

    begin = time.perf_counter()
    with ThreadPoolExecutor(at_a_time or cores()) as at_once:
        list(at_once.map(grade, numbers))
    seconds = time.perf_counter() - begin
    _refuse_wrong_results(peer, numbers)
    return seconds / len(numbers)


def _refuse_wrong_results(peer: Peer, numbers: Sequence[int]) -> None:
    """A grader that has not judged would be a fast one."""
    expected = (
        6,
        3,
        6,
        None,
        0,
    )  # of `KINDS`; None: the order in which things finish is no claim of this file
    for number in numbers:
        if (wanted := expected[number % len(expected)]) is not None:
            found = peer.said(f"student-{number}")
            if found != wanted:
                raise CannotRun(f"submission {number}: {wanted} of 6 are right, and it says {found}")


def compare(folder: Path, kit: Path, environments: Path | None, *, few: bool) -> Iterator[str]:
    """Two tables, line by line: what a submission costs, and what becomes of awkward ones."""
    here = Path(sys.executable).parent
    count = 6 if few else 20
    ready: list[Peer] = []
    for peer in (Pytest(), *(kind() for kind in PEERS)):
        try:
            binaries = here if isinstance(peer, Pytest) else _environment(peer, environments)
            peer.prepare(folder / f"peer-{peer.name}", binaries)
            seconds = (
                _all_at_once(peer, count) if isinstance(peer, Nbgrader) else side_by_side(peer, range(count))
            )
        except (CannotRun, OSError, subprocess.SubprocessError) as error:
            yield f"{peer.name:18} does not run here: {error}"
            continue
        yield f"{peer.name:18} {seconds * 1000:7.0f} ms a submission   {_version(peer):10} {peer.how}"
        ready.append(peer)
    yield _docker()
    ours = Ours(kit)
    ours.prepare(folder / "peer-ours", here)
    yield "  ".join([f"{'checks passed, of 6':20}", *(f"{name:20}" for name in AWKWARD)])
    for peer in (ours, *ready):
        yield "  ".join([f"{peer.name:20}", *(f"{_outcome(peer, name):20}" for name in AWKWARD)])


def _environment(peer: Peer, environments: Path | None) -> Path:
    """The binaries of an environment with this grader; it is made where none is given. Raises CannotRun."""
    place = (environments or PROJECT / ".nox" / "bench-peers") / peer.name
    if not place.is_dir():
        if environments is not None:
            raise CannotRun(f"{place} is not there")
        try:
            subprocess.run([sys.executable, "-m", "venv", str(place)], check=True, timeout=INSTALLING)
            pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", *peer.requirements]
            subprocess.run(pip, check=True, timeout=INSTALLING)
        except subprocess.SubprocessError as error:
            shutil.rmtree(place, ignore_errors=True)  # half an environment would be taken for a whole one
            raise CannotRun(f"it could not be installed: {error}") from None
    return place / "bin"


def _version(peer: Peer) -> str:
    name = peer.requirements[0]
    code = f"import importlib.metadata as m; print(m.version({name!r}))"
    return peer.run([peer.binaries / "python", "-c", code], peer.folder)[1].strip()


def _all_at_once(peer: Nbgrader, count: int) -> float:
    """Seconds a submission, of a grader that takes all of them: a large class less a small one."""
    seconds = []
    for first, number in ((0, 2), (2, count)):
        chosen = range(first, first + number)
        for one in chosen:
            peer.hand_in(f"{'large' if first else 'small'}-{one}", submission(one))
        begin = time.perf_counter()
        peer.grade("large-*" if first else "small-*")
        seconds.append(time.perf_counter() - begin)
    return (seconds[1] - seconds[0]) / (count - 2)


def _docker() -> str:
    """Whether `otter grade` could run, which grades many."""
    try:
        answer = subprocess.run(["docker", "info"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        answer = None
    runs = "could run" if answer is not None and answer.returncode == 0 else "does not run"
    return f"otter grade        {runs} here: it needs Docker. `otter run` is what is measured"


def _outcome(peer: Peer, name: str) -> str:
    """What becomes of an awkward submission, in a few words."""
    student = f"awkward-{list(AWKWARD).index(name)}"
    source, conftest = AWKWARD[name]
    peer.hand_in(student, source, conftest)
    words, folder = peer.command(student)
    begin = time.perf_counter()
    try:
        code, _ = peer.run(words, folder)
    except subprocess.TimeoutExpired:
        return f"no end in {PATIENCE:.0f} s"
    seconds = time.perf_counter() - begin
    passed = peer.said(student)
    told = f"no result, exit {code}" if passed is None else str(passed)
    return f"{told} ({seconds:.0f} s)" if name == "while True" else told
