"""Limits of resources: on Linux and macOS."""

from __future__ import annotations

import resource
from pathlib import Path

from grader.sim.limits import MEGABYTE, Limits


class Refused(Exception):
    """The system refused a layer: it is not there."""


class Bounds:
    """Limits of resources. The address space is counted from what the warm parent has."""

    def __init__(self) -> None:
        self._base = _address_space()

    def apply(self, limits: Limits) -> None:
        """Bound this process. Python ignores SIGXFSZ: a write to a file is an error, and not the end."""
        for kind, soft, hard in (
            (resource.RLIMIT_CPU, limits.processor, limits.processor + 1),
            (resource.RLIMIT_CORE, 0, 0),
            (resource.RLIMIT_FSIZE, 0, 0),
            (resource.RLIMIT_NOFILE, limits.files, limits.files),
        ):
            resource.setrlimit(kind, (soft, hard))
        if self._base:  # macOS neither tells it nor bounds it
            memory = self._base + limits.memory * MEGABYTE
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _address_space() -> int:
    """Bytes of address space of this process; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except FileNotFoundError:
        return 0
