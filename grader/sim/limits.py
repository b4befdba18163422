"""How much a submission may use in one test: the defaults, in one place.

An author who needs other ones marks a hidden test, or the whole file: ``@pytest.mark.limits(processor=30)``.
"""

from __future__ import annotations

import msgspec

MEGABYTE = 1024 * 1024


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ends a test. The first five are counts in virtual time, and do not depend on the machine's speed."""

    horizon: float = 1_000_000.0  # virtual seconds
    moves: int = 20_000  # moves of the clock: a heartbeat beside a deadlock never goes idle
    turns: int = 5_000  # turns of the loops at one instant
    handovers: int = 20_000  # messages at one instant
    messages: int = 50_000  # in the whole test: a program that talks and talks while time moves a little

    step: float = 1.0  # seconds of processor time between two messages: an honest step takes milliseconds
    wall: float = 20.0  # seconds between two messages, however little of them the process got
    processor: int = 10  # seconds of processor time in all
    memory: int = 1024  # MB of address space beyond what the warm parent has: a thread's stack takes 8 of it
    threads: int = 64  # that live at the same time
    files: int = 64  # open descriptors
    output: int = 64 * 1024  # characters that are kept of what it prints
    sent: int = 32  # MB of messages to the judge, who keeps the calls and their arguments


LIMITS = Limits()
