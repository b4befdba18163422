"""How a command ends: an exit code, and sentences to whoever sits before the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

NOT_YET, WRONG_USAGE, OUR_FAILURE = 1, 2, 3
SIGNALLED = 128  # and the number of the signal
STOPPED = 130  # by Ctrl-C, as a shell says it
NOBODY_READS = 141  # what a shell says of a program that such a pipe has ended


class WrongUsage(Exception):
    """The command line asks for what cannot be done. The text says what to do instead."""


class OurFailure(Exception):
    """The kit itself cannot do what it should. The text says that it is nobody's work that is wrong."""


@contextmanager
def wrong_usage(*errors: type[Exception]) -> Iterator[None]:
    """Within the block, `errors` are wrong usage: their texts are written for whoever has typed the command."""
    try:
        yield
    except errors as error:
        raise WrongUsage(str(error)) from None
