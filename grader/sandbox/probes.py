"""What a worker must not be able to do, tried out: this file is submitted to a real worker, as a student's would be.

A call that returned 0 is no proof that a layer works. What counts is what happens when somebody tries.
"""

import mmap
import os
import resource
import socket
from collections.abc import Callable

Attempt = Callable[[str, int], None]


def probe(secret: str, parent: int) -> dict[str, bool]:
    """Try everything. Returns what was possible, by name.

    `secret` is the path of a file that nobody here should know of, `parent` a process to be left alone.
    """
    return {name: _is_possible(attempt, secret, parent) for name, attempt in ATTEMPTS.items()}


def _is_possible(attempt: Attempt, secret: str, parent: int) -> bool:
    try:
        attempt(secret, parent)
    except ConnectionRefusedError:
        return True  # nobody listened, but the attempt went out
    except FileNotFoundError:
        return attempt is _start_a_program  # it was looked for
    except (OSError, ValueError, MemoryError):
        return False
    return True


def _read_a_file(secret: str, _parent: int) -> None:
    with open(secret, "rb") as file:
        file.read(1)


def _list_a_folder(secret: str, _parent: int) -> None:
    os.listdir(os.path.dirname(secret))


def _write_a_file(secret: str, _parent: int) -> None:
    os.close(os.open(secret + ".probe", os.O_WRONLY | os.O_CREAT | os.O_EXCL))
    os.unlink(secret + ".probe")


def _use_the_network(_secret: str, _parent: int) -> None:
    with socket.socket() as connection:
        connection.connect(("127.0.0.1", 9))


def _fork(_secret: str, _parent: int) -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _start_a_program(secret: str, _parent: int) -> None:
    os.execv(secret + ".no-such-program", ["no-such-program"])


def _signal_others(_secret: str, parent: int) -> None:
    os.kill(parent, 0)


def _raise_a_limit(_secret: str, _parent: int) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most if most == resource.RLIM_INFINITY else most + 10))


def _take_memory(_secret: str, _parent: int) -> None:
    mmap.mmap(-1, 4 * 1024**3).close()


def _look_whether_a_file_exists(secret: str, _parent: int) -> None:
    os.stat(secret)


ATTEMPTS = {
    "read files": _read_a_file,
    "list folders": _list_a_folder,
    "write files": _write_a_file,
    "use the network": _use_the_network,
    "fork": _fork,
    "start programs": _start_a_program,
    "signal other processes": _signal_others,
    "raise its limits": _raise_a_limit,
    "take 4 GB of memory": _take_memory,
    "see whether a known file exists": _look_whether_a_file_exists,
}
