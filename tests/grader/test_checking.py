"""Exercises that are checked side by side: the same comes out."""

import dataclasses

import pytest

from grader.bulk.checking import check_side_by_side
from grader.judge.session import JudgeFailed

HIDDEN = """
@pytest.mark.points(1)
async def test_run(submission, world):
    assert await submission.run(world.service("ask", seconds=2, answer=7)) == 7
"""
STUBS = {
    "01_says/01_nothing": "async def run(ask):\n    raise NotImplementedError\n",
    "01_says/02_much": "async def run(ask):\n    print('hello')\n    return await ask(1)\n",
    "02_ends/01_early": "import os\n\nasync def run(ask):\n    os._exit(3)\n",
    "02_ends/02_wrongly": "async def run(ask):\n    print('oh')\n    return await ask(1) + await ask(2)\n",
    "02_ends/03_never": "import asyncio\n\nasync def run(ask):\n    await asyncio.Event().wait()\n",
}


@pytest.fixture
def several(kit):
    """Exercises whose stubs end in all kinds of ways."""
    for path, stub in STUBS.items():
        kit.add(HIDDEN, path=path, stub=stub)
    return kit


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_any_number_of_processes_finds_what_one_finds(several, jobs):
    alone = several.check(notes=["a note"])

    catalog = several.catalog
    together = check_side_by_side(catalog, catalog.exercises, several.workers, jobs, notes=["a note"])

    assert dataclasses.asdict(together) == dataclasses.asdict(alone)


def test_a_hidden_test_that_cannot_be_loaded_elsewhere_is_said_here(several):
    several.write("tests/exercises/01_says/02_much/test_much.py", "import nosuch_module\n")
    catalog = several.catalog

    with pytest.raises(JudgeFailed, match="nosuch_module"):
        check_side_by_side(catalog, catalog.exercises, several.workers, 2)
