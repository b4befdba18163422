"""Process pools in virtual time.

No process is started: a job runs in a thread. What parts processes is kept up all the same. Whatever goes in or comes
out is pickled; each process has a processor of its own; and each has the submission's globals of its own, from a run of
the file, as where processes are spawned.
"""

from __future__ import annotations

import concurrent.futures.process
import os
import pickle
import sys
import types
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from grader.worker.kernel import kernel
from grader.worker.threads import threads


class ProcessPool(concurrent.futures.process.ProcessPoolExecutor):
    """What a submission finds under the name of ProcessPoolExecutor.

    `submitted` are the times, in virtual seconds, at which jobs were given to it. How processes are made
    (`mp_context`, `max_tasks_per_child`) makes no difference here.
    """

    def __init__(
        self,
        max_workers: int | None = None,
        mp_context: Any = None,  # noqa: ARG002
        initializer: Callable[..., Any] | None = None,
        initargs: tuple[Any, ...] = (),
        *,
        max_tasks_per_child: int | None = None,  # noqa: ARG002
    ) -> None:
        self.submitted: list[float] = []
        begin = pickle.dumps((initializer, initargs))
        self._workers = ThreadPoolExecutor(
            os.cpu_count() if max_workers is None else max_workers, "process", _begin_process, (begin,)
        )

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.submitted.append(kernel.side.clock.seconds)
        try:
            job = pickle.dumps((fn, args, kwargs))
        except Exception as error:
            failed: Future[Any] = Future()
            failed.set_exception(error)
            return failed
        return self._workers.submit(_run, job)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._workers.shutdown(wait, cancel_futures=cancel_futures)


class _Process:
    """A virtual process: the submission's file, run once more."""

    def __init__(self) -> None:
        self._module = types.ModuleType(kernel.module)
        self._module.__file__ = kernel.filename
        with self.entered():
            exec(kernel.code, self._module.__dict__)  # noqa: S102 (it has run in this worker before)

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Let names of the submission be found in this process: what is pickled or unpickled is of this one."""
        own = sys.modules[kernel.module]
        sys.modules[kernel.module] = self._module
        try:
            yield
        finally:
            sys.modules[kernel.module] = own


def _begin_process(begin: bytes) -> None:
    """What the thread that is to be a process does first."""
    number = len(_processes) + 1
    threads.move_to(number)
    _processes[number] = process = _Process()
    with process.entered():
        initializer, args = pickle.loads(begin)  # noqa: S301 (this process has pickled it)
    if initializer is not None:
        initializer(*args)


def _run(job: bytes) -> Any:
    """Run a job in the process of this thread: what it returns, for the submission's own process. Raises what it
    raises, and what cannot be pickled."""
    process = _processes[threads.process]
    with process.entered():
        function, args, kwargs = pickle.loads(job)  # noqa: S301 (this process has pickled it)
    try:
        result, traceback = function(*args, **kwargs), None
    except Exception as error:
        result, traceback = error, error.__traceback__
    with process.entered():
        answer = pickle.dumps(result)
    result = pickle.loads(answer)  # noqa: S301 (as above)
    if traceback is not None:
        raise result.with_traceback(traceback)
    return result


def install() -> None:
    """Let a submission find this pool in the place of the real one. Once in a process."""
    concurrent.futures.process.ProcessPoolExecutor = ProcessPool  # type: ignore[misc]
    concurrent.futures.ProcessPoolExecutor = ProcessPool  # type: ignore[misc]


_processes: dict[int, _Process] = {}  # by number
