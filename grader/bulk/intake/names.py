"""Names that students have chosen: how they are shown, and how they are compared."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

MAX_SHOWN = 200  # characters of a path
MAX_KEY = 100  # characters of what a student is known by

# Joiners belong to how Persian and Hindi names are spelled; other invisible characters change how a line is read.
_JOINERS = "\u200c\u200d"
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def shown(text: str, limit: int = MAX_SHOWN) -> str:
    """`text` as one line that hides nothing and cannot be too long: what is invisible is written out."""
    if len(text) > 4 * limit:
        text = f"{text[: 2 * limit]}{text[-2 * limit :]}"
    line = "".join(_visible(character) for character in unicodedata.normalize("NFC", text))
    return line if len(line) <= limit else f"{line[: limit // 2]}…{line[-(limit // 2 - 1) :]}"


def shown_path(parts: Sequence[str]) -> str:
    """A path as people read it, with slashes."""
    return shown("/".join(parts))


def key_of(text: str) -> str:
    """`text` as what a student is known by: short, and still another one for another text."""
    line = shown(" ".join(text.split()), MAX_KEY)
    return line if "…" not in line else f"{line[: MAX_KEY - 9]}~{fingerprint(text)}"


def fingerprint(text: str) -> str:
    """Eight characters that tell long or strange texts apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def folded(text: str) -> str:
    """`text` for comparing, whatever its case, the way its accents are stored, and what is invisible in it."""
    visible = "".join(character for character in text if unicodedata.category(character) != "Cf")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", visible).casefold()).strip()


def words(text: str) -> tuple[str, ...]:
    """The words of a name in one order: "Doe, Jane" and "jane_doe" have the same."""
    return tuple(sorted(re.findall(r"[^\W_]+", folded(text))))


def squeezed(text: str) -> str:
    """A name without what is between its words, as Canvas writes it."""
    return "".join(re.findall(r"[^\W_]+", folded(text)))


def _visible(character: str) -> str:
    if unicodedata.category(character) not in _INVISIBLE or character in _JOINERS:
        return character
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
