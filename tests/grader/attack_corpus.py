"""The attack corpus: how an attack is written down, and the grounds on which all of them run.

An attack is a whole submission for the exercise three-scouts: `attacks/<group>/<name>.py`. Its docstring says in the
first line what it tries, and then in lines `key: value`:

    stopped by: process | rlimits | prctl | landlock | seccomp | box   any one of the words is enough
    reasons: the reasons of verdicts that are allowed
    level: the level from which on it is stopped; without the line 0 for what the process stops, else 1
    needs: linux, root, unprivileged, x86_64, ptrace (the machine lets a process look into another of the same user)
    tests: one | two | all   how many hidden tests it meets; without the line two, or one for what only the kernel stops
    takes: wall | counts   what ends it is made short: the guard's patience with what sleeps, or the kernel's counts
    unproved: why it is not let through without its layer, such as the harm that it would do
    output: unlimited   (only where what it prints is the attack)

A folder in the place of the file holds a `submission.py` and what lies beside it when it is handed in. What is no
Python text stands in `<name>.toml`, with the same keys, and its bytes in `[[part]]` tables: `text` or `hex`, and
`times`.

@NAMES@ in an attack are replaced by what they stand for (`Grounds.names`). Whatever an attack can see of its own
success it prints as a line that begins with BREACH. What can be seen from outside only, the grounds watch: files,
listeners, processes, signals, limits. An attack may send SIGUSR1, SIGUSR2 and SIGTERM to the judge and SIGTERM to
the warm parent; nothing that would stop the tests themselves. A file or process that it leaves behind has @MARK@ in
its name, so that it is found.
"""

from __future__ import annotations

import ctypes
import inspect
import os
import platform
import re
import resource
import secrets
import shutil
import signal
import socket
import stat
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest
from small_kit import PROJECT, Kit

from grader import score
from grader.judge import plugin
from grader.judge import workers as pools
from grader.judge.plugin import Report, Source
from grader.judge.session import JudgeFailed, judge
from grader.judge.workers import ForkingWorkers
from grader.sim.limits import Limits

ATTACKS = Path(__file__).with_name("attacks")
GROUPS = ("forging", "reading", "tampering", "escape", "exhaustion", "leftovers", "source")
KEYS = {"stopped by", "reasons", "level", "needs", "tests", "takes", "unproved", "output"}
LAYERS = {"process", "rlimits", "prctl", "landlock", "seccomp", "box"}

SHORT = {  # what ends an attack that would go on for long
    "wall": Limits(wall=1.0),
    "counts": Limits(moves=2000, messages=8000),
}
LONGEST = 20.0  # seconds of processor time that an attack may cost the judge
MEMORY = 700 * 1024  # kB by which an attack may raise the judge's peak
BYTES_BACK = 1_000_000  # of verdicts and output, from one attack
SETTLING = 3.0  # seconds in which killed processes disappear

HIDDEN_TESTS = '''
def weather(world, stations):
    """A report for each station that nobody can guess."""
    numbers = world.random.sample(range(1000, 10_000), len(stations))
    return {station: f"rain {number}" for station, number in zip(stations, numbers, strict=True)}


@pytest.mark.points(2)
async def test_three_stations_report_after_three_seconds(submission, world):
    """Three stations report in their order, after 3 s."""
    rain = weather(world, ["n", "w", "e"])
    ask = world.service("ask", seconds={"n": 2, "w": 3, "e": 1}, answer=rain)

    assert await submission.reports(ask, ["n", "w", "e"]) == [rain["n"], rain["w"], rain["e"]]
    assert world.elapsed == 3.0
    assert sorted(call.args[0] for call in ask.calls) == ["e", "n", "w"]
'''
SECOND_TEST = '''

@pytest.mark.points(1)
async def test_two_stations(submission, world):
    """Two stations report after as long as the slower one."""
    rain = weather(world, ["far", "near"])
    ask = world.service("ask", seconds={"far": 5, "near": 1}, answer=rain)

    assert await submission.reports(ask, ["far", "near"]) == [rain["far"], rain["near"]]
    assert [(call.start, call.end) for call in ask.calls] == [(0.0, 5.0), (0.0, 1.0)]
'''
STUB = 'async def reports(ask, stations):\n    """Ask all."""\n    raise NotImplementedError\n'
HONEST = """
import asyncio


async def reports(ask, stations):
    return list(await asyncio.gather(*(ask(station) for station in stations)))
"""


class BadAttack(Exception):
    """A file of the corpus does not say what it has to say."""


@dataclass(frozen=True)
class Attack:
    """One attack, as its author wrote it down. `files` are its bytes by path; the submission is the first."""

    name: str  # "forging/early_done"
    tries: str
    stopped_by: frozenset[str]
    reasons: frozenset[str]
    level: int
    needs: frozenset[str]
    tests: str
    takes: str
    unproved: str
    files: dict[str, bytes]

    @property
    def layers(self) -> frozenset[str]:
        """The kernel layers that stop it, if nothing else does."""
        return frozenset() if "process" in self.stopped_by else self.stopped_by

    @property
    def kind(self) -> tuple[str, str]:
        """Attacks of one kind can share a run of the judge."""
        return self.tests, self.takes

    @property
    def missing(self) -> str:
        """Why it cannot run here; empty if it can."""
        here = {
            "linux": sys.platform == "linux",
            "root": os.geteuid() == 0,
            "unprivileged": os.geteuid() != 0,
            "x86_64": platform.machine() == "x86_64",
            "ptrace": os.geteuid() == 0 or _read(Path("/proc/sys/kernel/yama/ptrace_scope")) in ("", "0"),
        }
        lacking = sorted(need for need in self.needs if not here[need])
        return f"it needs: {', '.join(lacking)}" if lacking else ""


def load_attacks() -> list[Attack]:
    """All attacks, by name. Raises BadAttack."""
    groups = [ATTACKS / group for group in GROUPS if (ATTACKS / group).is_dir()]
    return [_load(path) for group in groups for path in sorted(group.iterdir()) if _is_one(path)]


def _is_one(path: Path) -> bool:
    return path.suffix in (".py", ".toml") or (path / "submission.py").is_file()


def _load(path: Path) -> Attack:
    name = f"{path.parent.name}/{path.stem}"
    if path.suffix == ".toml":
        settings = tomllib.loads(path.read_text("utf-8"))
        files = {"submission.py": b"".join(_bytes(part) for part in settings.pop("part"))}
        tries = settings.pop("tries")
    else:
        found = sorted(file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
        files = {str(file.relative_to(path)): file.read_bytes() for file in found} or {
            "submission.py": path.read_bytes()
        }
        tries, settings = _read_docstring(files["submission.py"])
    words = {key: frozenset(re.split(r"[ ,|]+", str(value).strip())) for key, value in settings.items()}
    stopped_by = words.get("stopped by", frozenset())
    if not tries or not stopped_by or not stopped_by <= LAYERS or "reasons" not in words:
        raise BadAttack(f"{path}: it says what it tries, `stopped by:` and `reasons:`; it has {settings}")
    if set(settings) - KEYS:
        raise BadAttack(f"{path}: unknown keys {sorted(set(settings) - KEYS)}")
    return Attack(
        name=name,
        tries=tries,
        stopped_by=stopped_by,
        reasons=words["reasons"],
        level=int(settings.get("level", 0 if "process" in stopped_by else 1)),
        needs=words.get("needs", frozenset()),
        tests=str(settings.get("tests", "two" if "process" in stopped_by else "one")),
        takes=str(settings.get("takes", "")),
        unproved=str(settings.get("unproved", "")),
        files=files,
    )


def _bytes(part: dict[str, object]) -> bytes:
    content = bytes.fromhex(str(part["hex"])) if "hex" in part else str(part["text"]).encode()
    return content * int(str(part.get("times", 1)))


def _read_docstring(source: bytes) -> tuple[str, dict[str, str]]:
    match = re.match(rb'(?:#[^\n]*\n)*r?"""(.*?)"""', source, re.DOTALL)
    lines = match[1].decode().strip().splitlines() if match is not None else [""]
    pairs = (line.partition(":") for line in lines[1:])
    return lines[0], {
        key.strip(): value.strip() for key, colon, value in pairs if colon and key.strip() in KEYS
    }


@dataclass
class Outcome:
    """What came of one attack: the reports, and what it did to the grounds (`breaches`, sentences)."""

    attack: list[Report]
    honest: list[Report]
    breaches: list[str]
    seconds: float  # of processor time, of the judge
    memory: int  # kB by which the judge's peak has grown
    bytes_back: bytes = b""


@dataclass
class Grounds:
    """A kit, canaries and listeners in a folder of their own, and pools of workers by the layers that they lack."""

    root: Path
    mark: str = field(default_factory=lambda: f"mark{secrets.token_hex(6)}")
    canary: str = field(default_factory=lambda: f"canary{secrets.token_hex(12)}")

    def __post_init__(self) -> None:
        self.signals: list[int] = []  # to the judge: also those that come when an attack's process ends
        self._handlers = {
            number: signal.signal(number, lambda number, frame: self.signals.append(number))
            for number in (signal.SIGUSR1, signal.SIGUSR2, signal.SIGTERM)
        }
        self._pools: dict[frozenset[str], Pool] = {}
        self.kit = Kit(self.root / "kit", None)  # type: ignore[arg-type] (each run names its pool)
        secret = f"\n# {self.canary}\n"
        for path, tests in (
            ("02_together/01_three_scouts", HIDDEN_TESTS + SECOND_TEST),
            ("02_together/02_once", HIDDEN_TESTS),
        ):
            self.kit.add(tests + secret, path=path, stub=STUB, solution=HONEST + secret)
        self.canary_file = self.kit.write("../canary/secret.txt", self.canary)
        self.link = self.canary_file.with_name("link")
        self.link.symlink_to(f"/{self.canary}")
        self.canary_dir = self.root / "open"
        self.canary_dir.mkdir()
        self.canary_dir.chmod(0o777)
        for name in ("one.txt", "two.txt", "folder/three.txt"):
            self.kit.write(f"../open/{name}", "as it was\n").chmod(0o666)
        self.listeners = Listeners(self.root, self.mark)
        self.folder = self.root / "handed_in"
        self.folder.mkdir()
        self.catalog = self.kit.catalog

    @property
    def names(self) -> dict[str, Callable[[Pool], object]]:
        """What the @NAMES@ in an attack stand for."""
        exercise = self.catalog.find("three-scouts")[0]
        return {
            "CANARY": lambda pool: self.canary_file,  # a file that holds a secret word
            "LINK": lambda pool: self.link,  # a symbolic link whose target is the secret word
            "CANARY_DIR": lambda pool: (
                self.canary_dir
            ),  # one.txt, two.txt, folder/three.txt: anybody may write
            "HIDDEN": lambda pool: exercise.tests / "test_three_scouts.py",
            "SOLUTION": lambda pool: exercise.solution,
            "KIT": lambda pool: self.kit.root,
            "PROJECT": lambda pool: PROJECT,  # where `grader` is
            "FOLDER": lambda pool: self.folder,  # of the submission itself
            "MARK": lambda pool: self.mark,
            "JUDGE_PID": lambda pool: os.getpid(),
            "PARENT_PID": lambda pool: pool.parent,
            "TCP_PORT": lambda pool: self.listeners.tcp_port,
            "UDP_PORT": lambda pool: self.listeners.udp_port,
            "UNIX_SOCKET": lambda pool: self.listeners.unix_path,
            "ABSTRACT": lambda pool: self.listeners.abstract,  # without the null byte in front
            "TERMINAL": lambda pool: self.listeners.terminal,  # somebody's, who reads along
            "PYTHON": lambda pool: sys.executable,
        }

    def pool(self, without: frozenset[str] = frozenset()) -> Pool:
        """The pool that lacks these layers; a new one where the last has died."""
        pool = self._pools.get(without)
        if pool is None or not pool.is_alive():
            if pool is not None:
                pool.close()
            pool = self._pools[without] = Pool(self.root, without)
        return pool

    def run(
        self, attacks: Sequence[Attack], without: frozenset[str], *, alone: bool = False
    ) -> list[Outcome]:
        """Check the attacks, all of one `kind`, and an honest submission after each; look at what each has changed.

        They share a run of the judge, since to start pytest takes longer than a test. Where the judge or the warm
        parent does not survive one of them, the rest gets another. `without`: the layers that are left out. `alone`:
        without the honest one, and in one hidden test instead of two.
        """
        outcomes: list[Outcome] = []
        while len(outcomes) < len(attacks):
            outcomes += Round(self, self.pool(without), attacks[len(outcomes) :], alone).run()
        return outcomes

    def check_honest(self, pool: Pool, tests: str) -> bytes:
        """What an honest submission gets, as JSON: the same after every attack."""
        exercise = self.exercise(tests)
        found: list[list[Report]] = []
        judge(
            [exercise],
            [Source(exercise.slug, HONEST.encode(), "honest.py")],
            pool.workers,
            on_report=lambda source, reports: found.append(reports),
        )
        return verdict_bytes(found[0])

    def close(self) -> None:
        """End all processes, and close what was opened."""
        for pool in self._pools.values():
            pool.close()
        self.listeners.close()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def exercise(self, tests: str):
        if tests == "all":
            return Kit(PROJECT, None).catalog.find("three-scouts")[0]  # type: ignore[arg-type]
        return self.catalog.find("once" if tests == "one" else "three-scouts")[0]

    def fill(self, attack: Attack, pool: Pool) -> dict[str, bytes]:
        """The files of an attack, with what the @NAMES@ in them stand for."""
        names = self.names

        def value(match: re.Match[bytes]) -> bytes:
            return str(names[match[1].decode()](pool)).encode()

        return {path: re.sub(rb"@([A-Z_]+)@", value, content) for path, content in attack.files.items()}

    def hand_in(self, files: dict[str, bytes]) -> None:
        """Let `files` be all that is in the folder of the submission."""
        for old in self.folder.iterdir():
            shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()
        for path, content in files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

    @contextmanager
    def conditions(self, attack: Attack) -> Iterator[None]:
        """The working folder is the submission's; what ends a run is made short."""
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            if attack.takes:
                patch.setattr(plugin, "_limits", lambda test: SHORT[attack.takes])
            yield

    def look(self, pool: Pool) -> dict[str, object]:
        """What no attack may change."""
        pool.await_spare()
        return {
            "files": {
                path: _state(path) for folder in (self.kit.root, self.canary_dir) for path in _tree(folder)
            },
            "marked files": self._marked(),
            "listeners": self.listeners.hits(),
            "processes": set(descendants()),
            "the judge": _process_state(os.getpid()),
            "the warm parent": _process_state(pool.parent),
            "environment": {
                name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")
            },
            "folder": Path.cwd(),
        }

    def compare(self, before: dict[str, object], pool: Pool) -> list[str]:
        sentences = [f"the judge got the signal {number}" for number in self.signals]
        self.signals.clear()
        if not pool.is_alive():
            return [*sentences, "the warm parent has died"]
        left = self._left_over(before["processes"], pool)
        after = self.look(pool)
        _restore(before["files"], after["files"])
        sentences += [
            f"{name} changed" for name in before if name != "processes" and before[name] != after[name]
        ]
        if left:
            sentences.append(f"processes were left: {sorted(left)}")
            for number in left:
                with suppress(OSError):
                    os.kill(number, signal.SIGKILL)
        for path in self._marked():
            path.unlink() if path.is_file() or path.is_symlink() else None
        return sentences

    def _left_over(self, before: object, pool: Pool) -> set[int]:
        assert isinstance(before, set)
        deadline = time.monotonic() + SETTLING
        while True:
            pool.await_spare()
            family = descendants()
            left = set(family) - before - {pool.spare_in(family)}
            if not left or time.monotonic() > deadline:
                return left
            time.sleep(0.02)

    def _marked(self) -> set[Path]:
        places = {
            Path(tempfile.gettempdir()),
            Path("/tmp"),
            Path("/dev/shm"),
            Path("/dev/mqueue"),
            Path("/var/tmp"),
            Path("/run"),
            Path("/"),
            Path.home(),
            Path(os.__file__).parent,
            Path(msgspec.__file__).parents[1],
            PROJECT,
            PROJECT / "grader",
            PROJECT / "grader" / "worker",
            self.folder,
            self.root,
        }
        return {path for place in places if place.is_dir() for path in place.glob(f"*{self.mark}*")}

    def said(self, outcome: Outcome) -> list[str]:
        lines = "".join(text for report in outcome.attack for _, text in report.records.printed).splitlines()
        sentences = [line for line in lines if line.startswith("BREACH")][:5]
        if self.canary.encode() in outcome.bytes_back:
            sentences.append("the canary came back")
        if points := sum(report.verdict.points for report in outcome.attack):
            sentences.append(f"it earned {points} points")
        return sentences

    def bytes_back(self, exercise, reports: list[Report], pool: Pool) -> bytes:
        tests = [report.verdict for report in reports]
        verdict = score.exercise_verdict(exercise.slug, exercise.chapter, tests, None)
        result = score.result([verdict], "0", pool.isolation)
        printed = "".join(text for report in reports for _, text in report.records.printed)
        return msgspec.json.encode(result) + printed.encode() + pool.errors.read_bytes()


class Round:
    """Attacks in one run of the judge: all of them, or up to the first that ends the judge or the warm parent."""

    def __init__(self, grounds: Grounds, pool: Pool, attacks: Sequence[Attack], alone: bool) -> None:
        self._grounds = grounds
        self._pool = pool
        self._attacks = attacks
        self._alone = alone
        tests = attacks[0].tests
        self._exercise = grounds.exercise("one" if alone and tests == "two" else tests)
        self._files = [grounds.fill(attack, pool) for attack in attacks]
        self._outcomes: list[Outcome] = []
        self._found: list[list[Report]] = []
        self._is_under_way = False

    def run(self) -> list[Outcome]:
        """Run as many as come through; what came of each."""
        honest = [] if self._alone else [Source(self._exercise.slug, HONEST.encode(), "honest.py")]
        sources = [
            source
            for files in self._files
            for source in (Source(self._exercise.slug, files["submission.py"], "submission.py"), *honest)
        ]
        with self._grounds.conditions(self._attacks[0]):
            self._begin()
            with _collecting_failures() as failures:
                judge([self._exercise], sources, self._pool.workers, on_report=self._on_report)
        if self._is_under_way:
            self._end(failures)
        return self._outcomes

    def _on_report(self, _source: Source, reports: list[Report]) -> None:
        self._found.append(reports)
        if len(self._found) == 2 - self._alone:
            self._end([])
            if len(self._outcomes) < len(self._attacks):
                if not self._pool.is_alive():
                    raise ParentDied
                self._begin()

    def _begin(self) -> None:
        self._is_under_way = True
        self._grounds.hand_in(self._files[len(self._outcomes)])
        self._before = self._grounds.look(self._pool)
        self._peak, self._start = _peak(), time.process_time()

    def _end(self, failures: list[str]) -> None:
        self._is_under_way = False
        seconds, memory = time.process_time() - self._start, _peak() - self._peak
        attack, honest, *_ = [*self._found, [], []]
        outcome = Outcome(attack, honest, [], seconds, memory)
        outcome.bytes_back = self._grounds.bytes_back(self._exercise, attack, self._pool)
        outcome.breaches = [
            *failures,
            *self._grounds.compare(self._before, self._pool),
            *self._grounds.said(outcome),
        ]
        self._found = []
        self._outcomes.append(outcome)


class ParentDied(Exception):
    """There is nobody left to fork the next worker."""


class Pool:
    """Workers of one warm parent, and what the outside sees of it."""

    def __init__(self, root: Path, without: frozenset[str]) -> None:
        self.errors = root / f"errors {secrets.token_hex(4)}.txt"
        before = set(descendants())
        with self.errors.open("wb") as file, _as_standard_error(file.fileno()):
            takes_it = "without" in inspect.signature(ForkingWorkers).parameters
            self.workers = ForkingWorkers(without=sorted(without)) if takes_it else ForkingWorkers()
        self._started = before
        self.parent = 0
        self.await_spare()
        self.parent = _parent_of(self.spare_in(descendants()))
        self.isolation = self.workers.isolation  # measured before any attack

    def await_spare(self) -> None:
        """Wait until the worker for the next test has been forked."""
        with suppress(OSError, pools.ParentGone):
            self.workers._number_of_the_next()

    def spare_in(self, family: dict[int, int]) -> int | None:
        """The worker that waits for the next test, by its number outside of any box."""
        mine = {number: parent for number, parent in family.items() if number not in self._started}
        if self.parent:
            children = [number for number, parent in mine.items() if parent == self.parent]
        else:
            children = [number for number in mine if number not in mine.values()]
        return max(children, default=None)

    def is_alive(self) -> bool:
        """Whether the warm parent still forks."""
        try:
            self.workers._number_of_the_next()
        except (OSError, pools.ParentGone):
            return False
        return self.workers._parent.poll() is None and _lives(self.parent)

    def close(self) -> None:
        """End the parent, and with it all that it has forked."""
        with suppress(OSError, pools.ParentGone):
            self.workers.close()


class Listeners:
    """Sockets that nobody should reach."""

    def __init__(self, root: Path, mark: str) -> None:
        self.unix_path = root / "listener"
        self.abstract = f"{mark}-abstract"
        self._tcp = socket.create_server(("127.0.0.1", 0))
        self.tcp_port = self._tcp.getsockname()[1]
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.1", 0))
        self.udp_port = self._udp.getsockname()[1]
        self._streams = [self._tcp]
        for address in (str(self.unix_path), f"\0{self.abstract}"):
            listener = socket.socket(socket.AF_UNIX)
            listener.bind(address)
            listener.listen()
            self._streams.append(listener)
        self.unix_path.chmod(0o777)
        self._terminal, slave = os.openpty()
        self.terminal = os.ttyname(slave)
        self._opened = slave
        os.set_blocking(self._terminal, False)
        for listener in (*self._streams, self._udp):
            listener.setblocking(False)
        self._hits = 0

    def hits(self) -> int:
        """How many connections and datagrams have come so far."""
        for listener in self._streams:
            with suppress(BlockingIOError):
                while True:
                    listener.accept()[0].close()
                    self._hits += 1
        with suppress(BlockingIOError):
            while True:
                self._udp.recv(1024)
                self._hits += 1
        with suppress(BlockingIOError):
            while os.read(self._terminal, 1024):
                self._hits += 1
        return self._hits

    def close(self) -> None:
        """Close all."""
        for listener in (*self._streams, self._udp):
            listener.close()
        os.close(self._terminal)
        os.close(self._opened)


def verdict_bytes(reports: list[Report]) -> bytes:
    """Verdicts as JSON."""
    return msgspec.json.encode([report.verdict for report in reports])


@contextmanager
def _collecting_failures() -> Iterator[list[str]]:
    """Failures of the judge itself, as sentences."""
    failures: list[str] = []
    try:
        yield failures
    except (JudgeFailed, pools.ParentGone, OSError) as error:
        failures.append(f"the judge failed: {type(error).__name__}: {str(error)[-300:]}")


@contextmanager
def adopting_orphans() -> Iterator[None]:
    """While the block runs, what a process leaves behind becomes this process's child, wherever it went."""
    libc = ctypes.CDLL(None)
    libc.prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
    try:
        yield
    finally:
        libc.prctl(36, 0, 0, 0, 0)


def descendants() -> dict[int, int]:
    """The processes below this one that live, and their parents."""
    parents = {}
    for name in (folder.name for folder in Path("/proc").iterdir()):
        if name.isdigit():
            with suppress(OSError):
                status, parent = _status(int(name))
                if status not in "ZX":
                    parents[int(name)] = parent
    found = {os.getpid()}
    while more := {number for number, parent in parents.items() if parent in found} - found:
        found |= more
    return {number: parents[number] for number in found - {os.getpid()}}


def _lives(number: int) -> bool:
    with suppress(OSError):
        return _status(number)[0] not in "ZX"
    return False


def _status(number: int) -> tuple[str, int]:
    """(state, parent) of a process."""
    fd = os.open(
        f"/proc/{number}/stat", os.O_RDONLY
    )  # of every process of the machine, many times: no file objects
    try:
        fields = os.read(fd, 1000).rpartition(b")")[2].split(None, 2)
    finally:
        os.close(fd)
    return fields[0].decode(), int(fields[1])


def _parent_of(number: int | None) -> int:
    try:
        return _status(number)[1] if number else 0
    except OSError:
        return 0


def _process_state(number: int) -> dict[str, object]:
    """What one process can change of another."""
    return {
        "limits": [resource.prlimit(number, kind) for kind in range(16)],
        "priority": os.getpriority(os.PRIO_PROCESS, number),
        "processors": os.sched_getaffinity(number),
        "scheduler": os.sched_getscheduler(number),
        "stopped": _status(number)[0] in "Tt",
        "group": (os.getpgid(number), os.getsid(number)),
    }


def _tree(folder: Path) -> Iterator[Path]:
    yield folder
    for path in folder.rglob("*"):
        if "__pycache__" not in path.parts:
            yield path


def _state(path: Path) -> tuple[object, ...]:
    status = path.lstat()
    content = path.read_bytes() if path.is_file() else None
    times = (
        status.st_ctime_ns if content is not None else None
    )  # of folders: the judge writes caches beside tests
    return status.st_mode, status.st_uid, status.st_gid, status.st_nlink if content else 0, times, content


def _restore(before: object, after: object) -> None:
    """Make files and folders what they were."""
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    for path in sorted(set(after) - set(before), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    for path, state in before.items():
        if after.get(path) == state:
            continue
        if state[-1] is None:
            path.mkdir(exist_ok=True)
        else:
            path.write_bytes(state[-1])
        path.chmod(stat.S_IMODE(state[0]))


def _read(path: Path) -> str:
    return path.read_text("ascii").strip() if path.exists() else ""


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@contextmanager
def _as_standard_error(fd: int) -> Iterator[None]:
    kept = os.dup(2)
    os.dup2(fd, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
