"""How a command ends: an exit code, and sentences to whoever sits before the terminal."""

NOT_YET, WRONG_USAGE, OUR_FAILURE = 1, 2, 3
SIGNALLED = 128  # and the number of the signal
STOPPED = 130  # by Ctrl-C, as a shell says it
NOBODY_READS = 141  # what a shell says of a program that such a pipe has ended


class WrongUsage(Exception):
    """The command line asks for what cannot be done. The text says what to do instead."""
