"""What can be shown of a failed test beside its verdict. Nothing in here decides anything."""

from __future__ import annotations

import msgspec


class Place(msgspec.Struct, frozen=True):
    """A line of the submission: its number (0: none), what stands on it, and words that go on after "line 3"."""

    line: int
    source: str
    note: str

    @property
    def where(self) -> str:
        """Which line it is, and the note."""
        return (f"line {self.line}" if self.line else "") + self.note


class Evidence(msgspec.Struct, frozen=True):
    """What one failed test has seen.

    `call`: the call of the submission that the test made last, with its arguments, and `calls`: how many it made.
    `said`: the message, where `places` and `call` say the rest of it; else "", and the verdict's message is all.
    """

    call: str = ""
    calls: int = 0
    said: str = ""
    places: tuple[Place, ...] = ()

    @property
    def call_in_words(self) -> str:
        """The call, and which of several it was; empty where none was made."""
        return f"{self.call}  (call {self.calls})" if self.call and self.calls > 1 else self.call


class Located(BaseException):
    """An exception that knows lines of the submission. `said` is its text without them."""

    said = ""
    places: tuple[tuple[int, str], ...] = ()  # (line, note)

    def __init__(self, text: str = "", *, said: str = "", places: tuple[tuple[int, str], ...] = ()) -> None:
        super().__init__(text)
        self.said = said
        self.places = places
