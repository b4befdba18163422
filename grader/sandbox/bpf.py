"""The rules about system calls as a program for the kernel's filter (classic BPF, linux/filter.h and linux/seccomp.h).

Pure: it makes bytes. The kernel runs them at each system call, on the call's number, architecture and arguments.
"""

from __future__ import annotations

import errno
import struct

from grader.sandbox import rules
from grader.sandbox.syscalls import AUDIT_ARCH, NEWEST, NUMBERS, X32_BIT, number

INSTRUCTION = struct.Struct("=HBBI")  # code, jump if true, jump if false, constant
LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
EQUAL, AT_LEAST, HAS_BITS = 0x15, 0x35, 0x45  # BPF_JMP | BPF_JEQ, BPF_JGE, BPF_JSET
RETURN = 0x06
ALLOW = 0x7FFF0000
ERRNO = 0x00050000
KILL = 0x80000000

# Where the kernel puts what the program looks at: struct seccomp_data. Arguments have 64 bits; the lower 32 come first.
NUMBER_AT, ARCHITECTURE_AT = 0, 4
ARGUMENT_AT = (16, 24, 32)

REFUSE = ERRNO | errno.EPERM
ABSENT = ERRNO | errno.ENOSYS


def program(machine: str) -> bytes:
    """The filter for a machine ("x86_64" or "aarch64")."""
    code = [
        (LOAD, 0, 0, ARCHITECTURE_AT),
        (EQUAL, 1, 0, AUDIT_ARCH[machine]),  # a 32-bit call from a 64-bit process: other numbers, other rules
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER_AT),
    ]
    if machine == "x86_64":
        code += [(AT_LEAST, 0, 1, X32_BIT), (RETURN, 0, 0, KILL)]
    code += [(AT_LEAST, 0, 1, NEWEST + 1), (RETURN, 0, 0, ABSENT)]
    for name in sorted(NUMBERS):
        if name in rules.REFUSED_CALLS:
            code += _answer(name, machine, REFUSE)
        elif name in rules.ABSENT_CALLS:
            code += _answer(name, machine, ABSENT)
    code += _if_called(
        "clone",
        machine,
        [(LOAD, 0, 0, ARGUMENT_AT[0]), (HAS_BITS, 1, 0, rules.CLONE_THREAD), (RETURN, 0, 0, REFUSE)],
    )
    code += _if_called("prctl", machine, _only(0, rules.PRCTL_ALLOWED))
    code += _if_called("ioctl", machine, _never(1, rules.IOCTL_REFUSED))
    code += _if_called("fcntl", machine, _never(1, rules.FCNTL_REFUSED))
    # prlimit64 reads limits too: it is refused for other processes (argument 0), and for a new limit (argument 2).
    code += _if_called("prlimit64", machine, _only(0, (0,)) + _only(2, (0,)) + _only_high(2))
    code.append((RETURN, 0, 0, ALLOW))
    return b"".join(INSTRUCTION.pack(*instruction) for instruction in code)


Instruction = tuple[int, int, int, int]


def _answer(name: str, machine: str, answer: int) -> list[Instruction]:
    nr = number(name, machine)
    return [] if nr is None else [(EQUAL, 0, 1, nr), (RETURN, 0, 0, answer)]


def _if_called(name: str, machine: str, body: list[Instruction]) -> list[Instruction]:
    """`body` may fall through to its end; the number is loaded again after it."""
    nr = number(name, machine)
    body = [*body, (RETURN, 0, 0, ALLOW)]
    return [] if nr is None else [(EQUAL, 0, len(body), nr), *body]


def _only(argument: int, allowed: tuple[int, ...]) -> list[Instruction]:
    """Refuse, unless the lower half of the argument is one of these."""
    tests = [(EQUAL, len(allowed) - index, 0, value) for index, value in enumerate(allowed)]
    return [(LOAD, 0, 0, ARGUMENT_AT[argument]), *tests, (RETURN, 0, 0, REFUSE)]


def _only_high(argument: int) -> list[Instruction]:
    """Refuse, unless the upper half of the argument is 0."""
    return [(LOAD, 0, 0, ARGUMENT_AT[argument] + 4), (EQUAL, 1, 0, 0), (RETURN, 0, 0, REFUSE)]


def _never(argument: int, refused: tuple[int, ...]) -> list[Instruction]:
    """Refuse, if the lower half of the argument is one of these."""
    code: list[Instruction] = [(LOAD, 0, 0, ARGUMENT_AT[argument])]
    for value in refused:
        code += [(EQUAL, 0, 1, value), (RETURN, 0, 0, REFUSE)]
    return code
