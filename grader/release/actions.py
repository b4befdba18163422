"""What GitHub's runner reads in the log of a step: commands, and text in which it obeys none."""

from __future__ import annotations

import secrets
from collections.abc import Mapping


def quiet(text: str) -> str:
    """`text` as a part of the log in which GitHub obeys no line; nobody can guess the word that ends it."""
    token = secrets.token_hex(16)
    return f"::stop-commands::{token}\n{text}\n::{token}::\n"


def command(name: str, properties: Mapping[str, str], text: str) -> str:
    """A workflow command; what would end it, or one of its properties, is escaped as GitHub asks for."""
    described = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in properties.items())
    return f"::{name} {described}::{_escaped(text)}\n"


def _escaped(text: str, also: str = "") -> str:
    text = text.replace("%", "%25")  # first, or it would be escaped twice
    for character in "\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
