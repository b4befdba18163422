import os
import sys

import pytest
from check_records import SCOUTS
from small_kit import PROJECT

from grader import recording
from grader.catalog import load_catalog
from grader.handout import Handout, read_handout, task_in
from grader.report.lesson import render_lesson, render_task


def test_the_task_is_the_docstring_of_the_stub():
    assert task_in('"""Three scouts\n\n  A hut.\n"""\nimport asyncio\n') == "Three scouts\n\nA hut."


def test_a_file_with_a_syntax_error_has_its_task_as_well():
    assert task_in('# mine\n\n"""Three scouts"""\ndef (:\n') == "Three scouts"


@pytest.mark.parametrize("source", ["", "import asyncio\n", '"""never closed', 'x = """no docstring"""'])
def test_a_file_without_a_docstring_has_no_task(source):
    assert task_in(source) == ""


def test_the_task_is_the_one_that_was_handed_out_whatever_becomes_of_the_file(kit):
    kit.add("")
    (exercise,) = kit.catalog.exercises
    exercise.recorded.write_bytes(recording.encode(recording.Recording(stub=('"""The task."""', ""))))
    exercise.stub.write_text('"""Mine."""\n')

    assert read_handout(exercise).task == "The task."


def test_what_is_gone_is_empty():
    assert read_handout(SCOUTS) == Handout("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_in_the_place_of_a_lesson_is_not_waited_for(kit):
    kit.add("")
    (exercise,) = kit.catalog.exercises
    os.mkfifo(exercise.lesson)

    assert read_handout(exercise).lesson == ""


@pytest.mark.parametrize("exercise", load_catalog(PROJECT).exercises, ids=lambda exercise: exercise.slug)
def test_each_exercise_has_a_lesson_with_a_title_and_a_task(exercise):
    handout = read_handout(exercise)

    assert render_lesson(handout.lesson, level=3).title
    assert len(render_task(handout.task, level=4).body) > 200
