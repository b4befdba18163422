"""The step summary: what a student reads on the page of a workflow's run."""

import re

import format_samples as samples
import msgspec
from format_samples import ATTACK, FLOOD, HANG, OUR_ERROR, PARTIAL, PASS, SYNTAX_ERROR

from grader.formats import markdown
from grader.verdict import Expected, Span


def written(result, **options):
    return markdown.write(result, **options).decode()


def outside_of_code(text):
    """What GitHub would take for Markdown, mentions and links."""
    without_blocks = re.sub(r"^(`{3,})text\n.*?^\1$", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"(`+)[^`]+\1", "", without_blocks)


def test_the_table_has_a_line_for_each_exercise():
    assert "| three-scouts | 🟡 partly | 2 of 5 |" in written(PARTIAL)
    assert "| front-page | ✅ solved | 4 of 4 |" in written(PARTIAL)


def test_a_solved_exercise_is_a_line_of_the_table_and_no_more():
    assert "###" not in written(PASS)


def test_an_exercise_that_is_not_begun_is_not_scolded():
    text = written(samples.result(samples.exercise(samples.failed("not implemented", "not-implemented"))))

    assert "· not begun" in text
    assert "not implemented" not in text


def test_a_failed_test_shows_its_message_and_the_timeline_beside_the_expected_one():
    expected = {("three-scouts", "test_b"): Expected(3.0, (Span("ask n", 0.0, 3.0, "ok"),))}
    text = written(PARTIAL, expected=expected)

    assert "```text\ntook 6.0 s, expected 3.0 s\n```" in text
    assert "  ask n     ██" in text
    assert "\nexpected\n" in text


def test_what_several_tests_say_alike_is_said_once():
    assert written(SYNTAX_ERROR).count("line 3: invalid syntax") == 1


def test_what_never_ran_has_no_timeline():
    assert "0s" not in written(SYNTAX_ERROR)
    assert "0s" in written(HANG)


def test_a_failure_of_the_kit_is_said_to_be_ours():
    text = written(OUR_ERROR)

    assert "says nothing about the student, and gives no mark" in text
    assert "| three-scouts | ⚠️ not checked |" in text


def test_notes_about_the_run_are_shown_as_text():
    text = written(msgspec.structs.replace(PASS, notes=("conftest.py @everyone was changed",)))

    assert "```text\nconftest.py @everyone was changed\n```" in text


def test_nothing_that_a_student_writes_leaves_its_block():
    text = outside_of_code(written(ATTACK))

    for sign in ("all is well", "script", "everyone", "DROP", "stop-commands", "ask"):
        assert sign not in text


def test_a_log_that_shows_it_obeys_nothing_in_it():
    lines = written(ATTACK).split("\n")

    assert not any(line.lstrip().startswith("::") or "##[" in line for line in lines)
    assert all(line.isprintable() for line in lines)


def test_it_fits_into_a_summary_and_says_what_is_left_out():
    text = written(FLOOD)

    assert len(text.encode()) < 1024 * 1024
    assert "exercise-39" in text  # in the table
    assert text.rstrip().endswith("There is more than fits here: `python -m grader check` shows all.")
