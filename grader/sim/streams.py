"""Connections in memory: what asyncio's streams stand on, without sockets, in virtual time.

A `Transport` is one end. It behaves as that of a TCP connection: it buffers what cannot leave yet, and tells its
protocol when that is too much; after an end of file the other direction still works; what arrives at an end that was
closed breaks the connection. Its other end may be on the other side of the border: each end tells the other what
happens by one function, `arrive`.
"""

from __future__ import annotations

import asyncio
import errno
import math
from asyncio.transports import _FlowControlMixin
from collections.abc import Callable
from typing import Any, Literal

Event = Literal["data", "eof", "lost", "hold", "go on"]

PIECE = 0.1  # seconds that a piece of what is sent takes at most
WINDOW = 64 * 1024  # bytes that have arrived and are not read: more are not sent


class Transport(_FlowControlMixin):
    """One end of a connection. `rate`: how many bytes leave it in a second; the other end is told as they arrive.

    `most_buffered` is how many bytes have waited in it at the most, those on their way included.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, rate: float = math.inf) -> None:
        if not rate > 0:
            raise ValueError("a connection needs a rate above 0")
        super().__init__(loop=loop)
        self.tell: Callable[[Event, bytes], object] = _nobody_yet  # the other end
        self.most_buffered = 0
        self._loop = loop
        self._rate = rate
        self._piece = int(max(1, min(rate * PIECE, WINDOW)))
        self._protocol: Any = None
        self._buffer = bytearray()
        self._on_its_way: asyncio.TimerHandle | None = None
        self._held = False  # the other end's window is full
        self._wrote_eof = False
        self._inbox = bytearray()
        self._holds = False  # this end's window is full
        self._eof_arrived = False
        self._reads = True
        self._closing = False
        self._lost = False

    # --- for the protocol and the stream writer, as asyncio documents it

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        self._protocol = protocol

    def get_protocol(self) -> asyncio.BaseProtocol:
        return self._protocol  # type: ignore[no-any-return]

    def get_write_buffer_size(self) -> int:
        return len(self._buffer)

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if not isinstance(data, bytes | bytearray | memoryview):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._wrote_eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if self._lost:
            return
        self._buffer += data
        self._send()
        self.most_buffered = max(self.most_buffered, len(self._buffer))
        self._maybe_pause_protocol()  # type: ignore[attr-defined]

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        if self._closing or self._wrote_eof:
            return
        self._wrote_eof = True
        if not self._buffer:
            self.tell("eof", b"")

    def is_closing(self) -> bool:
        return self._closing

    def close(self) -> None:
        if self._closing:
            return
        self._closing = True
        if not self._buffer:
            self._end()

    def abort(self) -> None:
        if not self._lost:
            self._break(None)
            self.tell("lost", b"")

    def is_reading(self) -> bool:
        return self._reads and not self._closing

    def pause_reading(self) -> None:
        self._reads = False

    def resume_reading(self) -> None:
        self._reads = True
        self._loop.call_soon(self._receive)

    # --- for the other end

    def arrive(self, event: Event, data: bytes = b"") -> None:
        """What the other end tells: data that it has sent, its end of file, that the connection is lost; or that its
        window is full, and that it is free again."""
        match event:
            case "data" if self._lost:
                self.tell("lost", b"")
            case "data":
                self._inbox += data
                self._loop.call_soon(self._receive)
                if len(self._inbox) >= WINDOW and not self._holds:
                    self._holds = True
                    self.tell("hold", b"")
            case "eof":
                self._eof_arrived = True
                self._loop.call_soon(self._receive)
            case "lost":  # after what has arrived before
                error = ConnectionResetError(errno.ECONNRESET, "Connection reset by peer")
                self._loop.call_soon(self._break, error)
            case "hold":
                self._held = True
            case "go on":
                self._held = False
                self._send()
            case _:
                raise ValueError(f"nothing that happens to a connection: {event!r}")

    def forget(self) -> None:
        """Be over, without telling anybody."""
        self.tell = _nobody_yet
        self._closing = self._lost = True
        self._stop_sending()

    def _send(self) -> None:
        """Send what can leave now."""
        while self._buffer and self._on_its_way is None and not self._held:
            piece = bytes(self._buffer[: self._piece])
            if self._rate == math.inf:
                self._arrived(piece)
            else:
                self._on_its_way = self._loop.call_later(
                    len(piece) / self._rate, self._arrived_and_go_on, piece
                )

    def _arrived(self, piece: bytes) -> None:
        del self._buffer[: len(piece)]
        self.tell("data", piece)
        self._maybe_resume_protocol()  # type: ignore[attr-defined]
        if self._buffer:
            return
        if self._closing:
            self._end()
        elif self._wrote_eof:
            self.tell("eof", b"")

    def _arrived_and_go_on(self, piece: bytes) -> None:
        self._on_its_way = None
        self._arrived(piece)
        self._send()

    def _receive(self) -> None:
        """Let the protocol have what has arrived."""
        if not self.is_reading():
            return
        if self._inbox:
            data = bytes(self._inbox)
            self._inbox.clear()
            self._protocol.data_received(data)
            if self._eof_arrived:
                self._loop.call_soon(self._receive)
            if self._holds:
                self._holds = False
                self.tell("go on", b"")
        elif self._eof_arrived:
            self._eof_arrived = False
            if not self._protocol.eof_received():
                self.close()

    def _end(self) -> None:
        """All is sent, and it was closed."""
        if self._lost:
            return
        self._lost = True
        self.tell("eof", b"")
        self._loop.call_soon(self._protocol.connection_lost, None)

    def _break(self, error: Exception | None) -> None:
        if self._lost:
            return
        self._closing = self._lost = True
        self._stop_sending()
        self._loop.call_soon(self._protocol.connection_lost, error)

    def _stop_sending(self) -> None:
        self._buffer.clear()
        if self._on_its_way is not None:
            self._on_its_way.cancel()
            self._on_its_way = None


def streams(transport: Transport) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """The pair of streams that stands on a transport, as `asyncio.open_connection` returns it."""
    loop = transport._loop
    reader = asyncio.StreamReader(loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    transport.set_protocol(protocol)
    protocol.connection_made(transport)
    return reader, asyncio.StreamWriter(transport, protocol, reader, loop)


def _nobody_yet(_event: Event, _data: bytes) -> None:
    """The other end of a transport that has none."""
