"""What a submission printed, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec


class Printed(msgspec.Struct, frozen=True):
    """What a submission printed in one test: (virtual seconds, text) pieces in order, and the bytes beyond the cap."""

    pieces: tuple[tuple[float, str], ...]
    dropped_bytes: int = 0


def printed_lines(pieces: Sequence[tuple[float, str]]) -> Iterator[tuple[float, str]]:
    """(virtual seconds, line) for each line: a line may come in pieces, and begins with the first of them."""
    begun: float | None = None
    line = ""
    for seconds, piece in pieces:
        first, *others = piece.replace("\r\n", "\n").split("\n")
        if begun is None:
            begun = seconds
        line += first
        for other in others:
            yield begun, line
            begun, line = seconds, other
        if not line:
            begun = None
    if line and begun is not None:
        yield begun, line
