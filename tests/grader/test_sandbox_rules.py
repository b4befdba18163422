"""The rules about system calls, run by a small interpreter instead of the kernel; and what may be read."""

import errno
import sys
import sysconfig
from pathlib import Path

import pytest

from grader.sandbox import bpf, rules
from grader.sandbox.syscalls import ARCHITECTURES, AUDIT_ARCH, NEWEST, NUMBERS, X32_BIT, number

REFUSED, ABSENT, ALLOWED, KILLED = bpf.REFUSE, bpf.ABSENT, bpf.ALLOW, bpf.KILL


def decide(machine, nr, *arguments, architecture=None):
    """What the kernel would answer: a classic BPF program over struct seccomp_data, with a little-endian layout."""
    data = nr.to_bytes(4, "little") + (AUDIT_ARCH[architecture or machine]).to_bytes(4, "little") + bytes(8)
    data += b"".join(argument.to_bytes(8, "little") for argument in (*arguments, 0, 0, 0))
    code = list(bpf.INSTRUCTION.iter_unpack(bpf.program(machine)))
    place, loaded = 0, 0
    while True:
        kind, if_true, if_false, constant = code[place]
        place += 1
        if kind == bpf.LOAD:
            loaded = int.from_bytes(data[constant : constant + 4], "little")
        elif kind == bpf.RETURN:
            return constant
        else:
            holds = {
                bpf.EQUAL: loaded == constant,
                bpf.AT_LEAST: loaded >= constant,
                bpf.HAS_BITS: bool(loaded & constant),
            }[kind]
            place += if_true if holds else if_false


def call(machine, name, *arguments):
    return decide(machine, number(name, machine), *arguments)


@pytest.mark.parametrize(
    ("machine", "name"),
    [
        (machine, name)
        for machine in ARCHITECTURES
        for name in sorted(rules.REFUSED_CALLS)
        if number(name, machine) is not None
    ],
)
def test_what_is_refused_is_refused(machine, name):
    assert call(machine, name) == REFUSED


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_a_thread_may_be_started_and_a_process_may_not(machine):
    assert call(machine, "clone", rules.CLONE_THREAD | 0x100) == ALLOWED
    assert call(machine, "clone", 17) == REFUSED
    assert call(machine, "clone3") == ABSENT


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_calls_that_are_newer_than_the_table_are_not_there(machine):
    assert decide(machine, NEWEST + 1) == ABSENT
    assert decide(machine, 0x3FFFFFFF) == ABSENT


def test_the_second_set_of_calls_of_x86_64_kills():
    assert decide("x86_64", X32_BIT) == KILLED
    assert decide("x86_64", X32_BIT + 59) == KILLED


def test_calls_of_another_architecture_kill():
    assert decide("x86_64", 1, architecture="aarch64") == KILLED


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_a_process_may_name_its_threads_and_change_nothing_else_about_itself(machine):
    assert call(machine, "prctl", 15) == ALLOWED
    assert [call(machine, "prctl", option) for option in (1, 4, 22, 38)] == [REFUSED] * 4


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_limits_may_be_read_and_not_set_and_only_its_own(machine):
    assert call(machine, "prlimit64", 0, 0, 0) == ALLOWED
    assert call(machine, "prlimit64", 1, 0, 0) == REFUSED
    assert call(machine, "prlimit64", 0, 0, 0x1000) == REFUSED
    assert call(machine, "prlimit64", 0, 0, 0x7F00_0000_0000) == REFUSED


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_nobody_types_into_the_terminal_or_sends_signals_by_a_file(machine):
    assert [call(machine, "ioctl", 0, request) for request in rules.IOCTL_REFUSED] == [REFUSED] * 2
    assert call(machine, "ioctl", 0, 0x5413) == ALLOWED
    assert [call(machine, "fcntl", 0, command) for command in rules.FCNTL_REFUSED] == [REFUSED] * 3
    assert call(machine, "fcntl", 0, 3) == ALLOWED


def test_reading_and_writing_are_allowed():
    assert decide("x86_64", 0) == decide("x86_64", 1) == ALLOWED
    assert decide("aarch64", 63) == decide("aarch64", 64) == ALLOWED


def test_refusals_are_errors_that_python_shows_as_permission_errors():
    assert REFUSED & 0xFFFF == errno.EPERM
    assert ABSENT & 0xFFFF == errno.ENOSYS


def test_every_refused_call_has_a_number_somewhere():
    nowhere = [
        name
        for name in rules.REFUSED_CALLS | rules.ABSENT_CALLS
        if NUMBERS.get(name, (None, None)) == (None, None)
    ]

    assert nowhere == []


def test_the_program_is_within_what_the_kernel_takes():
    assert all(len(bpf.program(machine)) // bpf.INSTRUCTION.size <= 4096 for machine in ARCHITECTURES)


def test_the_standard_library_may_be_read_and_no_installed_package():
    readable = set(rules.readable_paths())
    stdlib = Path(sysconfig.get_path("stdlib"))

    assert stdlib / "asyncio" in readable
    assert not any(path.name in ("site-packages", "dist-packages") for path in readable)
    assert stdlib not in readable
    assert not any(Path(sys.prefix).is_relative_to(path) for path in readable)
