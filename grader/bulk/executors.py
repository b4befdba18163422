"""Where batches are judged: processes of this machine, or a Dask cluster. The run knows neither of them."""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

PACKAGE_ROOT = str(Path(__file__).parents[2])
ANSWERS_IN = 10.0  # seconds: a cluster
HAS_WORKERS_IN = 60.0  # seconds: they may still be starting


@dataclass(frozen=True)
class Crew:
    """An executor, and how many batches it works on at the same time."""

    executor: Executor
    width: int


NewCrew = Callable[[], AbstractContextManager[Crew]]  # at the end of the block, nothing of it works on


class NoCluster(Exception):
    """There is no cluster to grade on. The text says what to do."""


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def processes(jobs: int) -> Iterator[Crew]:
    """Processes of this machine. They are spawned, since a fork would take the store and its lock along."""
    if PACKAGE_ROOT not in sys.path:  # `python -m` has it for itself; a spawned process imports by this path
        sys.path.append(PACKAGE_ROOT)
    watched, leash = multiprocessing.Pipe(duplex=False)
    with (
        watched,
        ProcessPoolExecutor(
            jobs, multiprocessing.get_context("spawn"), initializer=_be_led, initargs=(watched,)
        ) as executor,
    ):
        try:
            yield Crew(executor, jobs)
        finally:
            leash.close()  # whoever still works here, works in vain


def _be_led(watched: Connection) -> None:
    """End this process at once when the run lets go of the leash: since it is done with it, or because it has died,
    even by SIGKILL. Ctrl-C is for the run alone."""
    if hasattr(os, "setsid"):
        os.setsid()
    else:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(watched,), name="leash", daemon=True).start()


def _watch(watched: Connection) -> None:
    with contextlib.suppress(EOFError, OSError):
        watched.recv_bytes()  # nothing is ever sent
    os._exit(0)


@contextlib.contextmanager
def cluster(address: str) -> Iterator[Crew]:
    """The workers of a Dask cluster whose scheduler has this address. Raises NoCluster."""
    try:
        # By its name, since it is not there for everybody, nor for whoever checks the types.
        distributed: Any = importlib.import_module("distributed")
    except ImportError:
        raise NoCluster(
            "A cluster needs Dask, which is not installed here. Install it: pip install 'overlap-kit[cluster]'"
        ) from None
    try:
        client = distributed.Client(address, timeout=ANSWERS_IN, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NoCluster(
            f"No Dask scheduler answers at {address}: {error}. Start one: dask scheduler"
        ) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=HAS_WORKERS_IN)
        except TimeoutError:
            raise NoCluster(
                f"The Dask scheduler at {address} has no worker. Start some, one a core, on machines that have this "
                f"kit: dask worker {address} --nworkers auto --nthreads 1"
            ) from None
        executor = client.get_executor(pure=False)
        try:
            yield Crew(executor, len(client.nthreads()))
        finally:
            executor.shutdown(wait=False)
