"""The option --real-time, of all commands that run submissions."""

from __future__ import annotations

import argparse

from grader.cli.outcome import WrongUsage


def add_real_time(command: argparse.ArgumentParser) -> None:
    """Add it to `command`."""
    command.add_argument(
        "--real-time",
        type=float,
        nargs="?",
        const=1.0,
        metavar="SPEED",
        help="let virtual seconds pass as real ones, SPEED times as fast (the verdict is the same)",
    )


def speed_of(speed: float | None) -> float | None:
    """Virtual seconds for each real one; None: no real time passes. Raises WrongUsage."""
    if speed is not None and not 0 < speed < 1e9:
        raise WrongUsage("--real-time wants a speed above 0, as in `--real-time 2`.")
    return speed
