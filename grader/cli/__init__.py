"""``python -m grader``: one module a command."""

from grader.cli.command_line import main

__all__ = ["main"]
