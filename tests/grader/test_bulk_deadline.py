"""Late work: what is understood, and what it costs."""

from datetime import UTC, datetime, timedelta

import pytest

from grader.bulk.deadline import NO_PENALTY, NotUnderstood, Penalty, Terms, read_deadline, read_penalty
from grader.classroom import Lateness

DUE = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
DAY, HOUR = 86_400, 3600


def late(seconds, penalty="10%/day", **options):
    terms = Terms(DUE, read_penalty(penalty))
    return terms.lateness(DUE + timedelta(seconds=seconds), is_marked_late=False, **options)


def test_a_deadline_has_the_zone_that_is_written():
    assert read_deadline("2026-11-21T00:59+01:00") == DUE


def test_a_deadline_without_a_zone_is_in_the_zone_of_this_machine():
    assert read_deadline("2026-11-20T23:59") == datetime(2026, 11, 20, 23, 59).astimezone()


def test_a_deadline_is_told_with_its_zone_and_in_utc():
    assert Terms(read_deadline("2026-11-21T00:59+01:00")).in_words == "2026-11-21 00:59 (UTC+0100), 23:59 UTC"


@pytest.mark.parametrize("text", ["tomorrow", "", "2026-11-20", "2026-13-20T10:00", "20.11.2026 23:59"])
def test_what_is_no_moment_is_refused_with_an_example(text):
    with pytest.raises(NotUnderstood, match="2026-11-20T23:59"):
        read_deadline(text)


@pytest.mark.parametrize(
    ("text", "penalty"),
    [
        ("10%/day", Penalty(0.1, DAY)),
        ("2.5 %/hour", Penalty(0.025, HOUR)),
        ("20%/week", Penalty(0.2, 7 * DAY)),
        ("50%", Penalty(0.5)),
        ("0%", NO_PENALTY),
    ],
)
def test_a_penalty_is_a_part_for_each_unit_or_once(text, penalty):
    assert read_penalty(text) == penalty


@pytest.mark.parametrize("text", ["10", "10%/month", "-5%", "101%", "ten%", "1e1%", "10%/day/day"])
def test_what_is_no_penalty_is_refused_with_an_example(text):
    with pytest.raises(NotUnderstood, match="10%/day"):
        read_penalty(text)


def test_what_comes_at_the_deadline_is_in_time():
    assert late(0) is None


@pytest.mark.parametrize(
    ("seconds", "penalty", "taken"),
    [
        (1, "10%/day", 0.1),
        (DAY, "10%/day", 0.1),
        (DAY + 1, "10%/day", 0.2),
        (3 * HOUR, "2%/hour", 0.06),
        (400 * DAY, "50%", 0.5),
        (400 * DAY, "10%/day", 1.0),
    ],
)
def test_each_unit_that_has_begun_costs_and_no_more_than_all_can_be_taken(seconds, penalty, taken):
    assert late(seconds, penalty) == Lateness(seconds, taken)


def test_without_a_penalty_being_late_is_told_and_costs_nothing():
    assert Terms(DUE).lateness(DUE + timedelta(days=1), is_marked_late=False) == Lateness(DAY, 0.0)


def test_the_systems_mark_without_a_time_is_one_unit():
    assert Terms(DUE, Penalty(0.1, DAY)).lateness(None, is_marked_late=True) == Lateness(None, 0.1)


def test_a_known_time_counts_more_than_the_systems_mark():
    assert Terms(DUE, Penalty(0.1, DAY)).lateness(DUE, is_marked_late=True) is None


def test_without_a_deadline_the_systems_mark_counts():
    assert Terms(penalty=Penalty(0.5)).lateness(DUE, is_marked_late=True) == Lateness(None, 0.5)


def test_without_a_time_and_a_mark_nothing_is_late():
    assert Terms(DUE, Penalty(0.5)).lateness(None, is_marked_late=False) is None
