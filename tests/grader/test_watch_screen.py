"""The pictures of watch mode, as they were approved by eye."""

from exercise_samples import EXERCISES
from rich.cells import cell_len
from watch_samples import SCOUTS, SOLVED, TITLES, after, checked, state

from grader.desk.news import News
from grader.watch.decisions import GONE, Compared, Listed, Pressed, Saved, Trouble
from grader.watch.screen import Style, picture


def seen(known, *, width=80, height=None, color=False, encoding="utf-8", **options):
    return picture(known, Style(width, height, color, encoding), "12:00:00", **options)


BEGUN = after(state(), checked("order", "none"))


def test_the_first_picture_at_80_columns():
    assert (
        seen(BEGUN)
        == """
 02 together · three scouts                                     10 of 20 points

   ✓ All reports come back in the order asked.
   ✗ Three stations of 2, 3 and 1 s report after 3 s, not 6 s.
       took 6.0 s, expected 3.0 s

               0s        1s        2s        3s        4s        5s        6s
       ask n   ████████████████████
       ask w                       ██████████████████████████████
       ask e                                                     ██████████
     expected
       ask n   ████████████████████
       ask w   ██████████████████████████████
       ask e   ██████████

   ✗ A hundred stations take no longer than one.
   ✓ Without stations there is nothing to wait for.

   Read     exercises/02_together/README.md
   Edit     exercises/02_together/01_three_scouts.py

 12:00:00  Save 01_three_scouts.py to check it again.
 n skip   h hint   l list   r rerun   q quit
"""
    )


def test_a_screen_of_24_lines_shows_one_test_in_full_and_counts_the_others():
    assert (
        seen(BEGUN, height=24)
        == """
 02 together · three scouts                                     10 of 20 points

   ✓ All reports come back in the order asked.
   ✗ Three stations of 2, 3 and 1 s report after 3 s, not 6 s.
       took 6.0 s, expected 3.0 s

               0s        1s        2s        3s        4s        5s        6s
       ask n   ████████████████████
       ask w                       ██████████████████████████████
       ask e                                                     ██████████
     expected
       ask n   ████████████████████
       ask w   ██████████████████████████████
       ask e   ██████████

   ✗ A hundred stations take no longer than one.
   ✓ Without stations there is nothing to wait for.

   Read     exercises/02_together/README.md
   Edit     exercises/02_together/01_three_scouts.py

 12:00:00  Save 01_three_scouts.py to check it again.
 n skip   h hint   l list   r rerun   q quit
"""
    )
    assert seen(BEGUN, height=24).count("\n") <= 24


def test_what_is_new_after_a_save_at_60_columns():
    assert (
        seen(after(BEGUN, checked("order", "time", "none")), width=60)
        == """
 02 together · three scouts                 15 of 20 points

   Before: 10 of 20 points.

   ✓ 2 tests pass, as before.
   ✓ Three stations of 2, 3 and 1 s report after 3 s, not 6
     s. (new)
   ✗ A hundred stations take no longer than one.
       took 6.0 s, expected 3.0 s

               0s     1s     2s     3s     4s     5s     6s
       ask n   ██████████████
       ask w                 █████████████████████
       ask e                                      ███████

   Read     exercises/02_together/README.md
   Edit     exercises/02_together/01_three_scouts.py

 12:00:00  Save 01_three_scouts.py to check it again.
 n skip   h hint   l list   r rerun   q quit
"""
    )


def test_what_has_passed_before_at_120_columns():
    assert (
        seen(after(BEGUN, checked("none")), width=120)
        == """
 02 together · three scouts                                      5 of 20 points

   Before: 10 of 20 points.

   ✗ All reports come back in the order asked. (passed before)
       took 6.0 s, expected 3.0 s

               0s      0.5s    1s      1.5s    2s      2.5s    3s      3.5s    4s      4.5s    5s      5.5s    6s
       ask n   ████████████████████████████████
       ask w                                   ████████████████████████████████████████████████
       ask e                                                                                   ████████████████

   ✗ Three stations of 2, 3 and 1 s report after 3 s, not 6 s.
   ✗ A hundred stations take no longer than one.
   ✓ Without stations there is nothing to wait for.

   Read     exercises/02_together/README.md
   Edit     exercises/02_together/01_three_scouts.py

 12:00:00  Save 01_three_scouts.py to check it again.
 n skip   h hint   l list   r rerun   q quit
"""
    )


def test_nothing_new_in_ascii():
    assert (
        seen(after(BEGUN, checked("order", "none")), height=24, encoding="ascii")
        == """
 02 together - three scouts                                     10 of 20 points

   Nothing has changed.

   + 2 tests pass, as before.
   x Three stations of 2, 3 and 1 s report after 3 s, not 6 s.
       took 6.0 s, expected 3.0 s

               0s        1s        2s        3s        4s        5s        6s
       ask n   ####################
       ask w                       ##############################
       ask e                                                     ##########
     expected
       ask n   ####################
       ask w   ##############################
       ask e   ##########

   x A hundred stations take no longer than one.

 12:00:00  Save 01_three_scouts.py to check it again.
 n skip   h hint   l list   r rerun   q quit
"""
    )


def test_hints_stand_below_the_exercise():
    assert seen(after(BEGUN, Pressed("h"), Pressed("h")), height=24).endswith(
        """   Hint 1 of 3
   one

   Hint 2 of 3
   two

 12:00:00  Save 01_three_scouts.py to check it again.
 n skip   h next hint   l list   b back   r rerun   q quit
"""
    )


def test_what_is_solved_is_celebrated_and_n_leads_on():
    news = News((SCOUTS,), ("02_together",), is_complete=False, next=None)

    assert (
        seen(after(BEGUN, checked(*TITLES, news=news)))
        == """
 02 together · three scouts                                     20 of 20 points

   Before: 10 of 20 points.

   ✓ 2 tests pass, as before.
   ✓ Three stations of 2, 3 and 1 s report after 3 s, not 6 s. (new)
   ✓ A hundred stations take no longer than one. (new)

   Solved. Well done.
   Chapter 02 together is complete.

   Next     1.1 cold start
   Read     exercises/01_first_steps/README.md
   Edit     exercises/01_first_steps/01_cold_start.py

 12:00:00  Save 01_three_scouts.py to check it again.
 n next   s solution   l list   r rerun   q quit
"""
    )


def test_colours_say_nothing_that_the_text_does_not():
    known = after(BEGUN, checked("order", "time", "none"))
    colored = seen(known, width=60, color=True)

    assert "\x1b[32m✓\x1b[0m 2 tests pass" in colored
    assert "\x1b[1mn\x1b[0m skip" in colored


def test_the_list_points_at_the_exercise_that_is_watched():
    standing = dict.fromkeys(EXERCISES, "untouched") | {SCOUTS.slug: "begun"}

    shown = seen(after(BEGUN, Listed(standing)))

    assert "\n → ◐ 2.1  three scouts " in shown
    assert shown.endswith(" n skip   h hint   b back   r rerun   q quit\n")


def test_the_solution_stands_beside_the_students_own():
    shown = seen(after(state(), SOLVED, Compared("own = 1\n", "theirs = 2\n")), width=120)

    assert "own = 1" in shown
    assert "theirs = 2" in shown


def test_notes_say_what_is_different_from_what_the_student_may_think():
    known = after(
        BEGUN, Saved(SCOUTS.slug, GONE), Saved("cold-start", "new"), Trouble("It\x1b[2J cannot be written.")
    )

    shown = seen(known)

    assert " It\\x1b[2J cannot be written.\n" in shown
    assert " exercises/02_together/01_three_scouts.py is not there." in shown
    assert " You have saved 1.1 cold start; this is 2.1 three scouts.\n" in shown
    assert "g go there" in shown


def test_without_keys_the_way_out_is_named():
    assert seen(BEGUN, has_keys=False).endswith(
        " Standard input is no terminal, so there are no keys. Ctrl-C ends the watch.\n"
    )


def test_before_the_first_check_there_are_keys():
    assert seen(after(state(), Saved(SCOUTS.slug, GONE))).endswith(" r rerun   q quit\n")


def test_no_line_is_wider_than_the_terminal():
    for known in (BEGUN, after(BEGUN, Pressed("h")), after(BEGUN, Saved("cold-start", "new"))):
        for width in (60, 80, 120):
            assert max(map(cell_len, seen(known, width=width).split("\n"))) <= width
