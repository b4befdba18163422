"""Hidden tests of `pick-your-lane`. Most jobs are drawn anew, so there is no list to learn by heart."""

import pytest

CLIENTS = ("async", "blocking")


@pytest.mark.points(2)
def test_waiting_with_an_async_client(submission, world):
    """Web requests by an async client: a hundredth of a second of work, seconds of waiting."""
    assert submission.lane(0.01, 5, "async") == "asyncio"
    for _ in range(5):
        cpu_s = world.random.uniform(0.002, 0.1)
        assert submission.lane(cpu_s, cpu_s * world.random.uniform(12, 500), "async") == "asyncio"


@pytest.mark.points(2)
def test_waiting_with_a_blocking_client(submission, world):
    """The blocking driver of a database: little work, and a wait that nobody can await."""
    assert submission.lane(0.05, 2, "blocking") == "thread"
    for _ in range(5):
        cpu_s = world.random.uniform(0.002, 0.1)
        assert submission.lane(cpu_s, cpu_s * world.random.uniform(12, 500), "blocking") == "thread"


@pytest.mark.points(2)
def test_computing_without_a_wait(submission, world):
    """Pure Python computation without any wait, by either client."""
    for client in CLIENTS:
        assert submission.lane(world.random.uniform(1, 100), 0, client) == "process"
        assert submission.lane(world.random.uniform(0.002, 0.9), 0, client) == "process"


@pytest.mark.points(1)
def test_computing_with_a_little_wait(submission, world):
    """A film is resized for 40 seconds and saved in 1: whatever the client, the larger part decides."""
    for client in CLIENTS:
        assert submission.lane(40, 1, client) == "process"
        wait_s = world.random.uniform(0.01, 1)
        assert submission.lane(wait_s * world.random.uniform(12, 500), wait_s, client) == "process"


@pytest.mark.points(1)
def test_short_and_without_a_wait(submission, world):
    """One line is formatted in a tenth of a millisecond, without any wait, by either client."""
    for client in CLIENTS:
        assert submission.lane(0.0001, 0, client) == "inline"
        assert submission.lane(world.random.uniform(0, 0.0009), 0, client) == "inline"
        assert submission.lane(0, 0, client) == "inline"


@pytest.mark.points(1)
def test_short_work_and_a_wait(submission, world):
    """Next to no work, but a wait: such a job is not inline."""
    cpu_s, wait_s = world.random.uniform(0, 0.0009), world.random.uniform(0.1, 30)
    assert submission.lane(cpu_s, wait_s, "async") == "asyncio"
    assert submission.lane(cpu_s, wait_s, "blocking") == "thread"
    assert submission.lane(0, 0.02, "async") == "asyncio"
    assert submission.lane(0, 0.02, "blocking") == "thread"


@pytest.mark.points(1)
def test_the_edge_of_a_millisecond(submission):
    """Work of exactly one millisecond is not less than one millisecond."""
    for client in CLIENTS:
        assert submission.lane(0.001, 0, client) == "process"
        assert submission.lane(0.00099, 0, client) == "inline"
