"""The box around the warm parent: a view of the file system in which nothing of the course exists (level 2).

bubblewrap (https://github.com/containers/bubblewrap) makes it, where it is installed and the system lets users
have their own namespaces. It costs about 20 ms, once. The network and System V objects are the box's own as well.
Process numbers are not: the judge has to find its workers.
"""

from __future__ import annotations

import shutil
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/etc/ld.so.cache")


def command(package: Path) -> list[str]:
    """The words to be put in front of the warm parent's command; none, where there is no bubblewrap.

    `package` is the kit's own package, which the parent has to load.
    """
    bubblewrap = shutil.which("bwrap")
    if bubblewrap is None or not sys.platform.startswith("linux"):
        return []
    words = [bubblewrap, "--unshare-user-try", "--unshare-ipc", "--unshare-net", "--unshare-uts"]
    words += ["--die-with-parent", "--tmpfs", "/", "--dev", "/dev", "--ro-bind", "/proc", "/proc"]
    for path in sorted(set(_needed(package))):  # a folder before what is in it
        if path.is_symlink() and path.parent == Path("/"):  # /lib, where it is a part of /usr
            words += ["--symlink", str(path.readlink()), str(path)]
        else:
            words += ["--ro-bind", str(path), str(path)]
    return [*words, "--chdir", "/", "--"]


def _needed(package: Path) -> Iterator[Path]:
    """What the parent reads: the system's libraries, Python, its packages, and the kit's own."""
    yield package
    for place in (sys.prefix, sys.base_prefix, sysconfig.get_path("purelib"), sysconfig.get_path("platlib")):
        yield Path(place)
    yield Path(sys.executable).resolve()
    yield from (path for name in SYSTEM if (path := Path(name)).exists())
