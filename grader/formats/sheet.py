"""A CSV file of another system, of which single cells change, and every other byte stays.

The csv module gives the values of cells, and forgets how they were written: which were quoted, which line ends they
had. A file that an instructor uploads again should differ in its marks alone: so each cell is kept as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t")

_BOM = "\ufeff"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_QUOTED = r'"(?:[^"]++|"")*+(?:"|\Z)'


class Unreadable(Exception):
    """The bytes are no such file. The text says what to do."""


@dataclass(frozen=True)
class Row:
    """One record. Its cells are as they were written, quotes included; `end` is its line end, "" for the last one."""

    written: tuple[str, ...]
    end: str

    def values(self) -> tuple[str, ...]:
        """What the cells say."""
        return tuple(map(_value, self.written))


@dataclass(frozen=True)
class Sheet:
    """All records, the header first. `bom` is the mark of UTF-8 that some programs begin a file with."""

    bom: str
    delimiter: str
    rows: tuple[Row, ...]

    def with_values(self, changes: Mapping[tuple[int, int], str]) -> bytes:
        """The file, with new values by (row, column). A row that is too short for a column is lengthened."""
        rows = [list(row.written) for row in self.rows]
        for (row, column), value in changes.items():
            cells = rows[row]
            cells += [""] * (column + 1 - len(cells))
            cells[column] = self._cell(value, cells[column])
        text = "".join(
            self.delimiter.join(cells) + row.end for cells, row in zip(rows, self.rows, strict=True)
        )
        return (self.bom + text).encode("utf-8", "surrogateescape")

    def _cell(self, value: str, before: str) -> str:
        needs_quotes = any(sign in value for sign in f'{self.delimiter}"\r\n')
        return '"' + value.replace('"', '""') + '"' if needs_quotes or before.startswith('"') else value


def read_sheet(content: bytes) -> Sheet:
    """Take a file apart. Raises Unreadable.

    Bytes that are not UTF-8 stay as they are. The delimiter is the one that makes the most of the first line.
    """
    if content.startswith(_UTF_16) or b"\0" in content:
        raise Unreadable("This is not a CSV file in UTF-8. Download it again, or save it as “CSV UTF-8”.")
    text = content.decode("utf-8", "surrogateescape")
    bom = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    if not text.strip():
        raise Unreadable("The file is empty. Download it again.")
    delimiter = max(DELIMITERS, key=lambda sign: len(_row(text, 0, _cell_pattern(sign))[0].written))
    pattern = _cell_pattern(delimiter)
    rows, place = [], 0
    while place < len(text):
        row, place = _row(text, place, pattern)
        rows.append(row)
    return Sheet(bom, delimiter, tuple(rows))


def _cell_pattern(delimiter: str) -> re.Pattern[str]:
    """A cell, and what ends it. As in the csv module, quotes inside an unquoted cell are signs like others."""
    return re.compile(rf"((?:{_QUOTED})?[^{delimiter}\r\n]*)({delimiter}|\r\n|\r|\n|\Z)")


def _row(text: str, place: int, pattern: re.Pattern[str]) -> tuple[Row, int]:
    cells = []
    while found := pattern.match(text, place):
        cells.append(found[1])
        place = found.end()
        if found[2] in {"\r\n", "\r", "\n", ""}:
            return Row(tuple(cells), found[2]), place
    raise AssertionError("the pattern matches at any place")


def _value(written: str) -> str:
    if not written.startswith('"'):
        return written
    quoted = re.match(_QUOTED, written)
    assert quoted is not None
    inside = quoted[0][1:].removesuffix('"') if len(quoted[0]) > 1 else ""
    return inside.replace('""', '"') + written[quoted.end() :]
