"""A new exercise works as it is written, and has blanks where its author's words belong."""

import ast
import re

import pytest

from grader.scaffold.exercise import NotPossible, write_new_exercise
from grader.verify import BLANK

TESTS = '''
@pytest.mark.points(1)
async def test_it(submission, world):
    """It runs."""
    await submission.run(print)
'''
A_LESSON = "# A chapter\n"


@pytest.fixture
def kit(kit):
    kit.add(TESTS).write("exercises/01_probes/README.md", A_LESSON)
    return kit


def paths(kit, written):
    return {path.relative_to(kit.root).as_posix() for path in written}


def problems(kit, slug):
    """What the proof of one exercise says, when it is to be recorded."""
    return next(proof.problems for proof in kit.verify(record=True) if proof.exercise.slug == slug)


@pytest.mark.once
def test_once_its_blanks_are_filled_the_exercise_is_proved(kit):
    for path in write_new_exercise(kit.catalog, "11_own/tea-time"):
        path.write_text(path.read_text().replace(BLANK, "Something"))

    assert problems(kit, "tea-time") == ()


@pytest.mark.once
def test_the_proof_names_each_blank(kit):
    written = write_new_exercise(kit.catalog, "01_probes/tea-time")

    named = [problem for problem in problems(kit, "tea-time") if "has blanks" in problem]

    assert {problem.split()[0] for problem in named} == paths(kit, written)
    assert not kit.catalog.find("tea-time")[0].recorded.exists()


def test_it_is_the_next_one_of_its_chapter(kit):
    write_new_exercise(kit.catalog, "01_probes/tea-time")

    assert [exercise.number for exercise in kit.catalog.exercises] == ["1.1", "1.2"]
    assert kit.catalog.find("1.2")[0].slug == "tea-time"


@pytest.mark.parametrize(
    "name",
    [
        "01/tea-time",
        "1/tea-time",
        "probes/tea_time",
        "01_probes/07_tea_time.py",
        "exercises/01_probes/tea-time",
    ],
)
def test_chapter_and_slug_may_be_written_in_any_of_their_ways(kit, name):
    written = write_new_exercise(kit.catalog, name)

    assert "exercises/01_probes/02_tea_time.py" in paths(kit, written)


def test_a_new_chapter_gets_a_lesson(kit):
    assert "exercises/11_own/README.md" in paths(kit, write_new_exercise(kit.catalog, "11_own/tea-time"))


def test_a_lesson_that_is_there_is_left_alone(kit):
    write_new_exercise(kit.catalog, "01_probes/tea-time")

    assert (kit.root / "exercises/01_probes/README.md").read_text() == A_LESSON


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tea-time", "a chapter and a slug"),
        ("01_probes/", "a chapter and a slug"),
        ("01_probes/Tea Time", "a chapter and a slug"),
        ("01_probes/../../tea", "There is no chapter"),
        ("01_other/tea-time", "Chapter 01 is 01_probes"),
        ("own/tea-time", "a new one is a number and a name"),
        ("01_probes/probe", "There is an exercise probe already"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_written(kit, name, said):
    before = sorted(kit.root.rglob("*"))

    with pytest.raises(NotPossible, match=re.escape(said)):
        write_new_exercise(kit.catalog, name)

    assert sorted(kit.root.rglob("*")) == before


def test_every_python_file_of_it_can_be_read_before_its_blanks_are_filled(kit):
    for path in write_new_exercise(kit.catalog, "11_own/tea-time"):
        if path.suffix == ".py":
            ast.parse(path.read_text())
