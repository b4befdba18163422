"""Virtual time: an integer number of nanoseconds, and one sequence that orders everything that happens."""

from __future__ import annotations

NANOSECONDS = 1_000_000_000
FARTHEST = 4e9  # seconds: beyond every horizon, and in nanoseconds still a number of 64 bits


def nanoseconds(seconds: float) -> int:
    """Seconds as whole nanoseconds, `FARTHEST` at most."""
    return round(max(-FARTHEST, min(seconds, FARTHEST)) * NANOSECONDS)


class Clock:
    """The time that one side knows, and the sequence that it draws its numbers from.

    Both sides of the border hold one; each hand-over of control carries the two values across, so that they are the
    same wherever code runs. `now` is in nanoseconds since the test began.
    """

    __slots__ = ("now", "sequence")

    def __init__(self) -> None:
        self.now = 0
        self.sequence = 0

    @property
    def seconds(self) -> float:
        """The time in virtual seconds."""
        return self.now / NANOSECONDS

    def draw(self) -> int:
        """The next number of the sequence."""
        self.sequence += 1
        return self.sequence

    def after(self, delay: float) -> int:
        """The time in `delay` seconds, in nanoseconds.

        A delay above 0 moves time by at least 1 ns: crumbs such as ``sleep(1e-16)`` must not turn for ever at one
        instant.
        """
        if delay <= 0:
            return self.now
        return self.now + max(1, nanoseconds(delay))
