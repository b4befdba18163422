"""What an editor does to debug a program: it speaks the Debug Adapter Protocol with debugpy."""

from __future__ import annotations

import contextlib
import json
import queue
import socket
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

GUARD = 45  # seconds: what is waited for comes, or the test fails


class EditorClient:
    """A session with one process, on the port where its adapter listens."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        connection.settimeout(None)  # who waits for an answer has a guard
        self._numbers = 0
        self._kept: list[dict[str, Any]] = []
        self._arriving: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def attach(self, settings: Mapping[str, Any], file: Path, line: int) -> None:
        """Attach, with one breakpoint, and let the process go."""
        self.ask("initialize", {"clientID": "test", "adapterID": "test"})
        self._send("attach", settings)
        self.event("initialized")
        self.ask("setBreakpoints", {"source": {"path": str(file)}, "breakpoints": [{"line": line}]})
        self.ask("configurationDone")

    def ask(self, command: str, arguments: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The body of the answer to a request."""
        number = self._send(command, arguments or {})
        answer = self._take(lambda message: message.get("request_seq") == number)
        assert answer["success"], answer
        return dict(answer.get("body") or {})

    def event(self, name: str) -> dict[str, Any]:
        """The body of the next event of this name."""
        return dict(self._take(lambda message: message.get("event") == name).get("body") or {})

    def close(self) -> None:
        with contextlib.suppress(OSError):  # the other end may have gone
            self._connection.shutdown(socket.SHUT_RDWR)
        self._reader.join()
        self._connection.close()

    def _send(self, command: str, arguments: Mapping[str, Any]) -> int:
        self._numbers += 1
        request = {"seq": self._numbers, "type": "request", "command": command, "arguments": arguments}
        data = json.dumps(request).encode()
        self._connection.sendall(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        return self._numbers

    def _take(self, fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        for message in self._kept:
            if fits(message):
                self._kept.remove(message)
                return message
        while not fits(message := self._arriving.get(timeout=GUARD)):
            self._kept.append(message)
        return message

    def _read(self) -> None:
        with self._connection.makefile("rb") as stream, contextlib.suppress(ConnectionError):
            while header := stream.readline():
                stream.readline()
                self._arriving.put(json.loads(stream.read(int(header.split(b":")[1]))))
