"""The layers, put together: `prepare` once in the warm parent, `apply` in each worker before it sees the submission.

A layer that the machine lacks is left out, and the run says so: `layers` names what is there, and nothing is pretended.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass

from grader.sandbox.rules import readable_paths
from grader.sim.limits import Limits


@dataclass(frozen=True)
class Prepared:
    """Layers that are ready to be put on, in this order; and why others are not there."""

    steps: tuple[tuple[str, Callable[[Limits], None]], ...]
    missing: tuple[str, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """The names of the layers that `apply` puts on."""
        return tuple(name for name, _ in self.steps)

    def apply(self, limits: Limits) -> None:
        """Put the layers on this process, for good. Raises if one that was prepared is refused: then nothing
        may run."""
        for _, step in self.steps:
            step(limits)


def prepare(without: Collection[str] = ()) -> Prepared:
    """Get all layers of this platform ready, except those named in `without` (for tests of the tests)."""
    if sys.platform == "win32":
        return Prepared((), ("none of the kernel layers is there on Windows",))
    from grader.sandbox import posix

    makers: dict[str, Callable[[], Callable[[Limits], None]]] = {"rlimits": lambda: posix.Bounds().apply}
    steps, missing = [], []
    if sys.platform.startswith("linux"):
        from grader.sandbox import linux

        makers |= {
            "prctl": lambda: linux.shield,
            "landlock": lambda: linux.Landlock(readable_paths()).apply,
            "seccomp": lambda: linux.Filter().apply,
        }
    else:
        missing.append("prctl, landlock and seccomp are Linux's")
    for name, make in makers.items():
        if name in without or "all" in without:
            missing.append(f"{name}: left out on purpose")
            continue
        try:
            steps.append((name, make()))
        except posix.Refused as refused:
            missing.append(f"{name}: {refused}")
    return Prepared(tuple(steps), tuple(missing))
