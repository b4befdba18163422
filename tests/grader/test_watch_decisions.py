"""What watch mode does next, by plain calls."""

import pytest
from exercise_samples import EXERCISES
from watch_samples import SCOUTS, SOLVED, after, checked, state

from grader.watch.decisions import (
    GONE,
    Broken,
    Compared,
    Do,
    HungUp,
    Listed,
    Pressed,
    Resized,
    Saved,
    Trouble,
    View,
    decide,
    offers,
)

COLD, NEVER, _, PERMIT = EXERCISES.values()


def done(known, *events):
    """What is to be done after the last of these events."""
    do = None
    for event in events:
        known, do = decide(known, event)
    return do


# Saves


def test_a_save_starts_a_check():
    assert done(state(), Saved(SCOUTS.slug, "new")) is Do.CHECK


def test_a_save_of_what_was_checked_already_starts_none():
    assert done(state(), checked(digest="same"), Saved(SCOUTS.slug, "same")) is Do.NOTHING


def test_a_save_during_a_check_starts_another():
    assert done(state(), checked(digest="old"), Saved(SCOUTS.slug, "new")) is Do.CHECK


def test_a_file_that_is_gone_is_said_to_be_gone_and_not_checked():
    known, do = decide(state(), Saved(SCOUTS.slug, GONE))

    assert known.is_gone
    assert do is Do.SHOW


def test_a_file_that_is_back_as_it_was_is_not_checked_again():
    known = after(state(), checked(digest="same"), Saved(SCOUTS.slug, GONE))

    known, do = decide(known, Saved(SCOUTS.slug, "same"))

    assert not known.is_gone
    assert do is Do.SHOW


def test_another_exercise_that_is_saved_is_offered_and_not_checked():
    known, do = decide(after(state(), checked()), Saved(COLD.slug, "new"))

    assert do is Do.SHOW
    assert "g" in offers(known)
    assert after(known, Pressed("g")).current == COLD


def test_another_file_that_is_gone_is_no_news():
    assert done(state(), Saved(COLD.slug, GONE)) is Do.NOTHING


# Checks


def test_a_check_shows_the_exercise_whatever_was_seen_before():
    assert after(state(), checked(), Listed({}), checked()).view is View.EXERCISE


def test_a_check_is_compared_with_the_one_before():
    known = after(state(), checked("order"), checked("order", "time"))

    assert known.before is not None
    assert known.before.points == 5


def test_the_first_check_of_an_exercise_is_compared_with_none():
    assert after(state(), SOLVED, Pressed("n"), checked()).before is None


def test_once_solved_is_solved():
    assert after(state(), SOLVED, checked()).is_solved


def test_trouble_is_shown_until_the_next_check():
    known = after(state(), Trouble("no room"))

    assert known.problem == "no room"
    assert after(known, checked()).problem == ""


# Keys


@pytest.mark.parametrize(("solved", "word"), [(False, "skip"), (True, "next")])
def test_n_goes_on_only_when_pressed(solved, word):
    known = after(state(), SOLVED if solved else checked())
    assert known.current == SCOUTS
    assert offers(known)["n"].word == word

    known, do = decide(known, Pressed("n"))

    assert (known.current, do) == (COLD, Do.CHECK)


def test_n_leads_to_what_was_left_out_and_to_a_stretch_last():
    assert after(state(solved=["cold-start"]), SOLVED, Pressed("n")).current == NEVER
    assert after(state(solved=["cold-start", "never-awaited"]), SOLVED, Pressed("n")).current == PERMIT


def test_there_is_no_n_where_nothing_is_left():
    known = after(state(solved=set(EXERCISES) - {SCOUTS.slug}), SOLVED)

    assert "n" not in offers(known)
    assert done(known, Pressed("n")) is Do.NOTHING


def test_h_shows_one_more_hint_each_time_and_has_it_kept():
    known, do = decide(after(state(), checked()), Pressed("h"))
    assert (known.view, known.hints_shown, do) == (View.HINTS, 1, Do.KEEP)

    assert after(known, Pressed("h")).hints_shown == 2


def test_h_shows_first_what_was_shown_before():
    known = after(state(hints={SCOUTS.slug: 2}), checked(), Pressed("h"))

    assert known.hints_shown == 2
    assert after(known, Pressed("h")).hints_shown == 3


def test_after_the_last_hint_there_is_no_h():
    assert "h" not in offers(after(state(), checked(), *[Pressed("h")] * 3))


def test_there_is_no_hint_to_what_is_solved():
    assert "h" not in offers(after(state(), SOLVED))


def test_the_solution_is_there_once_it_is_solved():
    assert "s" not in offers(after(state(), checked()))

    known = after(state(), SOLVED)
    assert done(known, Pressed("s")) is Do.COMPARE
    assert after(known, Compared("own", "the kit's")).view is View.SOLUTION


def test_there_is_no_solution_where_the_kit_has_none():
    assert "s" not in offers(after(state(has_solutions=False), SOLVED))


@pytest.mark.parametrize("key", ["b", "\x1b", "\r"], ids=["b", "Escape", "Enter"])
def test_there_is_a_way_back(key):
    listed = after(state(), checked(), Listed({}))

    assert after(listed, Pressed(key)).view is View.EXERCISE


@pytest.mark.parametrize(("key", "do"), [("r", Do.CHECK), ("l", Do.LIST), ("q", Do.QUIT), ("Q", Do.QUIT)])
def test_a_key_does_what_it_says(key, do):
    assert done(after(state(), checked()), Pressed(key)) is do


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_keys_that_end_programs_end_this_one(key):
    assert done(state(), Pressed(key)) is Do.QUIT


@pytest.mark.parametrize("key", ["x", "b", " ", "й", "\x00"])
def test_a_key_that_is_not_offered_does_nothing(key):
    known = after(state(), checked())

    assert decide(known, Pressed(key)) == (known, Do.NOTHING)


# The rest


def test_another_size_is_drawn_again():
    assert done(state(), Resized()) is Do.SHOW


def test_without_a_terminal_it_ends():
    assert done(state(), HungUp()) is Do.QUIT


def test_an_error_of_ours_comes_out():
    with pytest.raises(ZeroDivisionError):
        decide(state(), Broken(ZeroDivisionError()))
