"""Editors debug by threads of their own in the submission's process (debugpy, as VS Code and PyCharm do): what these do
stays in real time, while the submission lives in virtual time.

What is patched looks who calls, as freezegun does for the clocks.
"""

from __future__ import annotations

import _thread
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

from grader.worker.kernel import kernel
from grader.worker.threads import threads

PACKAGES = ("debugpy", "pydevd", "_pydev")  # how the names of their modules begin
DEPTH = 12  # frames: they come by way of threading and queue


def is_there() -> bool:
    """Whether an editor debugs this process."""
    return "pydevd" in sys.modules


def real_for_them(real: Callable[..., Any], virtual: Callable[..., Any]) -> Callable[..., Any]:
    """What is `real` when the debugger calls it, and else `virtual`."""

    def choose(*args: Any, **kwargs: Any) -> Any:
        return (real if _is_called_by_them() else virtual)(*args, **kwargs)

    return choose


def _is_called_by_them() -> bool:
    if _thread.get_ident() != threading.main_thread().ident and not threads.has(_thread.get_ident()):
        return True
    frame: FrameType | None = sys._getframe(2)
    for _ in range(DEPTH):
        if frame is None:
            return False
        module = frame.f_globals.get("__name__", "")
        if module == kernel.module:
            return False
        if module.startswith(PACKAGES):
            return True
        frame = frame.f_back
    return False
