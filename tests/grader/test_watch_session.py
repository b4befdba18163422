"""The workers of watch mode, which are kept from one check to the next."""

import pytest
from small_kit import forget_hidden_tests

from grader.judge.workers import ForkingWorkers
from grader.watch.session import Judge

TEST = """
@pytest.mark.points(1)
async def test_run(submission):
    assert await submission.run() == 1
"""


@pytest.fixture
def judge():
    judge = Judge(ForkingWorkers)
    yield judge
    judge.close()


def test_workers_are_kept_from_one_check_to_the_next(kit, judge):
    catalog = kit.add(TEST, stub="async def run():\n    return 1\n").catalog
    workers = judge.workers

    for _ in range(2):
        assert judge.check(catalog, catalog.exercises[0], ()).result.points == 1
        forget_hidden_tests()

    assert judge.workers is workers


def test_workers_that_are_gone_are_replaced(kit, judge):
    catalog = kit.add(TEST, stub="async def run():\n    return 1\n").catalog
    judge.check(catalog, catalog.exercises[0], ())
    forget_hidden_tests()
    judge.workers._parent.kill()
    judge.workers._parent.wait()

    assert judge.check(catalog, catalog.exercises[0], ()).result.points == 1
    forget_hidden_tests()
