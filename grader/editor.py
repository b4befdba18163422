"""Processes that an editor's debugger is to leave alone."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext


def without_editor() -> AbstractContextManager[None]:
    """Start processes without the editor. Its debugger (debugpy) gets into each that is started while it debugs this
    one, and has no business in locked ones."""
    patches = sys.modules.get("_pydev_bundle.pydev_monkey")
    return patches.skip_subprocess_arg_patch() if patches else nullcontext()
