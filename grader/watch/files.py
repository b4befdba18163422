"""Which files were saved: told by the system's file events, or by looking now and then.

Events only say when to look. What has changed is found by looking, so that all ways to save are the same: written in
place, put in the place of the old file, in one event or in five; and an event that is lost is made up for by the next
look.
"""

from __future__ import annotations

import hashlib
import stat
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Self, TypeAlias

from grader.practice import MAX_SOURCE
from grader.watch.decisions import GONE, Broken, Saved

POLL_EVERY = 0.2  # seconds
LOOK_EVERY = 1.0  # seconds, where events are expected
SETTLE = 0.3  # seconds: editors that take a file away put it back at once

_Stamp: TypeAlias = "tuple[int, ...] | None"


class Files:
    """Files by name, and what was seen of them last."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files
        self._stamps = {name: _stamp(file) for name, file in files.items()}
        self._unsettled: dict[str, float] = {}  # gone or empty, and since when

    def changed(self, now: float) -> list[Saved]:
        """What has changed since the last look. `now`: seconds of a clock that only grows.

        A file that is gone or empty may be one that is being written: it is told only when it stays so.
        """
        found = []
        for name, file in self._files.items():
            stamp = _stamp(file)
            if stamp != self._stamps[name]:
                self._stamps[name] = stamp
                self._unsettled[name] = now
            if name in self._unsettled:
                content = digest(file)
                if content not in {GONE, EMPTY} or now - self._unsettled[name] >= SETTLE:
                    del self._unsettled[name]
                    found.append(Saved(name, content))
        return found


class Watcher:
    """Calls `tell` from a thread of its own, for each file below `folder` that is saved. Use it in a `with` block."""

    def __init__(
        self, folder: Path, files: Mapping[str, Path], tell: Callable[[Saved | Broken], None], *, poll: bool
    ) -> None:
        self._files = Files(files)
        self._moments = _moments if poll else _moments_with_events
        self._folder = folder
        self._tell = tell
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watching files", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        try:
            for _ in self._moments(self._folder, self._stop):
                for saved in self._files.changed(time.monotonic()):
                    self._tell(saved)
        except Exception as error:  # noqa: BLE001 (the session raises it where it is seen)
            self._tell(Broken(error))


def digest(file: Path) -> str:
    """What tells one content of a file from another; GONE where there is none to read."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):  # a pipe would never end
            return GONE
        with file.open("rb") as opened:
            return hashlib.sha256(opened.read(MAX_SOURCE + 1)).hexdigest()
    except OSError:
        return GONE


EMPTY = hashlib.sha256(b"").hexdigest()


def _stamp(file: Path) -> _Stamp:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode


def _moments(_folder: Path, stop: threading.Event) -> Iterator[None]:
    """Each time to look, until `stop` is set."""
    yield
    while not stop.wait(POLL_EVERY):
        yield


def _moments_with_events(folder: Path, stop: threading.Event) -> Iterator[None]:
    """The same, sooner after something has happened below `folder`; where the system tells such things."""
    try:
        import watchfiles

        moments = watchfiles.watch(
            folder,
            stop_event=stop,
            watch_filter=None,
            debounce=100,
            step=20,
            rust_timeout=round(LOOK_EVERY * 1000),
            yield_on_timeout=True,
            force_polling=False,  # it would see one change a second
        )
        for _ in moments:
            yield
    except (ImportError, OSError):  # not installed; or no more watches to be had
        yield from _moments(folder, stop)
