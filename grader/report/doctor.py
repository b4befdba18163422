"""The report of `doctor`: how far a submission is locked away on this machine, and what would lock it away further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from grader.verdict import Isolation

LEVELS = (
    "a process of its own, and nothing else: it can do what you can do",
    "locked down by the kernel",
    "locked down by the kernel, in a box where no file of the course exists",
)
TO_LEVEL_1 = (
    "On Linux, a kernel from 5.13 on with Landlock and seccomp gives level 1, without root:\n"
    "`cat /sys/kernel/security/lsm` names landlock where it is there.\n"
    "On Windows use WSL 2; on macOS a Linux container or machine."
)
TO_LEVEL_2 = (
    "For level 2 install bubblewrap (`apt install bubblewrap`).\n"
    "Where it is installed, the system does not let it make a namespace: on Ubuntu, the AppArmor profile\n"
    "bwrap-userns-restrict permits that."
)
TO_LEVEL_3 = "This is as far as the kit goes. For more, run all of it in a disposable virtual machine."
STEPS = (TO_LEVEL_1, TO_LEVEL_2, TO_LEVEL_3)


def render_findings(isolation: Isolation, possible: Mapping[str, bool], missing: Iterable[str]) -> str:
    """The text, with a line end after each line. `possible` says of each attempt whether a worker got away with it."""
    return "\n".join(_lines(isolation, possible, missing)) + "\n"


def _lines(isolation: Isolation, possible: Mapping[str, bool], missing: Iterable[str]) -> Iterator[str]:
    yield f"Isolation: level {isolation.level}, {LEVELS[isolation.level]}."
    yield f"Layers: {', '.join(isolation.layers)}."
    yield ""
    yield "What a worker tried on this machine, just now:"
    for attempt, was_possible in possible.items():
        yield f"  {'POSSIBLE' if was_possible else 'refused ':8}  {attempt}"
    yield ""
    for reason in missing:
        yield f"Not there: {reason}."
    yield STEPS[isolation.level]
    if isolation.level == 0:
        yield "Practice works at any level. Do not grade other people's files at level 0."
