"""Linux: the kernel calls behind the layers. Everything that costs time is done once, in the warm parent.

Landlock: https://docs.kernel.org/userspace-api/landlock.html. Filters of system calls:
https://docs.kernel.org/userspace-api/seccomp_filter.html.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import struct
from collections.abc import Iterable
from pathlib import Path

from grader.sandbox import bpf
from grader.sandbox.posix import Refused
from grader.sandbox.syscalls import ARCHITECTURES
from grader.sim.limits import Limits

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
SECCOMP_MODE_FILTER = 2
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446  # the same on all architectures
LANDLOCK_VERSION = 1  # flag: ask for the version of the interface
PATH_BENEATH = 1  # type of a rule
READ_FILE, READ_DIR = 1 << 2, 1 << 3
# Rights of the file system, and of the rest, by the version of the interface that brought them.
FS_RIGHTS = {1: (1 << 13) - 1, 2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
NET_RIGHTS = {4: 0b11}  # bind and connect, TCP
SCOPES = {6: 0b11}  # abstract unix sockets, signals

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long
_libc.prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)


def shield(_limits: Limits) -> None:
    """No new privileges, no looking in from outside, and no life without the parent."""
    for option, value in (
        (PR_SET_NO_NEW_PRIVS, 1),
        (PR_SET_DUMPABLE, 0),
        (PR_SET_PDEATHSIG, int(signal.SIGKILL)),
    ):
        if _libc.prctl(option, value, 0, 0, 0) != 0:
            raise Refused(f"prctl: {os.strerror(ctypes.get_errno())}")


class Landlock:
    """A set of rules about files: made once, inherited, and put on by any number of forks."""

    def __init__(self, readable: Iterable[Path]) -> None:
        self.version = int(_libc.syscall(LANDLOCK_CREATE, None, ctypes.c_size_t(0), LANDLOCK_VERSION))
        if self.version < 1:
            raise Refused(f"Landlock: {os.strerror(ctypes.get_errno())}")
        fs, net, scopes = (_rights(table, self.version) for table in (FS_RIGHTS, NET_RIGHTS, SCOPES))
        size = 24 if self.version >= 6 else 16 if self.version >= 4 else 8
        attributes = struct.pack("=QQQ", fs, net, scopes)
        self.fd = int(_libc.syscall(LANDLOCK_CREATE, attributes, ctypes.c_size_t(size), 0))
        if self.fd < 0:
            raise Refused(f"Landlock: {os.strerror(ctypes.get_errno())}")
        for path in readable:
            self._allow(path)

    def apply(self, _limits: Limits) -> None:
        """Put the rules on. For good; and let go of them: who holds the set can add to it for the next worker."""
        if _libc.syscall(LANDLOCK_RESTRICT, self.fd, 0) != 0:
            raise Refused(f"Landlock: {os.strerror(ctypes.get_errno())}")
        os.close(self.fd)

    def _allow(self, path: Path) -> None:
        try:
            fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            return  # not there, so nobody reads it
        try:
            rights = READ_FILE | READ_DIR if path.is_dir() else READ_FILE
            rule = struct.pack("=Qi", rights, fd)
            if _libc.syscall(LANDLOCK_ADD, self.fd, PATH_BENEATH, rule, 0) != 0:
                raise Refused(f"Landlock: {path}: {os.strerror(ctypes.get_errno())}")
        finally:
            os.close(fd)


class Filter:
    """A filter of system calls: made once, put on by any number of forks."""

    def __init__(self) -> None:
        machine = platform.machine()
        if machine not in ARCHITECTURES:
            raise Refused(f"seccomp: no table of system calls for {machine}")
        code = bpf.program(machine)
        self._code = ctypes.create_string_buffer(code, len(code))  # the kernel reads it in `apply`
        self._program = ctypes.create_string_buffer(
            struct.pack("@HP", len(code) // bpf.INSTRUCTION.size, ctypes.addressof(self._code))
        )

    def apply(self, _limits: Limits) -> None:
        """Put the filter on. For good. Needs `shield` first."""
        if _libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(self._program), 0, 0) != 0:
            raise Refused(f"seccomp: {os.strerror(ctypes.get_errno())}")


def _rights(table: dict[int, int], version: int) -> int:
    rights = 0
    for since, right in table.items():
        if version >= since:
            rights |= right
    return rights
