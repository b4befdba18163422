"""How frames reach the other side: in memory, or through a pair of file descriptors."""

from __future__ import annotations

import math
import os
import queue
from collections.abc import Callable

from grader.sim import wire
from grader.sim.endings import Crash, Ending, Nonsense
from grader.sim.messages import Frame

READ_SIZE = 65536  # bytes


class MemoryChannel:
    """One end of a border between two threads of one process."""

    def __init__(self) -> None:
        self._inbox: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._far = self
        self._decoder = wire.Decoder()

    @classmethod
    def pair(cls) -> tuple[MemoryChannel, MemoryChannel]:
        """Two ends, joined."""
        one, other = cls(), cls()
        one._far, other._far = other, one
        return one, other

    def send(self, frame: Frame) -> None:
        self._far._inbox.put(wire.encode(frame))

    def receive(self) -> Frame:
        while (frame := self._decoder.next_frame()) is None:
            data = self._inbox.get()
            if not data:
                raise Crash("the other side is gone")
            self._decoder.feed(data)
        return frame

    def close(self) -> None:
        """Tell the other end that this one is gone."""
        self._far._inbox.put(b"")


class PipeChannel:
    """One end of a border between two processes: blocking reads and writes of two file descriptors.

    `gone` makes the Ending for when the other process is no longer there: its owner may know more than that.
    `most` is how many bytes may be received in all: what arrives is kept.
    """

    def __init__(
        self,
        read_fd: int,
        write_fd: int,
        gone: Callable[[], Ending] = lambda: Crash("the other process is gone"),
        most: float = math.inf,
    ) -> None:
        self._read_fd = read_fd
        self._write_fd = write_fd
        self._gone = gone
        self._left = most
        self._decoder = wire.Decoder()

    def send(self, frame: Frame) -> None:
        data = memoryview(wire.encode(frame))
        try:
            while data:
                data = data[os.write(self._write_fd, data) :]
        except OSError:
            raise self._gone() from None

    def receive(self) -> Frame:
        try:
            while (frame := self._decoder.next_frame()) is None:
                data = os.read(self._read_fd, READ_SIZE)
                if not data:
                    raise self._gone()
                self._left -= len(data)
                if self._left < 0:
                    raise Nonsense("it sent more than any program of an exercise has to say")
                self._decoder.feed(data)
        except OSError:
            raise self._gone() from None
        except wire.Unreadable as unreadable:
            raise Nonsense(str(unreadable)) from None
        return frame

    def close(self) -> None:
        """Close both descriptors."""
        for fd in {self._read_fd, self._write_fd}:
            os.close(fd)
