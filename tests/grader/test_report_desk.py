"""The screens of the student's desk, as they are approved."""

import pytest
from exercise_samples import EXERCISES, ROOT
from rich.cells import cell_len

from grader.catalog import Catalog
from grader.desk.hints import Hints
from grader.report.desk import render_hints, render_list, render_next

CATALOG = Catalog(ROOT, tuple(EXERCISES.values()))
SCOUTS = EXERCISES["three-scouts"]
STANDING = {
    "cold-start": "solved",
    "never-awaited": "solved",
    "three-scouts": "begun",
    "no-permit-lost": "untouched",
}
TEXTS = (
    "`await ask(station)` does two things: it starts the call, and it waits for the answer.",
    "A coroutine object does nothing by itself, also when it sits in a list.",
    "First make a task for every station; only then await them.",
)


def board(**options):
    return render_list(CATALOG, STANDING, SCOUTS, **options)


def hints(count, *, is_new, **options):
    return render_hints(SCOUTS, Hints(TEXTS[:count], len(TEXTS), is_new=is_new), **options)


SCREENS = {
    "list": board,
    "next": lambda **options: render_next(SCOUTS, **options),
    "nothing left": lambda **options: render_next(None, **options),
    "hint": lambda **options: hints(2, is_new=True, **options),
    "hints": lambda **options: hints(3, is_new=False, **options),
}


# The board


def test_the_board_at_80_columns():
    assert (
        board()
        == """
 Overlap                                                          2 of 4 solved

 01 first steps                                                          2 of 2
   ✓ 1.1  cold start                                                     solved
   ✓ 1.2  never awaited                                                  solved

 02 together                                                             0 of 1
 → ◐ 2.1  three scouts                                                    begun

 03 sharing                                                              0 of 1
   · 3.5  no permit lost ★                                            not begun

   ★ a stretch: optional
   `nox -s next` says how to go on, `nox -s check` what each of them earns.

"""
    )


def test_the_board_at_60_columns_in_ascii():
    assert (
        board(width=60, encoding="ascii")
        == """
 Overlap                                      2 of 4 solved

 01 first steps                                      2 of 2
   + 1.1  cold start                                 solved
   + 1.2  never awaited                              solved

 02 together                                         0 of 1
 > ~ 2.1  three scouts                                begun

 03 sharing                                          0 of 1
   . 3.5  no permit lost *                        not begun

   * a stretch: optional
   `nox -s next` says how to go on, `nox -s check` what
   each of them earns.

"""
    )


def test_an_exercise_to_begin_with_is_next():
    standing = dict.fromkeys(EXERCISES, "untouched")

    text = render_list(CATALOG, standing, EXERCISES["cold-start"])

    assert " → · 1.1  cold start                                                       next\n" in text


# What comes next


def test_what_comes_next_at_80_columns():
    assert (
        render_next(SCOUTS)
        == """
 02 together · three scouts                                                 2.1

   create_task: start now, await later

   Read     exercises/02_together/README.md
   Edit     exercises/02_together/01_three_scouts.py
   3 hints  nox -s hint -- three-scouts
   Check    nox -s check -- three-scouts

"""
    )


def test_where_nothing_is_left_it_says_so():
    assert (
        render_next(None)
        == """
 Everything is solved. Each lesson says at its end where to read more.

"""
    )


# Hints


def test_a_new_hint_is_shown_alone():
    assert (
        hints(2, is_new=True)
        == """
 02 together · three scouts                                         hint 2 of 3

   A coroutine object does nothing by itself, also when it sits in a list.

   One more nox -s hint -- three-scouts
   Again    nox -s hint -- three-scouts --again

"""
    )


def test_the_first_hint_at_60_columns():
    assert (
        hints(1, is_new=True, width=60)
        == """
 02 together · three scouts                     hint 1 of 3

   `await ask(station)` does two things: it starts the
   call, and it waits for the answer.

   One more nox -s hint -- three-scouts

"""
    )


def test_the_last_hint_says_where_to_look_then():
    assert (
        hints(3, is_new=True)
        == """
 02 together · three scouts                                         hint 3 of 3

   First make a task for every station; only then await them.

   Again    nox -s hint -- three-scouts --again
   Read     exercises/02_together/README.md
   Check    nox -s check -- three-scouts

"""
    )


def test_when_all_were_shown_all_are_shown_again():
    assert (
        hints(3, is_new=False)
        == """
 02 together · three scouts                                        3 of 3 hints

   1 `await ask(station)` does two things: it starts the call, and it waits for
     the answer.

   2 A coroutine object does nothing by itself, also when it sits in a list.

   3 First make a task for every station; only then await them.

   These are all the hints. What helps now is the lesson, and what a check
   measures:

   Read     exercises/02_together/README.md
   Check    nox -s check -- three-scouts

"""
    )


def test_hints_that_were_seen_are_shown_again():
    assert (
        hints(2, is_new=False)
        == """
 02 together · three scouts                                        2 of 3 hints

   1 `await ask(station)` does two things: it starts the call, and it waits for
     the answer.

   2 A coroutine object does nothing by itself, also when it sits in a list.

   One more nox -s hint -- three-scouts

"""
    )


def test_no_hint_was_seen_yet():
    assert (
        hints(0, is_new=False)
        == """
 02 together · three scouts                                        0 of 3 hints

   First    nox -s hint -- three-scouts

"""
    )


# All of them


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_no_line_is_wider_than_the_terminal_nor_ends_in_spaces(screen, width, encoding):
    lines = SCREENS[screen](width=width, encoding=encoding).splitlines()

    paths = ("exercises/", "nox -s")  # not cut: they are there to be copied
    assert max(cell_len(line) for line in lines if not any(path in line for path in paths)) < width
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_color_changes_nothing_but_the_color(screen):
    pieces = SCREENS[screen](color=True).split("\x1b[")

    assert len(pieces) > 1 or screen == "nothing left"
    assert pieces[0] + "".join(piece.partition("m")[2] for piece in pieces[1:]) == SCREENS[screen]()


@pytest.mark.parametrize("screen", SCREENS)
def test_a_terminal_without_these_signs_gets_ascii(screen):
    assert SCREENS[screen](encoding="ascii").isascii()
