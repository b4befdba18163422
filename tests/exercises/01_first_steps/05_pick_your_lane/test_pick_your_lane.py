"""Hidden tests of `pick-your-lane`. Most jobs are drawn anew, so there is no list to learn by heart."""

import pytest

CLIENTS = ("async", "blocking")


def expect(submission, lane, cpu_s, wait_s, client):
    """One job, and the lane that it belongs in."""
    yours = submission.lane(cpu_s, wait_s, client)
    assert yours == lane, f"lane({cpu_s:g}, {wait_s:g}, {client!r}) gave {yours!r}, expected {lane!r}"


@pytest.mark.points(2)
@pytest.mark.public
def test_waiting_with_an_async_client(submission, world):
    """Web requests by an async client: a hundredth of a second of work, seconds of waiting."""
    expect(submission, "asyncio", 0.01, 5, "async")
    for _ in range(5):
        cpu_s = world.random.uniform(0.002, 0.1)
        expect(submission, "asyncio", cpu_s, cpu_s * world.random.uniform(12, 500), "async")


@pytest.mark.points(2)
def test_waiting_with_a_blocking_client(submission, world):
    """The blocking driver of a database: little work, and a wait that nobody can await."""
    expect(submission, "thread", 0.05, 2, "blocking")
    for _ in range(5):
        cpu_s = world.random.uniform(0.002, 0.1)
        expect(submission, "thread", cpu_s, cpu_s * world.random.uniform(12, 500), "blocking")


@pytest.mark.points(1)
def test_computing_without_a_wait(submission, world):
    """Pure Python computation without any wait, by either client."""
    for client in CLIENTS:
        expect(submission, "process", world.random.uniform(1, 100), 0, client)
        expect(submission, "process", world.random.uniform(0.002, 0.9), 0, client)


@pytest.mark.points(1)
def test_computing_with_a_little_wait(submission, world):
    """A film is resized for 40 seconds and saved in 1: whatever the client, the larger part decides."""
    for client in CLIENTS:
        expect(submission, "process", 40, 1, client)
        wait_s = world.random.uniform(0.01, 1)
        expect(submission, "process", wait_s * world.random.uniform(12, 500), wait_s, client)


@pytest.mark.points(1)
def test_exactly_ten_times(submission):
    """The larger part decides also where it is exactly ten times the smaller one."""
    expect(submission, "asyncio", 0.5, 5, "async")
    expect(submission, "thread", 0.5, 5, "blocking")
    for client in CLIENTS:
        expect(submission, "process", 5, 0.5, client)


@pytest.mark.points(1)
def test_short_and_without_a_wait(submission, world):
    """One line is formatted in a tenth of a millisecond, without any wait, by either client."""
    for client in CLIENTS:
        expect(submission, "inline", 0.0001, 0, client)
        expect(submission, "inline", world.random.uniform(0, 0.0009), 0, client)
        expect(submission, "inline", 0, 0, client)


@pytest.mark.points(1)
def test_short_work_and_a_wait(submission, world):
    """Next to no work, but a wait: such a job is not inline."""
    cpu_s, wait_s = world.random.uniform(0, 0.0009), world.random.uniform(0.1, 30)
    for client, lane in zip(CLIENTS, ("asyncio", "thread"), strict=True):
        expect(submission, lane, cpu_s, wait_s, client)
        expect(submission, lane, 0, 0.02, client)


@pytest.mark.points(1)
def test_the_edge_of_a_millisecond(submission):
    """Work of exactly one millisecond is not short; a wait of one millisecond is a wait."""
    for client in CLIENTS:
        expect(submission, "process", 0.001, 0, client)
        expect(submission, "inline", 0.00099, 0, client)
    expect(submission, "asyncio", 0.0001, 0.001, "async")
    expect(submission, "thread", 0.0001, 0.001, "blocking")
