"""Files that are whole at any moment: the old one, or the new."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def write_atomically(file: Path, pieces: Iterable[bytes]) -> None:
    """Write `file` at once, whatever happens meanwhile. Raises OSError; `file` is then as it was."""
    new = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        with new.open("wb") as opened:
            opened.writelines(pieces)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
