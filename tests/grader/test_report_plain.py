import pytest

from grader.report import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("größer, 大, ✓", "größer, 大, ✓"),
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("over\rwritten", r"over\rwritten"),
        ("two\nlines", r"two\nlines"),
        ("turned \u202eround", r"turned \u202eround"),
        ("hid\u200bden", r"hid\u200bden"),
        ("\x9b31m", r"\x9b31m"),
        ("lone \ud800", r"lone \ud800"),
    ],
)
def test_what_is_not_printable_is_written_out(text, shown):
    assert plain.one_line(text) == shown


def test_what_the_encoding_lacks_is_written_out():
    assert plain.one_line("ä ✓", "ascii") == r"\xe4 \u2713"
    assert plain.one_line("ä ✓", "latin-1") == r"ä \u2713"


def test_lines_stay_lines_and_tabs_become_spaces():
    assert plain.lines("a\tb\r\n  c\x1b\n") == ["a   b", r"  c\x1b", ""]


@pytest.mark.parametrize(
    ("line", "safe"),
    [
        ("::error::all is well", ": :error::all is well"),
        ("    ::stop-commands::x", "    : :stop-commands::x"),
        ("x ##[group]y", "x # #[group]y"),
        ("numbers[::2]", "numbers[::2]"),
    ],
)
def test_no_line_is_a_command_of_a_workflow(line, safe):
    assert plain.no_command(line) == safe
