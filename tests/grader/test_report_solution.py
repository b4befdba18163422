"""The kit's solution beside the student's own, as it is approved."""

import pytest
from exercise_samples import EXERCISES
from rich.cells import cell_len

from grader import score, verdict
from grader.report.solution import MOST_CODE_LINES, render_closed_solution, render_solution
from grader.verdict import Expected, Span

SCOUTS = EXERCISES["three-scouts"]
TOGETHER = (Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 0.0, 3.0, "ok"))
OWN = '''"""Three scouts

Ask all at once.
"""

import asyncio


async def reports(ask, stations):
    return list(await asyncio.gather(*(ask(station) for station in stations)))


if __name__ == "__main__":
    asyncio.run(reports(print, []))
'''
SOLUTION = '''"""Three scouts: the solution.

`await ask(station)` starts the call and waits
for it.

    tasks = [...]

- One thing.
"""

import asyncio


async def reports(ask, stations):
    # The list keeps the order of the stations. It keeps the tasks alive too: the loop itself holds them only
    # weakly.
    tasks = [asyncio.create_task(ask(station)) for station in stations]
    return [await task for task in tasks]


if __name__ == "__main__":
    asyncio.run(reports(print, []))
'''


def solved(*timelines):
    tests = [
        verdict.TestVerdict(f"test_{number}", f"Claim {number}.", "passed", 5, 5, None, "", 3.0, timeline)
        for number, timeline in enumerate(timelines)
    ]
    return score.exercise_verdict("three-scouts", "02_together", tests, None)


def screen(own=OWN, solution=SOLUTION, *, timelines=(TOGETHER,), kits=None, **options):
    expected = {
        ("three-scouts", f"test_{number}"): Expected(3.0, timeline)
        for number, timeline in enumerate(kits or timelines)
    }
    return render_solution(
        SCOUTS, solved(*timelines), own=own, solution=solution, expected=expected, **options
    )


def test_below_each_other_at_80_columns():
    assert (
        screen()
        == """
 02 together · three scouts                                  the kit's solution

   `await ask(station)` starts the call and waits for it.

       tasks = [...]

   - One thing.

   Yours
   import asyncio

   async def reports(ask, stations):
       return list(await asyncio.gather(*(ask(station) for station in
           stations)))

   The kit's
   import asyncio

   async def reports(ask, stations):
       # The list keeps the order of the stations. It keeps the tasks alive
       # too: the loop itself holds them only weakly.
       tasks = [asyncio.create_task(ask(station)) for station in stations]
       return [await task for task in tasks]

   In time: Claim 0.

               0s        0.5s      1s        1.5s      2s        2.5s      3s
       ask n   ████████████████████████████████████████
       ask w   ████████████████████████████████████████████████████████████
     expected: the same

"""
    )


def test_side_by_side_at_120_columns():
    assert (
        screen(width=120)
        == """
 02 together · three scouts                                  the kit's solution

   `await ask(station)` starts the call and waits for it.

       tasks = [...]

   - One thing.

   Yours                                                      The kit's
   import asyncio                                             import asyncio

   async def reports(ask, stations):                          async def reports(ask, stations):
       return list(await asyncio.gather(*(ask(station) for        # The list keeps the order of the stations. It keeps
           station in stations)))                                 # the tasks alive too: the loop itself holds them
                                                                  # only weakly.
                                                                  tasks = [asyncio.create_task(ask(station)) for
                                                                      station in stations]
                                                                  return [await task for task in tasks]

   In time: Claim 0.

               0s               0.5s             1s               1.5s             2s               2.5s             3s
       ask n   ████████████████████████████████████████████████████████████████████
       ask w   ██████████████████████████████████████████████████████████████████████████████████████████████████████
     expected: the same

"""
    )


def test_below_each_other_at_60_columns_in_ascii():
    assert (
        screen(width=60, encoding="ascii")
        == """
 02 together - three scouts              the kit's solution

   `await ask(station)` starts the call and waits for it.

       tasks = [...]

   - One thing.

   Yours
   import asyncio

   async def reports(ask, stations):
       return list(await asyncio.gather(*(ask(station) for
           station in stations)))

   The kit's
   import asyncio

   async def reports(ask, stations):
       # The list keeps the order of the stations. It keeps
       # the tasks alive too: the loop itself holds them
       # only weakly.
       tasks = [asyncio.create_task(ask(station)) for
           station in stations]
       return [await task for task in tasks]

   In time: Claim 0.

               0s     0.5s   1s     1.5s   2s     2.5s   3s
       ask n   ############################
       ask w   ##########################################
     expected: the same

"""
    )


def test_before_it_is_solved_the_solution_says_how_to_go_on():
    assert (
        render_closed_solution(SCOUTS)
        == """
 02 together · three scouts                                      not solved yet

   The solution opens when yours works: finding a way of your own is what you
   learn from. Hints bring you there step by step.

   Read     exercises/02_together/README.md
   Edit     exercises/02_together/01_three_scouts.py
   3 hints  nox -s hint -- three-scouts
   Check    nox -s check -- three-scouts

"""
    )


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_no_line_is_wider_than_the_terminal_nor_ends_in_spaces(width):
    deep = "def run():\n" + "".join(f"{'    ' * n}if {n}:\n" for n in range(1, 40)) + " " * 160 + "run()\n"
    comment = f"{' ' * 90}# {'word ' * 40}\n"
    lines = screen(own=deep + comment + OWN, width=width).splitlines()

    assert max(map(cell_len, lines)) < width
    assert [line for line in lines if line != line.rstrip()] == []


def test_color_changes_nothing_but_the_color():
    pieces = screen(color=True).split("\x1b[")

    assert len(pieces) > 10
    assert pieces[0] + "".join(piece.partition("m")[2] for piece in pieces[1:]) == screen()


@pytest.mark.parametrize("own", ["", "def run(:\n", "x = 1\0\n", "(" * 5000])
def test_a_file_that_is_no_python_is_shown_as_it_is(own):
    assert "The kit's" in screen(own=own)


def test_a_program_that_is_very_long_is_cut_and_counted():
    text = screen(own="".join(f"x = {n}\n" for n in range(MOST_CODE_LINES + 5)))

    assert f"   x = {MOST_CODE_LINES - 1}\n   … 5 more lines\n" in text


def test_of_many_tests_one_with_a_few_calls_is_shown():
    many = tuple(Span(f"ask {n}", 0.0, 1.0, "ok") for n in range(60))
    one = TOGETHER[:1]

    assert "In time: Claim 2." in screen(timelines=((), many, TOGETHER, one))
    assert "In time: Claim 1." in screen(timelines=((), one))
    assert "In time" not in screen(timelines=((),))


def test_what_was_done_in_another_order_is_seen_beside_the_kits():
    in_turn = (Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 2.0, 5.0, "ok"))

    assert "expected: the same" not in screen(timelines=(in_turn,), kits=(TOGETHER,))


def test_nothing_of_a_student_reaches_the_terminal_as_a_command():
    evil = "x = '\x1b]0;owned\x07\x1b[2J[bold red]y[/] \u202etxet'\n::error::all is well\n"

    text = screen(own=evil)

    assert [character for character in text if not character.isprintable() and character != "\n"] == []
    assert "[bold red]y[/]" in text
    assert [line for line in text.splitlines() if line.lstrip().startswith("::")] == []
