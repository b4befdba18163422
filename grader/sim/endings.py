"""The ways in which a run over the border ends before its time."""

from __future__ import annotations

from grader.evidence import Located
from grader.verdict import Reason


class Ending(Located):
    """The run is over. Not an Exception: nothing that a test catches may hide it.

    `reason` is the verdict's word for it; the text is the sentence for the student.
    """

    reason: Reason = "crash"


class Deadlock(Ending):
    """Nothing is ready, and no timer is set: nobody will ever be woken."""

    reason: Reason = "deadlock"


class Livelock(Ending):
    """It turns and turns at one instant."""

    reason: Reason = "livelock"


class Horizon(Ending):
    """Virtual time ran further than any program of an exercise needs."""

    reason: Reason = "horizon"


class Hang(Ending):
    """A step of the submission did not come back."""

    reason: Reason = "hang"


class Crash(Ending):
    """The submission's process ended."""

    reason: Reason = "crash"


class Nonsense(Ending):
    """The submission's process sent what no honest one sends."""

    reason: Reason = "protocol"
