"""How words on the command line are read, by all commands alike."""

from __future__ import annotations

import argparse
from typing import NoReturn, TypeAlias

from grader.cli.outcome import WRONG_USAGE


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and where to read on."""

    def error(self, message: str) -> NoReturn:
        """End with the exit code of wrong usage."""
        self.exit(WRONG_USAGE, f"{message}\nTry: {self.prog} --help\n")


# What `add_subparsers` gives; each command adds itself.
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001 (it has no public name)
