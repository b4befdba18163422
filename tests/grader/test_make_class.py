"""The synthetic class: what is in it, what is foretold of it, and how systems deliver it."""

import ast
import itertools
import random
import re
import subprocess
import sys
import zipfile

import pytest
from class_grading import foretold, write_class
from class_layouts import LAYOUTS
from small_kit import PROJECT
from synthetic_class import ANSWERS, DEADLINE, STRANGE_NAMES, make_class, points_of, pool_of, rewritten

from grader import recording
from grader.catalog import load_catalog

pytestmark = pytest.mark.once

CATALOG = load_catalog(PROJECT)


@pytest.fixture(scope="module")
def exercises():
    return CATALOG.select(["three-scouts", "front-page", "shared-account"])


@pytest.fixture(scope="module")
def them(exercises):
    return make_class(exercises, 30, seed=1)


def items(them, layout):
    return {item.path: item for item in LAYOUTS[layout](them).items}


def test_the_same_seed_makes_the_same_class_and_another_one_another(exercises, them):
    assert make_class(exercises, 30, seed=1) == them
    assert make_class(exercises, 30, seed=2) != them


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_is_the_same_bytes_each_time(them, layout):
    assert LAYOUTS[layout](them) == LAYOUTS[layout](them)


def test_a_class_of_thirty_has_every_kind_of_answer(them):
    kinds = {answer.kind for member in them.members for answer in member.answers.values()}

    assert kinds == set(ANSWERS)


def test_all_strange_names_are_in_a_large_class(exercises):
    names = {member.person.name for member in make_class(exercises, 300, seed=1).members}

    assert names >= set(STRANGE_NAMES)


@pytest.mark.parametrize("exercise", CATALOG.exercises, ids=lambda exercise: exercise.slug)
def test_points_are_known_of_every_test_that_is_recorded(exercise):
    assert points_of(exercise).keys() == recording.read(exercise.recorded).expected.keys()


@pytest.mark.parametrize("exercise", CATALOG.exercises, ids=lambda exercise: exercise.slug)
def test_a_wrong_solution_is_foretold_to_lose_points_and_an_answer_is_never_worth_more_than_all(exercise):
    pool = pool_of(exercise)

    assert all(0 <= foretold.points < pool.max_points for _, foretold in pool.wrong)


@pytest.mark.parametrize("exercise", CATALOG.exercises, ids=lambda exercise: exercise.slug)
def test_a_rewritten_program_defines_the_same_functions_with_the_same_parameters(exercise):
    for source in pool_of(exercise).right:
        assert signatures(rewritten(source, random.Random(5))) == signatures(source)


def signatures(source):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, kinds)]
    return [(node.name, ast.unparse(node.args) if hasattr(node, "args") else "") for node in found]


def test_a_rewritten_program_has_other_local_names_and_other_comments():
    source = b"def f(a, *, b=1):\n    # mine\n    total = a + b\n    return [x for x in (total,)]\n"

    text = rewritten(source, random.Random(5)).decode()

    assert "total" not in text
    assert "mine" not in text
    scope = {}
    exec(text, scope)
    assert scope["f"](2, b=3) == [5]


def test_no_attack_has_a_place_left_to_aim_at(them):
    hostile = [a for m in them.members for a in m.answers.values() if a.kind == "hostile"]

    assert hostile
    assert not any(re.search(rb"@[A-Z_]+@", file.content) for answer in hostile for file in answer.files)


def test_canvas_names_are_as_canvas_writes_them(them):
    late = {member.person.number for member in them.members if member.is_late}

    for path in items(them, "canvas"):
        name = re.fullmatch(r"([\w]+?)_(LATE_)?(4\d{4})_(?:\d+_.+|text\.html)", path)
        assert name, path
        assert bool(name[2]) == (int(name[3]) in late)


def test_moodle_names_are_as_moodle_writes_them(them):
    for path in items(them, "moodle"):
        folder, _, file = path.partition("/")
        assert re.fullmatch(r"[^_/<>\"]*_4\d{4}_assignsubmission_(file|onlinetext)", folder), path
        assert file


def test_no_two_files_of_a_layout_have_one_name(them):
    for layout in LAYOUTS:
        paths = [item.path for item in LAYOUTS[layout](them).items]
        assert len(paths) == len(set(paths)), layout


@pytest.mark.skipif(sys.platform == "win32", reason="it makes links and pipes")
def test_a_clone_was_committed_when_it_was_submitted(exercises, tmp_path):
    them = make_class(exercises, 2, seed=3)
    place = write_class(them, "github", tmp_path)

    for member in them.members:
        clone = place / f"async-homework-{member.person.username}"
        words = ["git", "log", "-1", "--format=%ct"]
        done = subprocess.run(words, cwd=clone, capture_output=True, text=True, check=True)
        assert int(done.stdout) == int(member.submitted.timestamp())


def test_late_work_is_foretold_to_earn_less(them):
    rows = foretold(them, "folders")

    by_key = {member.person.email: member for member in them.members}
    for row, slug in itertools.product(rows, ("three-scouts", "front-page")):
        member = by_key[row["key"]]
        points = member.answers[slug].foretold.points
        assert row["marks"][slug]["points"] == (
            round(points * 0.8, 2) if member.submitted > DEADLINE else points
        )


def test_the_script_writes_a_class(tmp_path):
    command = [
        sys.executable,
        "tests/make_class.py",
        str(tmp_path / "class"),
        "--students",
        "5",
        "--layout",
        "zip",
    ]

    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)

    place = tmp_path / "class" / "collected.zip"
    assert done.stdout.strip() == str(place)
    assert zipfile.ZipFile(place).testzip() is None
    assert {path.name for path in place.parent.iterdir()} == {"collected.zip", "roster.csv", "FORETOLD.json"}
