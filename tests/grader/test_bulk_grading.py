"""What a process of the executor does with a batch."""

import hashlib
import pickle
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from small_class import HIDDEN, says
from small_kit import forget_hidden_tests

from grader.bulk import grading
from grader.bulk.grading import Batch, Item, Unfit, grade_batch
from grader.bulk.kit import kit_of
from grader.verdict import ExerciseVerdict


@pytest.fixture(scope="module", autouse=True)
def _pool_of_this_process():
    yield
    grading._pool.close()


@pytest.fixture
def batch(kit):
    """A batch of submissions that say these words."""
    kit.add(HIDDEN, stub="async def run():\n    raise NotImplementedError\n")
    (exercise,) = kit.catalog.exercises

    def batch(*sources, **changes):
        items = tuple(Item(hashlib.sha256(source).hexdigest(), source) for source in map(_bytes, sources))
        whole = Batch(str(kit.root), exercise.slug, kit_of(exercise).key, 1, items)
        return msgspec.structs.replace(whole, **changes)

    yield batch
    grading._exercises.cache_clear()
    forget_hidden_tests()


def _bytes(source):
    return source if isinstance(source, bytes) else says(source).encode()


def verdicts(graded):
    return [msgspec.json.decode(one.verdict, type=ExerciseVerdict) for one in graded.judged]


def statuses(graded):
    return [verdict.status for verdict in verdicts(graded)]


def test_each_file_has_a_verdict_in_its_place(batch):
    graded = grade_batch(batch("right", "wrong", b"def run(:", b""))

    assert statuses(graded) == ["solved", "unsolved", "unsolved", "unsolved"]
    assert [one.problem for one in graded.judged] == [""] * 4


def test_it_says_how_far_submissions_were_locked_away(batch):
    assert grade_batch(batch("right")).isolation.level >= 1


def test_a_file_is_called_what_the_stub_is_called(batch):
    (verdict,) = verdicts(grade_batch(batch(b"def run(:")))

    assert verdict.tests[0].message.startswith("01_probe.py, line 1: ")


def test_what_comes_in_and_goes_out_can_cross_to_another_process(batch):
    there = pickle.loads(pickle.dumps(batch("right")))
    back = pickle.loads(pickle.dumps(grade_batch(there)))

    assert statuses(back) == ["solved"]


def test_several_threads_may_ask_at_once(batch):
    batches = [batch("right", "wrong"), batch("wrong", "right"), batch("wrong", "wrong ")]
    with ThreadPoolExecutor(3) as threads:
        found = list(threads.map(grade_batch, batches))

    assert [statuses(graded) for graded in found] == [
        ["solved", "unsolved"],
        ["unsolved", "solved"],
        ["unsolved", "solved"],
    ]


# The channel of the worker that could not be forked any more.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_workers_whose_parent_was_killed_are_replaced_and_cost_nothing(batch):
    grade_batch(batch("right"))
    parent = grading._pool.workers._parent
    parent.kill()
    parent.wait()

    graded = grade_batch(batch("right", "wrong"))

    assert statuses(graded) == ["solved", "unsolved"]
    assert [one.problem for one in graded.judged] == ["", ""]


def test_a_hidden_test_that_fails_of_itself_is_our_failure(batch, kit):
    kit.add(
        "@pytest.mark.points(1)\nasync def test_one(submission):\n    raise pytest.skip.Exception('no')\n"
    )
    (exercise,) = kit.catalog.exercises

    (judged,) = grade_batch(batch("right", kit=kit_of(exercise).key)).judged

    assert "test_one: the test was skipped" in judged.problem


def test_a_process_with_another_kit_refuses(batch):
    with pytest.raises(Unfit, match="other hidden tests for probe, or another version of the kit"):
        grade_batch(batch("right", kit="another"))


def test_a_process_that_locks_submissions_away_less_than_asked_refuses(batch):
    with pytest.raises(Unfit, match="level 3 is wanted"):
        grade_batch(batch("right", level=3))
