"""The process: ``python -I -B grader/worker <mode> ...``, started by the judge and by nobody else.

The second word names layers of the sandbox that are to be left out, with commas: it is empty but for tests of tests.

``forking WITHOUT FD``: a warm parent. On the socket FD it gets a byte and a descriptor for each test, forks a child
that serves on this descriptor, and answers with the child's number; a number that it gets is a child to be
killed and reaped.

``single WITHOUT``: one worker on standard input and output, where there is no fork, or none that is safe.

``debugged WITHOUT READ WRITE``: one worker on two inherited descriptors (on Windows: handles). It has the terminal,
and no sandbox: somebody looks into it with a debugger.

The parent has loaded and patched everything before the first fork, which then costs about 2 ms.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> None:
    """Do as the command line says."""
    # With -I nothing but the standard library and the installed packages is on the path.
    kit = str(Path(__file__).resolve().parents[2])
    mode, without, *rest = sys.argv[1:]
    sys.path.insert(0, kit)
    from grader.worker import serving

    if mode == "debugged":
        from grader.worker import debugging

        debugging.serve(*map(_inherited, rest))
    sys.path.remove(kit)
    read_fd, write_fd = os.dup(0), os.dup(1)  # what the standard streams are now: warming up takes them away
    root = serving.warm_up(without.split(","))
    if mode == "forking":
        os.close(read_fd)
        os.close(write_fd)
        serving.fork_for_each_test(int(rest[0]), root)
    else:
        serving.serve(read_fd, write_fd, root)


def _inherited(word: str) -> int:
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.open_osfhandle(int(word), os.O_BINARY)
    return int(word)


main()
