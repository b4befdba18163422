"""The screens of what goes wrong: each as it was approved, and none wider or higher than the terminal."""

import re

import pytest
from failing_screens import SCREENS, WAYS, check_of, kit_of_scouts, screens, shown
from rich.cells import cell_len
from small_kit import Kit

USUAL = ("sequential", "wrong_value", "exception", "deadlock", "task_left", "broken_file", "not_begun")
COMMANDS = ("exercises/", "nox -s")  # not cut: they are there to be copied


@pytest.fixture(scope="module")
def kit(tmp_path_factory, workers):
    return kit_of_scouts(Kit(tmp_path_factory.mktemp("scouts"), workers))


@pytest.fixture(scope="module")
def checks(kit):
    """One check of each way to go wrong."""
    return {way: check_of(kit, way) for way in WAYS}


@pytest.mark.parametrize("way", WAYS)
def test_the_screen_is_as_it_was_approved(kit, checks, way):
    approved = (SCREENS / f"{way}.txt").read_text(encoding="utf-8")

    assert screens(kit, checks[way]) == approved, "tests/grader/failing_screens.py writes them anew"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(kit, checks, way, width, encoding):
    text = shown(kit, checks[way], width=width, encoding=encoding)

    lines = [line for line in text.splitlines() if not any(command in line for command in COMMANDS)]
    assert max(map(cell_len, lines)) < width
    assert [line for line in lines if line != line.rstrip()] == []
    assert text.isascii() or encoding == "utf-8"


@pytest.mark.parametrize("way", WAYS)
def test_color_changes_nothing_but_the_color(kit, checks, way):
    plain, colored = (shown(kit, checks[way], color=color) for color in (False, True))

    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


@pytest.mark.parametrize("way", USUAL)
def test_the_usual_screen_fits_a_terminal_of_24_lines(kit, checks, way):
    """Its first line is blank and may scroll away: the prompt needs one."""
    assert shown(kit, checks[way], width=80, height=24).count("\n") <= 25


@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_the_hidden_tests_source_is_shown(kit, checks, way):
    assert "secret" not in shown(kit, checks[way])
