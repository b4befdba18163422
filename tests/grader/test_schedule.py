from asyncio import Handle, TimerHandle

import pytest

from grader.sim.schedule import Schedule, Side

END = (10**9, 0, 0)  # later than everything


class QuietLoop:
    """All that a handle wants of a loop."""

    def get_debug(self):
        return False

    def _timer_handle_cancelled(self, handle):
        pass


class Bench:
    """A side with one schedule, and the names of what has run."""

    def __init__(self):
        self.side = Side()
        self.clock = self.side.clock
        self.schedule = self.another()
        self.ran = []

    def another(self):
        schedule = Schedule(self.clock)
        self.side.enter(schedule)
        return schedule

    def soon(self, name, schedule=None):
        handle = Handle(self.ran.append, (name,), QuietLoop())
        (schedule or self.schedule).add(handle)
        return handle

    def at(self, when, name, schedule=None):
        handle = TimerHandle(when, self.ran.append, (name,), QuietLoop())
        (schedule or self.schedule).add_timer(when, handle)
        return handle

    def run(self, until=END, now=None):
        """Run a turn; what it ran."""
        if now is not None:
            self.clock.now = now
        before = len(self.ran)
        self.side.run(self.clock.draw(), until)
        return self.ran[before:]


@pytest.fixture
def bench():
    return Bench()


def test_ready_callbacks_run_in_the_order_in_which_they_were_added(bench):
    for number in range(20):
        bench.soon(number)

    assert bench.run() == list(range(20))


def test_equal_deadlines_are_served_first_come_first_served(bench):
    for number in range(20):
        bench.at(7, number)

    assert bench.run(now=7) == list(range(20))


def test_an_earlier_deadline_is_served_before_a_later_one(bench):
    bench.at(2, "later")
    bench.at(1, "earlier")

    assert bench.run(now=2) == ["earlier", "later"]


def test_a_timer_waits_until_it_is_due(bench):
    bench.at(5, "timer")

    assert (bench.run(now=4), bench.run(now=5)) == ([], ["timer"])


def test_what_was_ready_runs_before_timers_that_become_due(bench):
    bench.at(0, "timer")
    bench.soon("ready")

    assert bench.run() == ["ready", "timer"]


def test_a_timer_that_a_turn_sets_waits_for_the_next_turn(bench):
    turn = bench.clock.draw()
    bench.at(0, "set in the turn")

    bench.side.run(turn, END)

    assert bench.ran == []
    assert bench.run() == ["set in the turn"]


def test_a_later_timer_does_not_hide_behind_one_that_the_turn_sets(bench):
    bench.at(3, "old")
    turn = bench.clock.draw()
    bench.at(1, "new")
    bench.clock.now = 3

    bench.side.run(turn, END)

    assert bench.ran == ["old"]


def test_what_the_other_side_makes_ready_in_a_turn_comes_after_the_timers_of_the_turn(bench):
    bench.soon("ready before")
    bench.at(1, "timer")
    turn = bench.clock.draw()
    bench.soon("made ready since")
    bench.clock.now = 1

    bench.side.run(turn, END)

    assert bench.ran == ["ready before", "timer", "made ready since"]


def test_a_run_stops_before_the_place_that_it_was_given(bench):
    bench.soon("first")
    until = (bench.clock.draw(), 0, 0)
    bench.soon("second")

    assert (bench.run(until), bench.run()) == (["first"], ["second"])


def test_a_cancelled_callback_does_not_run(bench):
    bench.soon("cancelled").cancel()
    bench.at(1, "cancelled timer").cancel()
    bench.soon("kept")

    assert bench.run(now=1) == ["kept"]


def test_a_cancelled_callback_is_nobodys_head(bench):
    bench.soon("cancelled").cancel()
    bench.at(1, "cancelled timer").cancel()

    assert (bench.side.ready_head(), bench.side.timer_head()) == (None, None)


def test_the_heads_are_the_oldest_callback_and_the_earliest_timer(bench):
    bench.soon("first")
    bench.soon("second")
    bench.at(9, "late")
    bench.at(8, "early")

    assert (bench.side.ready_head(), bench.side.timer_head()) == ((1, 0, 0), (8, 4))


def test_two_schedules_of_a_side_run_in_one_order(bench):
    other = bench.another()
    bench.soon("one")
    bench.soon("two", other)
    bench.soon("three")

    assert bench.run() == ["one", "two", "three"]


def test_timers_of_two_schedules_run_in_one_order(bench):
    other = bench.another()
    bench.at(1, "one", other)
    bench.at(1, "two")
    bench.at(1, "three", other)

    assert bench.run(now=1) == ["one", "two", "three"]


def test_a_schedule_that_was_left_waits_until_it_is_entered_again(bench):
    bench.soon("waits")
    bench.side.leave(bench.schedule)

    assert (bench.side.ready_head(), bench.run()) == (None, [])

    bench.side.enter(bench.schedule)

    assert bench.run() == ["waits"]


def test_entering_twice_is_entering_once(bench):
    bench.side.enter(bench.schedule)
    bench.side.leave(bench.schedule)

    assert bench.side.schedules == []


def test_leaving_what_was_never_entered_does_nothing(bench):
    bench.side.leave(Schedule(bench.clock))

    assert bench.side.schedules == [bench.schedule]


def test_a_cleared_schedule_has_nothing_to_do(bench):
    bench.soon("ready")
    bench.at(1, "timer")

    bench.schedule.clear()

    assert (bench.side.ready_head(), bench.side.timer_head()) == (None, None)
