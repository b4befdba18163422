"""An authenticated, encrypted bundle: whoever lacks the key can neither read it nor make another one.

AES-256-GCM with a random nonce for each bundle (https://cryptography.io/en/latest/hazmat/primitives/aead/). What the
bundle belongs to, the manifest of its release, is authenticated with it: one bundle cannot stand in for another.
"""

from __future__ import annotations

import base64
import binascii
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"overlap/sealed/1\n"
VARIABLE = "OVERLAP_KEY"
KEY_BYTES, NONCE_BYTES = 32, 12


class SealError(Exception):
    """A bundle cannot be sealed or opened. The text says why, and what to do; it never holds the key."""


def new_key() -> str:
    """A key as people keep it: 44 characters of base64 for 256 random bits."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii")


def read_key(file: Path | None, environment: Mapping[str, str]) -> bytes | None:
    """The key in `file`, else in OVERLAP_KEY; None where neither is given. Raises SealError."""
    if file is not None:
        try:
            return _decoded(file.read_text(encoding="utf-8"), str(file))
        except (OSError, UnicodeDecodeError) as error:
            raise SealError(f"{file}: the key cannot be read: {error}. Give the file of the key.") from None
    if text := environment.get(VARIABLE, "").strip():
        return _decoded(text, VARIABLE)
    return None


def write_key(file: Path) -> bytes:
    """Make a new key, in a new file that only its owner can read. Raises SealError."""
    key = new_key()
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(f"{key}\n")
    except OSError as error:
        raise SealError(
            f"{file}: the new key cannot be written: {error.strerror}. Choose another place."
        ) from None
    return _decoded(key, str(file))


def seal(content: bytes, key: bytes, belongs_to: bytes) -> bytes:
    """`content`, encrypted, and bound to `belongs_to`. Raises SealError."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = _cipher(key).encrypt(nonce, content, MAGIC + belongs_to)
    return MAGIC + nonce + sealed


def unseal(sealed: bytes, key: bytes, belongs_to: bytes) -> bytes:
    """What was sealed with the same `key` and `belongs_to`. Raises SealError."""
    cipher = _cipher(key)
    from cryptography.exceptions import InvalidTag

    start = len(MAGIC)
    if not sealed.startswith(MAGIC):
        raise SealError(
            "The sealed tests are not in a form that this version knows. Use the kit that made them."
        )
    try:
        content = cipher.decrypt(
            sealed[start : start + NONCE_BYTES], sealed[start + NONCE_BYTES :], MAGIC + belongs_to
        )
    except (InvalidTag, ValueError):
        raise SealError(
            "The sealed tests cannot be opened: the key is another one, or the files of the release were changed. "
            "Use the key of this release, and its files as they were released."
        ) from None
    return content


def _decoded(text: str, place: str) -> bytes:
    try:
        key = base64.b64decode(text.strip().encode("ascii"), altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error):
        key = b""
    if len(key) != KEY_BYTES:
        raise SealError(
            f"{place}: this is no key. A key is 44 characters of base64; `release --key FILE` makes one."
        )
    return key


def _cipher(key: bytes) -> AESGCM:
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    except ImportError:
        raise SealError(
            "Sealed tests need the package cryptography: python -m pip install 'cryptography>=45'"
        ) from None
    return AESGCM(key)
