"""Files by path, as one zip: the same bytes from the same files."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Collection, Mapping
from pathlib import Path

BEGINNING = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier time; the real one would change the bytes


def pack(files: Mapping[str, bytes], programs: Collection[str] = ()) -> bytes:
    """A zip of `files`, by path. Those called `programs` can be started."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, BEGINNING)
            entry.external_attr = (0o755 if path in programs else 0o644) << 16
            entry.create_system = 3  # Unix, on Windows too
            archive.writestr(entry, files[path], zipfile.ZIP_DEFLATED, compresslevel=9)
    return packed.getvalue()


def unpack(content: bytes) -> dict[str, bytes]:
    """What is in a zip that `pack` has made. Raises ValueError where it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise ValueError(f"this is no whole zip: {error}") from None


def write_below(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` below `folder`, with the folders that they need."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
