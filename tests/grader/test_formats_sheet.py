"""A CSV file taken apart and put together again: the same bytes, but for the cells that were changed."""

import csv
import io
import random

import pytest

from grader.formats.sheet import Unreadable, read_sheet

PIECES = ["a", "", "ä", '"', '""', ",", ";", "\n", "\r\n", "\r", '"x,y"', '"a\nb"', "1,5", "\u2028", '"u']


def random_texts():
    chance = random.Random(7)
    for _ in range(400):
        yield "a,b,c\n" + "".join(chance.choices(PIECES, k=chance.randrange(1, 12)))


def test_what_is_not_changed_keeps_every_byte():
    for text in random_texts():
        content = text.encode()
        assert read_sheet(content).with_values({}) == content


def test_the_cells_are_those_of_the_csv_module():
    for text in random_texts():
        rows = [list(row.values()) for row in read_sheet(text.encode()).rows]
        # The csv module gives no cell for an empty line.
        assert [row for row in rows if row != [""]] == [
            row for row in csv.reader(io.StringIO(text, newline="")) if row and row != [""]
        ]


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbfa,b\r\n\xff\xfe,2\r\n", b"a;b\n1;2", b"a\tb\r1\t2\r", b'a,"b"\n\n']
)
def test_marks_of_the_encoding_line_ends_and_foreign_bytes_stay(content):
    assert read_sheet(content).with_values({}) == content


def test_a_changed_cell_is_quoted_where_it_was_or_where_it_must_be():
    sheet = read_sheet(b'a,b,c\n1,"2",3\n')

    assert sheet.with_values({(1, 0): "7", (1, 1): "8", (1, 2): "9,5"}) == b'a,b,c\n7,"8","9,5"\n'


def test_a_row_that_is_too_short_is_lengthened():
    assert read_sheet(b"a;b;c\n1\n").with_values({(1, 2): "x"}) == b"a;b;c\n1;;x\n"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf\n", "a,b".encode("utf-16"), b"PK\x03\x04\x00\x00"])
def test_what_is_no_csv_file_is_refused_with_the_next_step(content):
    with pytest.raises(Unreadable, match="Download it again"):
        read_sheet(content)
