"""The key of a verdict: what decides it is in there, and what only shows it is not."""

import subprocess
import sys

import pytest
from small_kit import PROJECT

from grader.bulk.kit import PACKAGE, SHOWS_ONLY, kit_of

HIDDEN = "@pytest.mark.points(1)\nasync def test_run(submission):\n    pass\n"
PROBE = "tests/exercises/01_probes/01_probe"


@pytest.fixture
def probe(kit):
    """The key of an exercise's kit, each time it is called."""
    kit.add(HIDDEN, wrong={"one": "pass"})
    return lambda: kit_of(kit.catalog.exercises[0])


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (f"{PROBE}/test_probe.py", HIDDEN + "# changed"),
        (f"{PROBE}/test_more.py", HIDDEN),
        (f"{PROBE}/helpers/data.txt", "data"),
        (f"{PROBE}/recorded.json", "{}"),
        ("exercises/01_probes/01_probe.py", "async def other(say):\n    raise NotImplementedError\n"),
    ],
)
def test_what_a_verdict_comes_from_changes_its_key(path, content, probe, kit):
    before = probe()
    kit.write(path, content)

    assert probe().key != before.key
    assert probe().changes_since(before) == ("the hidden tests",)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (f"{PROBE}/wrong/one.py", "raise"),
        (f"{PROBE}/right/two.py", "raise"),
        (f"{PROBE}/__pycache__/test_probe.pyc", "bytes"),
        ("exercises/01_probes/01_probe.toml", 'title = "New"\nconcept = "none"\nhints = ["Look."]\n'),
        ("solutions/01_probes/01_probe.py", "raise"),
        ("tests/exercises/01_probes/02_other/test_other.py", HIDDEN),
    ],
)
def test_what_decides_nothing_leaves_its_key_as_it_was(path, content, probe, kit):
    before = probe()
    if "02_other" in path:
        kit.add(HIDDEN, path="01_probes/02_other")
    else:
        kit.write(path, content)

    assert probe() == before


def test_a_key_does_not_depend_on_where_the_kit_is(probe, kit, tmp_path):
    before = probe()
    kit.root.rename(tmp_path.parent / f"{tmp_path.name} moved")
    kit.root = tmp_path.parent / f"{tmp_path.name} moved"

    assert probe() == before


def test_each_change_is_told():
    kit, other = (kit_of(exercise) for exercise in _two_of_the_project())

    assert kit.changes_since(kit) == ()
    assert other.changes_since(kit) == ("the hidden tests",)


def test_all_code_of_the_grader_that_judges_is_in_the_key():
    """What the judging process has loaded is either in the key, or makes no verdict."""
    code = "import sys, grader.bulk.grading; print(*(name for name in sys.modules if name.startswith('grader.')))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    parts = {name.split(".")[1] for name in loaded.stdout.split()}

    assert {name for name in parts if name in SHOWS_ONLY or f"{name}.py" in SHOWS_ONLY} <= {
        "bulk",
        "classroom",
        "report",
    }


def test_what_is_left_out_of_the_key_is_there():
    assert {name for name in SHOWS_ONLY if not (PACKAGE / name).exists()} == set()


def _two_of_the_project():
    from grader.catalog import load_catalog

    return load_catalog().exercises[:2]
