"""Frames as bytes: a length of four bytes, big-endian, and msgpack.

Nothing here does I/O. Whatever arrives that is not a frame is an `Unreadable`: the other side may be hostile.
"""

from __future__ import annotations

import msgspec

from grader.sim.messages import Frame

MAX_FRAME = 8 * 1024 * 1024  # bytes
MAX_TRAFFIC = (
    16 * 1024 * 1024
)  # bytes that one side takes from the other in one test: what it keeps has an end
HEADER = 4  # bytes

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Frame)


class Unreadable(Exception):
    """The bytes are no frame."""


class TooLarge(Exception):
    """The frame to be sent is larger than `MAX_FRAME`."""


def encode(frame: Frame) -> bytes:
    """A frame as bytes, its length in front. Raises TooLarge."""
    body = _encoder.encode(frame)
    if len(body) > MAX_FRAME:
        raise TooLarge(f"{len(body):,} bytes, of at most {MAX_FRAME:,}")
    return len(body).to_bytes(HEADER, "big") + body


class Decoder:
    """Bytes in, frames out. The bytes may come in any pieces."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._taken = 0

    def feed(self, data: bytes) -> None:
        """Take in what has arrived. Raises Unreadable when it is more than anybody has to say in one test."""
        self._taken += len(data)
        if self._taken > MAX_TRAFFIC:
            raise Unreadable(f"it sent more than {MAX_TRAFFIC:,} bytes in one test")
        self._buffer += data

    def next_frame(self) -> Frame | None:
        """The next whole frame, or None: it needs more. Raises Unreadable."""
        buffer = self._buffer
        if len(buffer) < HEADER:
            return None
        length = int.from_bytes(buffer[:HEADER], "big")
        if length > MAX_FRAME:
            raise Unreadable(f"a frame of {length:,} bytes was announced; {MAX_FRAME:,} are allowed")
        end = HEADER + length
        if len(buffer) < end:
            return None
        body = bytes(buffer[HEADER:end])
        del buffer[:end]
        try:
            return _decoder.decode(body)
        except (msgspec.MsgspecError, RecursionError, ValueError, UnicodeDecodeError) as error:
            raise Unreadable(str(error)) from None
