"""Hidden tests of `predict-the-timeline`: the judge runs the four programs itself, in virtual time.

The programs are those of the stub's text. Students may edit the stub, so the judge has its own copy; the
one difference is `block`, which stands for `time.sleep`.
"""

import asyncio
from itertools import zip_longest

import pytest

from grader.sim.lockstep import run


def block(seconds):
    """What `time.sleep` is to a program: time passes, and nobody else on the loop runs."""
    asyncio.get_running_loop().advance(seconds)


async def job(say, number, seconds):
    say(f"start {number}")
    await asyncio.sleep(seconds)
    say(f"done {number}")


async def a(say):
    first = job(say, 1, 2)
    say("created")
    await first
    say("end")


async def b(say):
    first = job(say, 1, 2)
    second = job(say, 2, 2)
    say("created")
    await first
    await second
    say("end")


async def c(say):
    first = asyncio.create_task(job(say, 1, 2))
    second = asyncio.create_task(job(say, 2, 2))
    say("created")
    await first
    await second
    say("end")


async def d(say):
    first = asyncio.create_task(job(say, 1, 1))
    say("created")
    block(3)
    say("worked")
    await first
    say("end")


PROGRAMS = {"a": a, "b": b, "c": c, "d": d}


def observed(name):
    """The lines that a program prints, as (seconds, text)."""
    lines = []

    def say(text):
        lines.append((asyncio.get_running_loop().time(), text))

    run(PROGRAMS[name](say))
    return lines


def predicted(submission, name):
    """The lines that the student predicts for a program."""
    predictions = submission.predictions()
    assert isinstance(predictions, dict), (
        f"predictions() should return a plain dict, and returned {predictions!r}"
    )
    assert name in predictions, f"there is no prediction for program {name!r}"
    lines = predictions[name]
    well_formed = isinstance(lines, list) and all(
        isinstance(line, tuple) and len(line) == 2 for line in lines
    )
    assert well_formed, f"program {name!r}: expected a list of plain (time, text) tuples, got {lines!r}"
    assert lines, f"program {name!r}: the list of its lines is empty"
    return lines


def agree(name, yours, the_loops):
    """Compare line by line; stop at the first difference: the rest is left to think about."""
    for number, (your_line, line) in enumerate(zip_longest(yours, the_loops, fillvalue="nothing"), 1):
        assert your_line == line, (
            f"program {name}, line {number}: you say {your_line!r}, the loop says {line!r}"
        )


@pytest.mark.points(1)
@pytest.mark.public
def test_a_coroutine_object(submission):
    """Program a: one coroutine object, made first and awaited later."""
    agree("a", predicted(submission, "a"), observed("a"))


@pytest.mark.points(2)
def test_two_coroutine_objects(submission):
    """Program b: two coroutine objects, awaited one below the other."""
    agree("b", predicted(submission, "b"), observed("b"))


@pytest.mark.points(2)
def test_two_tasks(submission):
    """Program c: the same two jobs, as tasks."""
    agree("c", predicted(submission, "c"), observed("c"))


@pytest.mark.points(2)
def test_a_long_stretch_without_await(submission):
    """Program d: a task, and then three seconds without an await."""
    agree("d", predicted(submission, "d"), observed("d"))


@pytest.mark.points(1)
def test_when_each_program_ends(submission):
    """Only the last line counts here: when does each program end?"""
    for name in PROGRAMS:
        yours, the_loops = predicted(submission, name)[-1], observed(name)[-1]
        assert yours == the_loops, (
            f"program {name}, last line: you say {yours!r}, the loop says {the_loops!r}"
        )


@pytest.mark.points(2)
def test_the_order_of_the_lines(submission):
    """Times do not matter here: in which order do the lines of each program come?"""
    for name in PROGRAMS:
        yours = [text for _, text in predicted(submission, name)]
        agree(name, yours, [text for _, text in observed(name)])
