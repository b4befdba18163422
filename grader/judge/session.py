"""Hidden tests over submissions: one run of pytest, in this process."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
import pytest_asyncio.plugin
import pytest_timeout  # type: ignore[import-untyped]

from grader.catalog import Exercise
from grader.judge.plugin import JudgePlugin, Report, Source, UnderWay
from grader.judge.workers import Workers
from grader.sim.lockstep import in_real_time

SETTINGS = Path(__file__).with_name("judge.ini")
OURS = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTEST_DISABLE_PLUGIN_AUTOLOAD", "PYTHONASYNCIODEBUG")


class JudgeFailed(Exception):
    """The hidden tests could not be run. It is our failure, and no verdict."""


def judge(
    exercises: Iterable[Exercise],
    sources: list[Source],
    workers: Workers,
    *,
    speed: float | None = None,
    show: Callable[[UnderWay, float], None] | None = None,
    until_failed: bool = False,
    patient: bool = False,
    on_report: Callable[[Source, list[Report]], None],
) -> None:
    """Run the hidden tests of its exercise for each source; `on_report` is called after each source, in order.

    `speed` lets virtual time pass visibly: virtual seconds for each real one. None: it takes no real time at all.
    While it passes, `show` is called again and again, with the virtual seconds; it must not raise.
    `until_failed`: of a source, no test is run after one that has failed.
    `patient`: a test may take as long as somebody thinks at a prompt.
    Raises JudgeFailed, and KeyboardInterrupt where the user has pressed Ctrl-C.
    """
    wanted = {source.slug for source in sources}
    chosen = {exercise.slug: exercise for exercise in exercises if exercise.slug in wanted}
    plugin = JudgePlugin(
        chosen,
        sources,
        workers,
        new_pace=functools.partial(_pace, speed, show),
        on_report=on_report,
        until_failed=until_failed,
    )
    root = next(iter(chosen.values())).root
    arguments = [
        f"--config-file={SETTINGS}",
        f"--rootdir={root}",
        "--noconftest",
        "--import-mode=importlib",
        "--disable-plugin-autoload",
        "--capture=no",
        *(["--timeout=0"] if patient else []),
        *(
            f"-pno:{name}"
            for name in ("cacheprovider", "terminal", "junitxml", "warnings", "unraisableexception")
        ),
        *(
            f"-pno:{name}"
            for name in (
                "threadexception",
                "faulthandler",
                "doctest",
                "unittest",
                "pastebin",
                "stepwise",
                "logging",
            )
        ),
        *(str(exercise.tests) for exercise in chosen.values()),
    ]
    silence = io.StringIO()
    with (
        _ended_by_ctrl_c(plugin),
        _our_environment(),
        contextlib.redirect_stdout(silence),
        contextlib.redirect_stderr(silence),
    ):
        code = pytest.main(arguments, plugins=[pytest_asyncio.plugin, pytest_timeout, plugin])
    if plugin.was_interrupted:
        raise KeyboardInterrupt
    if plugin.problems:
        raise JudgeFailed("a hidden test cannot be loaded:\n" + "\n".join(plugin.problems))
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise JudgeFailed(f"pytest ended with {code!r}:\n{silence.getvalue()}")


@contextlib.contextmanager
def _ended_by_ctrl_c(plugin: JudgePlugin) -> Iterator[None]:
    """Ctrl-C ends the run at once. asyncio would only cancel the test, which goes on; and that its worker has been
    ended by the same Ctrl-C would be taken for the submission's doing."""
    is_free = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not is_free or threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(_number: int, _frame: object) -> None:
        plugin.was_interrupted = True  # whatever becomes of the exception on its way
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _pace(
    speed: float | None, show: Callable[[UnderWay, float], None] | None, under_way: UnderWay
) -> Callable[[int], None] | None:
    if speed is None:
        return None
    look = functools.partial(show, under_way) if show is not None else None
    return in_real_time(speed, time.monotonic, time.sleep, look=look)


@contextlib.contextmanager
def _our_environment() -> Iterator[None]:
    """What changes how pytest runs is ours alone while it runs: variables of the shell, warnings, and
    exceptions at collection."""
    kept = {name: os.environ.pop(name) for name in OURS if name in os.environ}
    hook, modules = sys.unraisablehook, set(sys.modules)
    sys.unraisablehook = lambda unraisable: None  # coroutines of a run that ended half-way
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        sys.unraisablehook = hook
        for name in set(sys.modules) - modules:  # hidden tests: the next run must read their files again
            if name.startswith("tests."):
                del sys.modules[name]
        os.environ.update(kept)
