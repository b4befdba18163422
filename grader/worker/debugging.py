"""A worker that somebody looks into: `breakpoint()` opens a debugger in the terminal, and so does Ctrl-C, wherever the
submission is.

The file runs in virtual time and with the world, as in a check; but it has the terminal, no sandbox, no guard, and real
time that passes at a prompt is nobody's.
"""

from __future__ import annotations

import os
import pdb  # noqa: T100 (this is the place where one is wanted)
import signal
import sys
from typing import Any, NoReturn

from grader.sandbox.enforce import Prepared
from grader.sim.zygote import LEFT
from grader.worker import editors, serving
from grader.worker.kernel import kernel
from grader.worker.output import Output
from grader.worker.program import Program
from grader.worker.threads import virtual_for_all


class Debugger(pdb.Pdb):
    """Stops in the submission only. To leave it ends the whole run: the test has no result then."""

    def __init__(self) -> None:
        super().__init__(skip=["grader.*"], nosigint=True)  # without `skip` nobody asks `is_skipped_module`

    def is_skipped_module(self, module_name: str | None) -> bool:
        return module_name != kernel.module

    def set_quit(self) -> NoReturn:
        sys.stdout.flush()
        os._exit(LEFT)


def serve(read_fd: int, write_fd: int) -> NoReturn:
    """Be the worker of one test, in the terminal that this process has, until the judge hangs up."""
    serving.patch(editors.real_for_them if editors.is_there() else virtual_for_all)
    _stop_at_breakpoints(Debugger())
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(write_through=True)  # type: ignore[union-attr]  # the process ends without a goodbye
    serving.answer(read_fd, write_fd, Program(Output(), Prepared((), ())))


def _stop_at_breakpoints(debugger: Debugger) -> None:
    def stop(*_: Any, **__: Any) -> None:
        debugger.set_trace(sys._getframe(1))

    pdb.set_trace = stop
    if sys.breakpointhook is sys.__breakpointhook__ and "PYTHONBREAKPOINT" not in os.environ:
        sys.breakpointhook = stop  # an editor, or the student, may have a debugger of their own
        signal.signal(signal.SIGINT, debugger.sigint_handler)  # type: ignore[arg-type]
