"""Pictures that move, on the terminal: each is drawn in the place of the one before."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.live import Live
from rich.text import Text

from grader.cli.output import color


def can_move() -> bool:
    """Whether standard output is a terminal that moves its cursor."""
    return Console().is_terminal and not Console().is_dumb_terminal


@contextmanager
def moving() -> Iterator[Callable[[Sequence[Text]], None]]:
    """What draws a picture, line by line. When the block is left, it is gone, and the cursor is as it was."""
    # The stream that there is now: hidden tests run with another one.
    console = Console(file=sys.stdout, no_color=not color(), markup=False, emoji=False, highlight=False)
    lines = Live(
        console=console, auto_refresh=False, transient=True, redirect_stdout=False, redirect_stderr=False
    )

    def draw(picture: Sequence[Text]) -> None:
        text = Text("\n", no_wrap=True, overflow="crop").join(picture)
        lines.update(text, refresh=True)

    with lines:
        yield draw
