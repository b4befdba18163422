"""A wait that no patched call sees is charged to the virtual clock, and what the machine does is not."""

import subprocess
import sys

import pytest

from grader.worker import blocking
from grader.worker.kernel import kernel

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells these numbers")


class Step:
    """One step of the main thread, as the system's numbers show it."""

    def __init__(self, monkeypatch):
        self.charged = []
        self.watch = blocking.Watch()
        self._now, self._slept = (0.0, 0.0, 0.0), 0
        monkeypatch.setattr(self.watch, "_now", lambda: self._now)
        monkeypatch.setattr(self.watch, "_times_it_slept", lambda: self._slept)
        monkeypatch.setattr(kernel, "advance", lambda to, line: self.charged.append((to, line)))

    def takes(self, *, wall, processor=0.0, queue=0.0, slept=0):
        """Let a step take so many seconds; what was charged, in nanoseconds, and to which line."""
        self.watch.step_begins()
        self._now, self._slept = (wall, processor, queue), slept
        self.watch.step_ends()
        return self.charged


@pytest.fixture
def step(monkeypatch):
    return Step(monkeypatch)


def test_a_wait_is_charged_in_steps_of_a_tenth_of_a_second(step):
    assert step.takes(wall=0.313, slept=1) == [(300_000_000, blocking.UNKNOWN_LINE)]


def test_a_short_wait_is_not_noticed(step):
    assert step.takes(wall=0.04, slept=1) == []


def test_work_is_no_wait(step):
    assert step.takes(wall=2.0, processor=1.99, slept=3) == []


def test_standing_in_the_queue_for_a_processor_is_no_wait(step):
    assert step.takes(wall=2.0, processor=0.5, queue=1.49, slept=3) == []


def test_a_machine_that_stands_still_is_no_wait_of_the_submission(step):
    assert step.takes(wall=19.3, slept=0) == []


def test_this_systems_numbers_tell_that_a_thread_has_given_its_processor_away():
    watch = blocking.Watch()
    before = watch._times_it_slept()
    subprocess.run([sys.executable, "-c", ""], check=True)  # waits for its end

    assert watch._times_it_slept() > before
