"""A misconception is recognised by what the failed tests have measured."""

import pytest

from grader.misconception import Symptom, alike, common, recognise, symptom
from grader.verdict import Span, TestVerdict

TRACE = {"tasks": 1, "locks": 0, "jobs": 0, "made_before": 1}


def failed(test="test_a", reason="assertion", message="took 6.0 s, expected 3.0 s", seconds=6.0, spans=()):
    return TestVerdict(test, "It works.", "failed", 0, 1, reason, message, seconds, spans)


def fingerprint(*verdicts, **trace):
    return tuple(symptom(verdict, TRACE | trace) for verdict in verdicts)


SIX = fingerprint(failed())
FIVE = fingerprint(failed(message="took 5.0 s, expected 3.0 s", seconds=5.0))


def test_what_behaves_like_a_known_one_is_recognised():
    assert recognise(SIX, {"five": FIVE, "six": SIX}) == "six"


def test_what_behaves_like_none_is_not_named():
    assert recognise(SIX, {"five": FIVE}) is None


def test_what_fails_nothing_is_not_named():
    assert recognise((), {"nothing": (), "six": SIX}) is None


def test_where_two_fit_none_is_named():
    assert recognise(SIX, {"one": SIX, "two": SIX}) is None


def test_where_two_fit_the_trace_decides():
    tasks = fingerprint(failed(), tasks=3)

    assert recognise(SIX, {"one": SIX, "two": tasks}) == "one"
    assert recognise(tasks, {"one": SIX, "two": tasks}) == "two"


def test_where_two_fit_and_the_trace_fits_neither_none_is_named():
    assert (
        recognise(fingerprint(failed(), tasks=9), {"one": SIX, "two": fingerprint(failed(), tasks=3)}) is None
    )


def test_the_trace_is_not_asked_where_one_fits():
    assert recognise(fingerprint(failed(), tasks=9), {"six": SIX}) == "six"


def test_another_test_that_fails_is_another_behaviour():
    assert recognise(fingerprint(failed(), failed("test_b")), {"six": SIX}) is None
    assert recognise(fingerprint(failed("test_b")), {"six": SIX}) is None


@pytest.mark.parametrize(
    "other",
    [
        failed(reason="hygiene"),
        failed(message="took 7.0 s, expected 3.0 s"),
        failed(seconds=7.0),
        failed(spans=(Span("ask n", 0.0, 2.0, "ok"),)),
    ],
    ids=["reason", "message", "seconds", "calls"],
)
def test_a_difference_in_one_thing_is_another_behaviour(other):
    assert recognise(fingerprint(other), {"six": SIX}) is None


# What differs from run to run


def test_what_two_runs_measure_differently_is_left_open():
    one = fingerprint(failed(message="got 'rain 17', expected 'rain 18'", seconds=1.0))
    two = fingerprint(failed(message="got 'rain 4', expected 'rain 5'", seconds=2.0))

    both = common(one, two)

    assert both is not None
    assert (both[0].message, both[0].seconds) == (None, None)
    assert both[0].shape == "got TEXT, expected TEXT"


def cut(shown):
    return fingerprint(failed(message=f"got {shown}…, expected []"))


def test_what_comes_after_a_value_that_was_cut_is_left_open():
    both = common(cut("['a 17', 'b 18', 'c 1"), cut("['a 1234', 'b 5"))

    assert both is not None
    assert recognise(cut("['a 1', 'b 2', 'c 3', 'd"), {"both": both}) == "both"
    assert (
        recognise(fingerprint(failed(message="got ['a 17', 'b 18'], expected []")), {"both": both}) == "both"
    )


def test_what_comes_before_a_cut_tells_apart():
    def known(shape):
        return {"known": (Symptom("test_a", "assertion", shape=shape),)}

    assert recognise(cut("['a', 'b', 'c"), known("got [TEXT, TEXT, …")) == "known"
    assert recognise(cut("['a', 'b', 'c"), known("got [N, N, …")) is None
    assert recognise(cut("['a', 'b', 'c"), known("got [TEXT], expected []")) is None


def test_what_is_left_open_fits_all():
    open_message = (Symptom("test_a", "assertion", shape="took N s, expected N s", seconds=6.0),)

    assert recognise(SIX, {"six": open_message}) == "six"
    assert recognise(FIVE, {"six": open_message}) is None


def test_two_runs_in_which_other_tests_fail_have_nothing_in_common():
    assert common(SIX, fingerprint(failed("test_b"))) is None
    assert common(SIX, fingerprint(failed(reason="deadlock"))) is None
    assert common(SIX, ()) is None


def test_two_equal_runs_have_all_in_common():
    assert common(SIX, SIX) == SIX


# What counts for nothing


@pytest.mark.parametrize("reason", ["deadlock", "hygiene", "hang"])
def test_names_of_a_submission_s_own_functions_count_for_nothing(reason):
    one = fingerprint(failed(reason=reason, message="worker, line 3, waits for Event.wait()"))
    two = fingerprint(failed(reason=reason, message="helper, line 30, waits for Queue.get()"))

    assert recognise(one, {"two": two}) == "two"


def test_lines_and_functions_in_an_error_count_for_nothing():
    one = fingerprint(
        failed(reason="exception", message="it raised KeyError: 'a' (a.py, line 3, in reports)")
    )
    two = fingerprint(failed(reason="exception", message="it raised KeyError: 'a' (b.py, line 9, in helper)"))

    assert recognise(one, {"two": two}) == "two"


@pytest.mark.parametrize(
    "message",
    [
        "it raised UnboundLocalError: cannot access local variable '{}' where it is not associated with a value",
        "it raised NameError: name '{}' is not defined",
        "got (<coroutine object make.<locals>.{}>, 3), expected (1, 3)",
        "got [<{} of the submission>], expected ['blue']",
    ],
)
def test_what_a_submission_calls_its_things_counts_for_nothing(message):
    one, two = (
        fingerprint(failed(reason="exception", message=message.format(name))) for name in ("conn", "c")
    )

    assert recognise(one, {"two": two}) == "two"


def test_the_line_that_blocked_counts_for_nothing():
    blocked = "took 6.0 s, expected 3.0 s\nline {} blocked the event loop for 2 s: nothing else could run"
    one, two = (fingerprint(failed(message=blocked.format(line))) for line in (3, 30))

    assert recognise(one, {"two": two}) == "two"


def test_the_order_of_calls_at_one_moment_counts_for_nothing():
    here, there = Span("ask n", 0.0, 2.0, "ok"), Span("store x", 0.0, 1.0, "ok")

    assert fingerprint(failed(spans=(here, there))) == fingerprint(failed(spans=(there, here)))


def test_arguments_of_calls_count_for_nothing():
    one = fingerprint(failed(spans=(Span("ask n", 0.0, 2.0, "ok"),)))
    two = fingerprint(failed(spans=(Span("ask w", 0.0, 2.0, "ok"),)))

    assert one == two


# Which are alike


def test_fingerprints_that_nothing_tells_apart_are_alike():
    assert alike({"one": SIX, "two": SIX, "five": FIVE}) == [("one", "two")]


def test_fingerprints_with_another_trace_are_not_alike():
    assert alike({"one": SIX, "two": fingerprint(failed(), locks=1)}) == []


def test_files_that_cannot_be_loaded_for_different_reasons_are_not_alike():
    def loaded(message):
        return symptom(failed(reason="load", message=message), {})

    wrong_kind = loaded(
        "`serve` in 01_cold_start.py must be a plain function: `def serve()`, without `async`."
    )

    same_kind = loaded("`serve` in mine.py must be a plain function: `def serve()`, without `async`.")
    assert recognise((same_kind,), {"async-serve": (wrong_kind,)}) == "async-serve"
    broken = loaded(
        "mine.py, line 3: Python cannot read it: invalid syntax. Mend that line, or the one before it."
    )
    assert recognise((broken,), {"async-serve": (wrong_kind,)}) is None
