"""Names of files for students: students choose what they are called, and file systems are particular."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

MOST_BYTES = 80  # a file system takes 255, with the ending

_ALSO_ALLOWED = frozenset("._-@+")
# Windows takes these for devices, whatever ending follows.
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
}


def file_stems(keys: Iterable[str]) -> dict[str, str]:
    """A name without an ending for each key. Names that differ only by case, or by how a letter is put together, are
    one name to some systems: here they differ by more. A name that is not the key itself carries a part of the key's
    SHA-256."""
    stems: dict[str, str] = {}
    taken: set[str] = set()
    for key in keys:
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        readable = _readable(key)
        candidates = [f"{readable}-{digest[:8]}", f"{readable}-{digest}"]
        if readable == key:
            candidates.insert(0, key)
        stem = next((name for name in candidates if _folded(name) not in taken), digest)
        taken.add(_folded(stem))
        stems[key] = stem
    return stems


def _readable(key: str) -> str:
    """What can stay of a key: letters and digits of any script, and a few signs."""
    normal = unicodedata.normalize("NFC", key[: 4 * MOST_BYTES])
    kept = "".join(sign if sign.isalnum() or sign in _ALSO_ALLOWED else "_" for sign in normal)
    kept = kept.lstrip("._-@+").rstrip(".")
    kept = kept.encode("utf-8")[:MOST_BYTES].decode("utf-8", "ignore").rstrip(".")
    if kept.partition(".")[0].casefold() in _DEVICES:
        kept = f"_{kept}"
    return kept or "student"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
