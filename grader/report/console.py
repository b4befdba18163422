"""The one rich console on which reports are drawn: it writes nowhere, and the same text in every environment."""

from __future__ import annotations

import io

from rich.console import Console


def new_console(*, color: bool, width: int | None = None) -> Console:
    """A console whose output is captured. What a student controls is never taken for markup or an emoji."""
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
