"""A class is graded as foretold: in each layout, and after kills. `nox -s class` does the same with a large one."""

import itertools
import sys

import pytest
from class_grading import differences, grade, grade_command, kill, verdicts, write_class
from class_layouts import LAYOUTS
from small_kit import PROJECT
from synthetic_class import make_class

from grader.catalog import load_catalog

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(sys.platform == "win32", reason="a class has links, pipes and clones in it"),
]

STUDENTS = 24
KILLS = (1, 25)  # verdicts after which a run is ended


@pytest.fixture(scope="module")
def exercises():
    return load_catalog(PROJECT).select(["three-scouts", "front-page", "shared-account"])


@pytest.fixture(scope="module")
def them(exercises):
    return make_class(exercises, STUDENTS, seed=1)


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """One for all layouts: what was judged in one is known in the next."""
    return tmp_path_factory.mktemp("results")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_marks_that_were_foretold(layout, them, exercises, out, tmp_path):
    place = write_class(them, layout, tmp_path)

    done = grade(grade_command(place, out, exercises))

    assert done.returncode == 0, done.stderr
    assert differences(tmp_path, out) == []


@pytest.mark.timeout(300)
def test_a_class_whose_grading_was_killed_is_finished_with_nothing_lost_and_nothing_twice(
    them, exercises, tmp_path
):
    place = write_class(them, "zip", tmp_path / "class")
    out = tmp_path / "results"
    command = grade_command(place, out, exercises)

    kept = [kill(command, out, lambda count, goal=goal: count >= goal) for goal in KILLS]
    done = grade(command)

    assert done.returncode == 0, done.stderr
    assert differences(tmp_path / "class", out) == []
    contents = {(slug, f.content) for m in them.members for slug, a in m.answers.items() for f in a.files}
    assert all(goal <= count for goal, count in zip(KILLS, kept, strict=True))
    assert all(before <= after for before, after in itertools.pairwise([*kept, verdicts(out)]))
    assert verdicts(out) <= len(contents) + len(exercises)
