import pytest

from grader.sim.clock import Clock, nanoseconds


def test_a_clock_begins_at_zero():
    clock = Clock()

    assert (clock.now, clock.seconds, clock.sequence) == (0, 0.0, 0)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, 0),
        (1, 1_000_000_000),
        (0.1, 100_000_000),
        (0.1 + 0.2, 300_000_000),
        (1e-9, 1),
        (-2.5, -2_500_000_000),
    ],
)
def test_seconds_become_the_nearest_whole_nanosecond(seconds, expected):
    assert nanoseconds(seconds) == expected


def test_the_numbers_of_the_sequence_count_up_from_one():
    clock = Clock()

    assert [clock.draw() for _ in range(3)] == [1, 2, 3]


def test_time_does_not_drift_however_many_delays_are_added():
    clock = Clock()

    for _ in range(1000):
        clock.now = clock.after(0.1)

    assert clock.seconds == 100.0


def test_a_crumb_of_a_delay_is_one_nanosecond():
    assert Clock().after(1e-16) == 1


@pytest.mark.parametrize("delay", [0, 0.0, -1, -1e-16])
def test_no_delay_is_now(delay):
    clock = Clock()
    clock.now = 5

    assert clock.after(delay) == 5


def test_a_delay_of_years_is_exact():
    assert Clock().after(10 * 365 * 86_400) == 315_360_000 * 1_000_000_000
