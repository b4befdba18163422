import pytest
from exercise_samples import EXERCISES
from rich.cells import cell_len
from small_kit import PROJECT

from grader import score, verdict
from grader.catalog import load_catalog
from grader.desk.news import News
from grader.report.focus import exercise_to_show
from grader.report.printed import Printed
from grader.report.terminal import render_check
from grader.verdict import Expected, Isolation, Span

IN_TURN = (Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 2.0, 5.0, "ok"), Span("ask e", 5.0, 6.0, "ok"))
TOGETHER = (Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 0.0, 3.0, "ok"), Span("ask e", 0.0, 1.0, "ok"))


def passed(title="It holds.", points=5):
    return _test(title, "passed", points, points, None, "", 0.0, ())


def failed(title="It holds.", message="it did not", reason="assertion", seconds=0.0, timeline=(), of=5):
    return _test(title, "failed", 0, of, reason, message, seconds, tuple(timeline))


def not_written(title="It holds."):
    return failed(title, "`serve` is not written yet", "not-implemented")


def broken(message="the judge lost its worker"):
    return _test("It holds.", "error", 0, 5, None, message, 0.0, ())


def _test(title, *rest):
    return verdict.TestVerdict(f"test {title}", title, *rest)


def checked(slug, *tests, misconception=None):
    return score.exercise_verdict(slug, EXERCISES[slug].chapter, tests, misconception)


LOCKED = Isolation(1, ("process", "landlock"))


def report(*exercises, isolation=LOCKED, **options):
    """The report as text, without spaces at the ends of lines (there are none) and between two line ends."""
    return render_check(score.result(exercises, "0.1.0", isolation), EXERCISES, **options)


IN_TURN_CHECKED = checked(
    "three-scouts",
    passed("All three reports come back in the order asked.", 4),
    failed(
        "Three stations of 2, 3 and 1 s report after 3 s, not 6 s.",
        "took 6.0 s, expected 3.0 s",
        seconds=6.0,
        timeline=IN_TURN,
        of=6,
    ),
    misconception="sequential-await",
)
KNOWN = {
    "expected": {
        ("three-scouts", "test Three stations of 2, 3 and 1 s report after 3 s, not 6 s."): Expected(
            3.0, TOGETHER
        )
    },
    "explanations": {
        (
            "three-scouts",
            "sequential-await",
        ): "`await` starts the call and waits for it, so the second station is asked only\nwhen the first has answered."
    },
    "output": {
        ("three-scouts", "test Three stations of 2, 3 and 1 s report after 3 s, not 6 s."): Printed(
            (
                (0.0, "asking n\n"),
                (2.0, "asking "),
                (2.0, "w\n"),
            )
        )
    },
}
BOARD = (
    checked("cold-start", passed(points=10)),
    checked("never-awaited", not_written()),
    IN_TURN_CHECKED,
    checked("no-permit-lost", not_written()),
)


def test_the_whole_report_at_80_columns():
    assert (
        report(*BOARD, **KNOWN)
        == """
 Overlap                                                        14 of 30 points

 01 first steps
   ✓ 1.1  cold start                                                   10 of 10
   · 1.2  never awaited                                               not begun

 02 together
   ◐ 2.1  three scouts                                                  4 of 10

 03 sharing
   · 3.5  no permit lost (stretch)                                    not begun

 02 together · three scouts                                      4 of 10 points

   ✓ All three reports come back in the order asked.
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

   Your program printed:
       0.0 s  asking n
       2.0 s  asking w

   This behaves like sequential-await.
   `await` starts the call and waits for it, so the second station is asked
   only when the first has answered.

   Read     exercises/02_together/README.md
   Edit     exercises/02_together/01_three_scouts.py
   3 hints  nox -s hint -- three-scouts
   Check    nox -s check -- three-scouts

"""
    )


def test_one_exercise_at_60_columns_in_ascii():
    assert (
        report(IN_TURN_CHECKED, **KNOWN, width=60, encoding="ascii")
        == """
 02 together - three scouts                  4 of 10 points

   + All three reports come back in the order asked.
   x Three stations of 2, 3 and 1 s report after 3 s, not 6
     s.
       took 6.0 s, expected 3.0 s

               0s     1s     2s     3s     4s     5s     6s
       ask n   ##############
       ask w                 #####################
       ask e                                      #######
     expected
       ask n   ##############
       ask w   #####################
       ask e   #######

   Your program printed:
       0.0 s  asking n
       2.0 s  asking w

   This behaves like sequential-await.
   `await` starts the call and waits for it, so the second
   station is asked only when the first has answered.

   Read     exercises/02_together/README.md
   Edit     exercises/02_together/01_three_scouts.py
   3 hints  nox -s hint -- three-scouts
   Check    nox -s check -- three-scouts

"""
    )


@pytest.mark.parametrize("width", [40, 60, 80, 120, 300])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_no_line_is_wider_than_the_terminal_nor_ends_in_spaces(width, encoding):
    long = failed("A long title. " * 20, "what happened " * 40, seconds=6.0, timeline=IN_TURN)
    text = report(*BOARD, checked("no-permit-lost", long), **KNOWN, width=width, encoding=encoding)

    paths = ("exercises/", "nox -s")  # not cut: they are there to be copied
    lines = [line for line in text.splitlines() if not any(path in line for path in paths)]
    assert max(map(cell_len, lines)) < width
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_wide_terminal_has_a_wide_chart_and_text_that_is_easy_to_read():
    text = report(IN_TURN_CHECKED, **KNOWN, width=120)

    assert 100 < max(len(line) for line in text.splitlines() if "█" in line) < 120
    assert max(len(line) for line in text.splitlines() if "█" not in line and "0s" not in line) < 80


def test_color_changes_nothing_but_the_color():
    plain = report(*BOARD, **KNOWN)
    colored = report(*BOARD, **KNOWN, color=True)

    assert "\x1b[32m✓\x1b[0m" in colored
    assert _without_colors(colored) == plain


def _without_colors(text):
    pieces = text.split("\x1b[")
    return pieces[0] + "".join(piece.partition("m")[2] for piece in pieces[1:])


def test_the_environment_changes_nothing(monkeypatch):
    plain = report(*BOARD, **KNOWN)
    for name in ("FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE", "JUPYTER_COLUMNS"):
        monkeypatch.setenv(name, "1")

    assert report(*BOARD, **KNOWN) == plain


# What is shown in full


def test_a_stub_that_is_not_begun_is_an_invitation():
    assert (
        report(checked("never-awaited", not_written("The total comes back."), not_written("It is stored.")))
        == """
 01 first steps · never awaited                                  0 of 10 points

   create_task: start now, await later

   Not begun yet. What your program will do:
   · The total comes back.
   · It is stored.

   Read     exercises/01_first_steps/README.md
   Edit     exercises/01_first_steps/02_never_awaited.py
   3 hints  nox -s hint -- never-awaited
   Check    nox -s check -- never-awaited

"""
    )


def shown(*exercises):
    return exercise_to_show(score.result(exercises, "0.1.0", LOCKED), EXERCISES).slug


def test_what_was_begun_is_shown_before_what_was_not():
    assert shown(checked("cold-start", not_written()), checked("three-scouts", failed())) == "three-scouts"


def test_of_those_begun_the_first_is_shown():
    assert shown(checked("cold-start", failed()), checked("three-scouts", failed())) == "cold-start"


def test_a_stretch_is_shown_when_nothing_else_is_left():
    stretch = checked("no-permit-lost", not_written())

    assert shown(stretch, checked("three-scouts", not_written())) == "three-scouts"
    assert shown(stretch, checked("three-scouts", passed())) == "no-permit-lost"


def test_one_solved_exercise_says_how_to_go_on():
    assert (
        report(checked("cold-start", passed("The drink comes back.")))
        == """
 01 first steps · cold start                                      5 of 5 points

   ✓ The drink comes back.

   Solved. The others: nox -s check
   The kit's own way: solutions/01_first_steps/01_cold_start.py

"""
    )


def test_where_there_are_no_solutions_none_is_named():
    assert "solutions/" not in report(checked("cold-start", passed()), has_solutions=False)


def test_when_all_is_solved_the_board_says_so():
    text = report(*(checked(slug, passed()) for slug in EXERCISES))

    assert text.endswith(" 5 of 5\n\n Everything is solved.\n\n")


def test_when_all_that_was_checked_is_solved_the_board_says_no_more_than_that():
    text = report(checked("cold-start", passed()), checked("three-scouts", passed()))

    assert text.endswith(" 5 of 5\n\n All of these are solved.\n\n")


def test_our_own_failure_is_named_and_never_the_students():
    text = report(checked("cold-start", passed(), broken("the judge lost its worker\n  at step 3")))

    assert (
        text
        == """
 ! cold start could not be checked
   The kit itself failed here, not your program: this says nothing about your
   work, and gives no mark.
   ! It holds.
       the judge lost its worker
         at step 3
   Run `nox -s check -- cold-start` once more. If it fails again, send these
   lines and your file to whoever gave you this kit.

"""
    )


def test_on_the_board_our_failure_is_not_a_mark():
    assert "! 1.1  cold start                                                not checked" in report(
        checked("cold-start", broken()), checked("three-scouts", passed())
    )


@pytest.mark.parametrize("reason", ["load", "protocol"])
def test_where_nothing_ran_there_is_no_timeline(reason):
    tests = failed("It holds.", "line 3: the bracket is never closed", reason)
    expected = {("three-scouts", "test It holds."): Expected(3.0, TOGETHER)}

    assert "expected" not in report(checked("three-scouts", passed(), tests), expected=expected)


def test_only_the_first_failing_test_with_calls_has_its_timeline():
    text = report(
        checked(
            "three-scouts",
            failed("First.", "returned None"),
            failed("Second.", "took 6.0 s", seconds=6.0, timeline=IN_TURN),
            failed("Third.", "took 6.0 s", seconds=6.0, timeline=IN_TURN),
        )
    )

    assert text.index("Second.") < text.index("ask n") < text.index("Third.")
    assert text.count("ask n") == 1


def test_where_nothing_was_called_the_expected_calls_are_shown():
    text = report(
        checked("three-scouts", failed(message="got None")),
        expected={("three-scouts", "test It holds."): Expected(3.0, TOGETHER)},
    )

    assert "(nothing is called)" in text
    assert "ask w" in text


def test_a_file_that_was_named_is_the_file_to_edit():
    text = report(IN_TURN_CHECKED, file="mine/scouts.py")

    assert "Edit     mine/scouts.py" in text
    assert "01_three_scouts.py" not in text


# Where nobody has begun


NOT_BEGUN = tuple(checked(slug, not_written()) for slug in EXERCISES)
NOTHING_YET = News((), (), is_complete=False, next=EXERCISES["cold-start"])


def test_the_first_check_of_all_is_a_welcome_with_a_first_step():
    assert (
        report(*NOT_BEGUN, news=NOTHING_YET)
        == """
 Overlap                                                         0 of 20 points

 Welcome. 4 exercises in 3 chapters wait for you, and none is begun yet.
 The first one is 1.1 cold start:

   1  Read   exercises/01_first_steps/README.md
   2  Write  exercises/01_first_steps/01_cold_start.py
   3  Check  nox -s check -- cold-start

   The text at the beginning of the file is the whole task.

 01 first steps                                                             · ·
 02 together                                                                  ·
 03 sharing                                                                   ★

   All of them by name: `nox -s list`

"""
    )


def test_the_welcome_at_60_columns_in_ascii():
    assert (
        report(*NOT_BEGUN, news=NOTHING_YET, width=60, encoding="ascii")
        == """
 Overlap                                     0 of 20 points

 Welcome. 4 exercises in 3 chapters wait for you, and none
 is begun yet.
 The first one is 1.1 cold start:

   1  Read   exercises/01_first_steps/README.md
   2  Write  exercises/01_first_steps/01_cold_start.py
   3  Check  nox -s check -- cold-start

   The text at the beginning of the file is the whole task.

 01 first steps                                         . .
 02 together                                              .
 03 sharing                                               *

   All of them by name: `nox -s list`

"""
    )


def test_a_chapter_that_nobody_has_begun_is_no_welcome():
    assert "Welcome" not in report(*NOT_BEGUN[:2], news=NOTHING_YET)


def test_who_has_begun_is_not_welcomed_again():
    assert "Welcome" not in report(checked("cold-start", failed()), *NOT_BEGUN[1:], news=NOTHING_YET)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_no_line_of_a_welcome_or_of_news_is_wider_than_the_terminal(width, encoding):
    new = news("cold-start", "three-scouts", chapters=("01_first_steps", "02_together"), is_complete=True)
    options = {"width": width, "encoding": encoding}
    text = report(*NOT_BEGUN, news=NOTHING_YET, **options) + report(*BOARD, news=new, **options)

    paths = ("exercises/", "nox -s")  # not cut: they are there to be copied
    lines = [line for line in text.splitlines() if not any(path in line for path in paths)]
    assert max(map(cell_len, lines)) < width
    assert [line for line in lines if line != line.rstrip()] == []


# What is new


def news(*solved, chapters=(), is_complete=False, coming="three-scouts"):
    return News(tuple(EXERCISES[slug] for slug in solved), chapters, is_complete, EXERCISES.get(coming))


def test_the_first_time_is_praised_and_says_what_comes_next():
    assert (
        report(checked("never-awaited", passed()), news=news("never-awaited", chapters=("01_first_steps",)))
        == """
 01 first steps · never awaited                                   5 of 5 points

   ✓ It holds.

   Solved. Well done.
   Chapter 01 first steps is complete.

   Compare  nox -s solution -- never-awaited

   Next     2.1 three scouts
   Read     exercises/02_together/README.md
   Edit     exercises/02_together/01_three_scouts.py

"""
    )


def test_the_second_time_is_not_praised_and_says_the_same():
    text = report(checked("never-awaited", passed()), news=news())

    assert (
        "   Solved.\n\n   Compare  nox -s solution -- never-awaited\n\n   Next     2.1 three scouts\n" in text
    )
    assert "Well done" not in text
    assert "complete" not in text


def test_where_there_are_no_solutions_no_command_shows_one():
    assert "nox -s solution" not in report(checked("cold-start", passed()), news=news(), has_solutions=False)


def test_below_the_board_stands_what_was_solved_for_the_first_time():
    text = report(*BOARD, news=news("cold-start"))

    assert " not begun\n\n   Solved for the first time: cold start. Well done.\n\n 02" in text


def test_every_chapter_complete_leaves_the_stretches():
    text = report(
        checked("three-scouts", passed()),
        news=news("three-scouts", chapters=("02_together",), is_complete=True, coming="no-permit-lost"),
    )

    assert (
        "   Chapter 02 together is complete.\n"
        "   With it, every chapter is. The stretches are left, for whoever wants more.\n" in text
    )


def test_where_nothing_is_left_the_lessons_go_on():
    text = report(*(checked(slug, passed()) for slug in EXERCISES), news=news("no-permit-lost", coming=None))

    assert text.endswith(
        " Everything is solved.\n\n"
        "   Nothing is left to solve. Each lesson says at its end where to read more.\n\n"
    )


# What students control is data


EVIL = "\x1b]0;owned\x07\x1b[2J[bold red]x[/] :smile: \u202etxet \r\ninjected\n::error::all is well"


def test_nothing_of_a_student_reaches_the_terminal_as_a_command():
    text = report(
        checked(
            "three-scouts",
            failed(message=EVIL, seconds=1.0, timeline=[Span(EVIL, 0.0, 1.0, "ok")]),
            misconception="a\nb",
        ),
        output={("three-scouts", "test It holds."): Printed(((0.0, EVIL),))},
        explanations={("three-scouts", "a\nb"): EVIL},
        file=EVIL,
    )

    assert [character for character in text if not character.isprintable() and character != "\n"] == []
    assert "[bold red]x[/] :smile:" in text
    assert [line for line in text.splitlines() if line.lstrip().startswith("::")] == []


def test_no_fold_turns_text_into_a_command_of_a_workflow():
    for length in range(60, 80):
        text = report(checked("three-scouts", failed(message="x" * length + "::error::all is well")))
        assert [line for line in text.splitlines() if line.lstrip().startswith("::")] == []


def test_a_long_message_is_cut_and_counted():
    text = report(checked("three-scouts", failed(message="\n".join(f"line {n}." for n in range(30)))))

    assert "line 11.\n       … 18 more lines\n" in text


def test_much_output_is_cut_and_counted():
    output = Printed(tuple((n / 2, f"tick {n}\n") for n in range(50)), dropped_bytes=1234)

    text = report(checked("three-scouts", failed()), output={("three-scouts", "test It holds."): output})

    assert "       9.5 s  tick 19\n       … 30 more lines\n       … 1234 more bytes were not kept\n" in text


def test_a_printed_line_may_come_in_pieces_and_has_the_time_of_the_first():
    output = Printed(((0.0, "a"), (1.0, "b\nc"), (12.5, "d\n\n"), (13.0, "e")))

    text = report(checked("three-scouts", failed()), output={("three-scouts", "test It holds."): output})

    assert (
        """ printed:
        0.0 s  ab
        1.0 s  cd
       12.5 s
       13.0 s  e

"""
        in text
    )


def test_a_file_that_ran_without_a_lock_is_said_to_have():
    text = report(
        checked("cold-start", passed("The drink comes back.")), isolation=Isolation(0, ("process",))
    )

    assert "Your file ran without a lock (isolation level 0): python -m grader doctor" in text


def test_of_many_exercises_a_chapter_is_one_line_where_that_says_all():
    many = {exercise.slug: exercise for exercise in load_catalog(PROJECT).exercises}

    def verdict_of(exercise):
        if exercise.chapter == "01_first_steps" or exercise.slug == "three-scouts":
            return score.exercise_verdict(exercise.slug, exercise.chapter, (passed(points=10),), None)
        test = failed(of=10) if exercise.slug == "front-page" else not_written()
        return score.exercise_verdict(exercise.slug, exercise.chapter, (test,), None)

    result = score.result([verdict_of(exercise) for exercise in many.values()], "0.1.0", LOCKED)
    board = render_check(result, many).split("It holds.")[0]

    assert " 01 first steps                                                       ✓ ✓ ✓ ✓ ✓\n" in board
    assert "   ✓ 2.1  three scouts                                                 10 of 10\n" in board
    assert "   · 2.2  dinner for one                                              not begun\n" in board
    assert " 03 sharing                                                           · · · · ★\n" in board
    assert board.count("\n") < 30
