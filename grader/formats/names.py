"""A person's name in parts, as far as it can be told."""

from __future__ import annotations


def first_and_last(name: str) -> tuple[str, str]:
    """("Jane", "Doe") of "Jane Doe" and of "Doe, Jane". A single word is a last name."""
    last, comma, first = name.partition(",")
    if not comma:
        first, _, last = name.strip().rpartition(" ")
    return first.strip(), last.strip()
