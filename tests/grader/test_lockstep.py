import asyncio
import contextlib

import pytest
from border import Border

from grader.sim.clock import NANOSECONDS
from grader.sim.endings import Crash, Deadlock, Ending, Horizon, Livelock, Nonsense
from grader.sim.lockstep import LOOKS, Limits, Lockstep, in_real_time, new_loop, run
from grader.sim.loop import VirtualLoop
from grader.sim.schedule import Side

FEW = Limits(moves=50, turns=50, handovers=50)


def now():
    return asyncio.get_running_loop().time()


def run_limited(main, limits=FEW):
    with asyncio.Runner(loop_factory=lambda: new_loop(limits)) as runner:
        return runner.run(main)


def run_with(main, limits=FEW, **things):
    """Run `main` over the border, with these limits."""
    border = Border(limits)
    border.offer(**things)
    return border.run(main(border))


async def forever():
    await asyncio.get_running_loop().create_future()


async def heartbeat():
    while True:  # noqa: ASYNC110 (it waits for nothing)
        await asyncio.sleep(1)


async def spin():
    while True:  # noqa: ASYNC110 (it waits for nothing)
        await asyncio.sleep(0)


# --- endings in one loop


def test_when_nobody_will_ever_be_woken_it_is_a_deadlock():
    with pytest.raises(Deadlock, match="everybody waits, and nobody will wake them"):
        run(forever())


def test_two_tasks_that_wait_for_each_other_are_a_deadlock_at_once():
    times = []

    async def main():
        first, second = asyncio.Event(), asyncio.Event()

        async def wait_and_set(awaited, then):
            await asyncio.sleep(2)
            times.append(now())
            await awaited.wait()
            then.set()

        await asyncio.gather(wait_and_set(first, second), wait_and_set(second, first))

    with pytest.raises(Deadlock):
        run(main())
    assert times == [2.0, 2.0]


def test_a_cancelled_timer_does_not_hide_a_deadlock():
    async def main():
        asyncio.get_running_loop().call_later(5, print).cancel()
        await forever()

    with pytest.raises(Deadlock):
        run(main())


def test_turning_on_sleep_zero_is_a_livelock():
    with pytest.raises(Livelock, match="for 50 turns of the loop and time did not move"):
        run_limited(spin())


def test_turning_beside_a_far_timer_is_a_livelock():
    async def main():
        asyncio.get_running_loop().call_later(1000, print)
        await spin()

    with pytest.raises(Livelock):
        run_limited(main())


def test_turns_are_counted_anew_when_time_moves():
    async def main():
        for _ in range(5):
            for _ in range(40):
                await asyncio.sleep(0)
            await asyncio.sleep(1)
        return now()

    assert run_limited(main()) == 5.0


def test_turning_for_a_while_is_no_livelock():
    async def main():
        for _ in range(4000):
            await asyncio.sleep(0)
        return now()

    assert run(main()) == 0.0


def test_a_heartbeat_beside_a_deadlock_reaches_the_horizon():
    async def main():
        beat = asyncio.create_task(heartbeat())
        await forever()
        beat.cancel()

    with pytest.raises(Horizon, match="the clock ran to 50 s and there was no end in sight"):
        run_limited(main())


def test_a_slow_heartbeat_reaches_the_horizon_by_its_time():
    async def main():
        while True:  # noqa: ASYNC110 (it waits for nothing)
            await asyncio.sleep(100_000)

    with pytest.raises(Horizon, match="the clock ran to 1,000,000 s"):
        run(main())


def test_a_far_timer_is_just_a_long_sleep():
    async def main():
        await asyncio.sleep(999_999)
        return now()

    assert run(main()) == 999_999.0


def test_a_sleep_beyond_the_horizon_is_over_before_it_begins():
    async def main():
        await asyncio.sleep(10_000_000)

    with pytest.raises(Horizon, match="the clock ran to 0 s"):
        run(main())


def test_an_ending_is_raised_although_the_coroutine_catches_every_exception():
    async def main():
        try:
            await forever()
        except Exception:  # noqa: BLE001 (that it does not help is the claim)
            return "caught"

    with pytest.raises(Deadlock):
        run(main())


def test_clean_up_after_an_ending_takes_its_virtual_time():
    times = []

    async def main():
        try:
            await forever()
        finally:
            await asyncio.sleep(0.5)
            times.append(now())

    with pytest.raises(Deadlock):
        run(main())
    assert times == [0.5]


def test_clean_up_after_an_ending_ends_too():
    async def main():
        try:
            await forever()
        finally:
            await forever()

    loop = new_loop()
    with pytest.raises(Deadlock), asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(main())
    assert loop.is_closed()


def test_the_reason_of_an_ending_is_the_word_of_the_verdict():
    assert [kind.reason for kind in (Deadlock, Livelock, Horizon, Crash, Nonsense)] == [
        "deadlock",
        "livelock",
        "horizon",
        "crash",
        "protocol",
    ]


def test_no_ending_is_an_exception_that_a_test_may_catch():
    assert not issubclass(Ending, Exception)


# --- endings over the border


def test_a_deadlock_on_the_other_side_is_found_at_once():
    async def main(border):
        await border.forever()

    with pytest.raises(Deadlock):
        run_with(main, forever=forever)


def test_a_timer_of_the_other_side_is_no_deadlock():
    async def main(border):
        await border.sleep(1000)
        return now()

    assert run_with(main, sleep=asyncio.sleep) == 1000.0


def test_turning_on_the_other_side_is_a_livelock():
    async def main(border):
        await border.spin()

    with pytest.raises(Livelock, match="turns of the loop"):
        run_with(main, Limits(turns=50), spin=spin)


def test_calls_that_go_on_and_on_at_one_instant_are_a_livelock():
    async def main(border):
        while True:
            border.plain()

    with pytest.raises(Livelock, match="it made 50 calls and time did not move"):
        run_with(main, plain=lambda: None)


def test_calls_of_the_other_side_that_go_on_and_on_are_a_livelock():
    def hammer(function):
        while True:
            function()

    async def main(border):
        border.hammer(lambda: None)

    with pytest.raises(Livelock, match="it made 50 calls"):
        run_with(main, hammer=hammer)


def test_calls_are_counted_anew_when_time_moves():
    async def main(border):
        for _ in range(5):
            for _ in range(10):
                border.plain()
            await asyncio.sleep(1)

    run_with(main, plain=lambda: None)


def test_a_heartbeat_of_the_other_side_beside_a_deadlock_reaches_the_horizon():
    async def start():
        return asyncio.create_task(heartbeat())

    async def main(border):
        await border.start()
        await forever()

    with pytest.raises(Horizon):
        run_with(main, Limits(moves=50), start=start)


def test_an_ending_is_raised_although_the_judges_coroutine_catches_every_exception():
    async def main(border):
        with contextlib.suppress(Exception):
            await border.forever()
        return "caught"

    with pytest.raises(Deadlock):
        run_with(main, forever=forever)


def test_an_ending_that_a_background_task_meets_ends_the_run():
    async def hammer(border):
        while True:
            border.plain()

    async def main(border):
        await asyncio.wait([asyncio.create_task(hammer(border))])
        return "went on"

    with pytest.raises(Livelock):
        run_with(main, plain=lambda: None)


def test_an_ending_is_raised_although_the_coroutine_catches_everything():
    async def main(border):
        try:
            while True:
                border.plain()
        except BaseException:  # noqa: BLE001 (that it does not help is the claim)
            await asyncio.sleep(1)
        return "went on"

    with pytest.raises(Livelock):
        run_with(main, plain=lambda: None)


def test_the_end_of_the_other_side_is_raised_although_a_background_task_met_it():
    async def main(border):
        async def meet():
            border.leave()

        await asyncio.wait([asyncio.create_task(meet())])
        return "went on"

    with pytest.raises(Crash, match="the other side is gone"):
        run_with(main, leave=leave_without_a_word)


def leave_without_a_word():
    raise Crash("it ended")


def test_the_conductor_may_explain_an_ending_before_all_is_over():
    lockstep = Lockstep(Side())
    lockstep.far = FakeFar()
    lockstep.explain = lambda ending: Deadlock(f"{ending}: a waits for b")
    with pytest.raises(Deadlock, match="nobody will wake them: a waits for b"):
        lockstep.turn()


def test_after_an_ending_every_call_over_the_border_raises_it():
    met = []

    async def main(border):
        plain = border.plain
        try:
            await forever()
        finally:
            try:
                plain()
            except Deadlock as ending:
                met.append(ending)

    with pytest.raises(Deadlock) as raised:
        run_with(main, plain=lambda: None)
    assert met == [raised.value]


# --- one turn over two sides


class FakeFar:
    """The other side, whose heads are whatever the test says. Each run is answered by the next of `answers`."""

    def __init__(self, ready=None, timer=None, answers=()):
        self.ready = ready
        self.timer = timer
        self.answers = list(answers)
        self.ending = None
        self.runs = []

    def run(self, turn, until):
        self.runs.append((turn, until))
        if self.answers:
            self.ready, self.timer = self.answers.pop(0)


@pytest.fixture
def lockstep():
    lockstep = Lockstep(Side(), FEW)
    lockstep.loop = VirtualLoop(lockstep.side, lockstep.turn)
    lockstep.side.enter(lockstep.loop.schedule)
    yield lockstep
    lockstep.loop.close()


def test_the_oldest_callback_of_both_sides_runs_first(lockstep):
    ran = []
    lockstep.side.clock.draw()
    lockstep.far = far = FakeFar(ready=(1, 0, 0), answers=[(None, None)])
    lockstep.loop.call_soon(lambda: ran.append(list(far.runs)))

    lockstep.turn()

    assert ran == [far.runs]
    assert far.runs == [(3, (2, 0, 0))]


def test_a_side_runs_up_to_where_the_other_one_stands(lockstep):
    ran = []
    lockstep.loop.call_soon(ran.append, "before")
    lockstep.far = far = FakeFar(ready=(lockstep.side.clock.draw(), 0, 0), answers=[(None, None)])
    far.run = lambda turn, until: (ran.append("far"), FakeFar.run(far, turn, until))
    lockstep.loop.call_soon(ran.append, "after")

    lockstep.turn()

    assert ran == ["before", "far", "after"]


def test_due_timers_of_both_sides_run_in_one_order(lockstep):
    ran = []
    lockstep.loop.call_at(1, ran.append, "first")
    lockstep.far = far = FakeFar(
        timer=(NANOSECONDS, lockstep.side.clock.draw()), answers=[(None, None), (None, None)]
    )
    far.run = lambda turn, until: (ran.append("second"), FakeFar.run(far, turn, until))
    lockstep.loop.call_at(1, ran.append, "third")

    lockstep.turn()

    assert ran == ["first", "second", "third"]


def test_time_moves_to_the_earliest_timer_of_both_sides(lockstep):
    lockstep.loop.call_at(5, print)
    lockstep.far = FakeFar(timer=(3 * NANOSECONDS, 1), answers=[(None, None)])

    lockstep.turn()

    assert lockstep.side.clock.seconds == 3.0


def test_time_does_not_move_while_the_other_side_has_something_to_do(lockstep):
    lockstep.loop.call_at(5, print)
    lockstep.far = FakeFar(ready=(lockstep.side.clock.draw(), 0, 0), answers=[(None, None)])

    lockstep.turn()

    assert lockstep.side.clock.now == 0


def test_what_the_other_side_makes_ready_in_a_turn_waits_for_the_next(lockstep):
    lockstep.far = far = FakeFar(
        ready=(lockstep.side.clock.draw(), 0, 0), answers=[((100, 0, 0), None), (None, None)]
    )

    lockstep.turn()

    assert len(far.runs) == 1


def test_a_side_that_does_not_run_what_it_said_was_ready_talks_nonsense(lockstep):
    lockstep.far = FakeFar(ready=(0, 0, 0))

    with pytest.raises(Nonsense, match="did not run what it said was ready"):
        lockstep.turn()


def test_a_timer_in_the_past_of_the_other_side_does_not_move_time_back(lockstep):
    lockstep.side.clock.now = 5 * NANOSECONDS
    lockstep.far = FakeFar(timer=(1, 0), answers=[(None, None)])

    lockstep.turn()

    assert lockstep.side.clock.seconds == 5.0


def test_a_timer_that_is_always_due_and_never_runs_is_a_livelock(lockstep):
    lockstep.far = FakeFar(timer=(-1, 10**12))

    for _ in range(FEW.turns):
        lockstep.turn()

    with pytest.raises(Livelock):
        lockstep.turn()


def test_a_timer_further_away_than_the_horizon_is_not_waited_for(lockstep):
    lockstep.far = FakeFar(timer=(2**63, 1))

    with pytest.raises(Horizon):
        lockstep.turn()


def test_when_the_other_side_has_ended_the_next_turn_says_so(lockstep):
    lockstep.far = far = FakeFar()
    far.ending = Crash("exit code 3")

    with pytest.raises(Crash, match="exit code 3"):
        lockstep.turn()
    assert lockstep.far is None


def test_the_first_ending_is_the_one_that_is_told(lockstep):
    lockstep.far = far = FakeFar()
    far.ending = Crash("first")

    with pytest.raises(Crash, match="first"):
        lockstep.end(Deadlock("second"))


# --- real time


class RealTime:
    """A clock of the world whose sleeps take as long as they should, and a bit."""

    def __init__(self, late=0.0):
        self.time = 1000.0
        self.late = late
        self.sleeps = []

    def now(self):
        return self.time

    def sleep(self, seconds):
        self.sleeps.append(round(seconds, 6))
        self.time += seconds + self.late


def paced(main, world, speed=1.0):
    lockstep = Lockstep(Side())
    lockstep.pace = in_real_time(speed, world.now, world.sleep)
    with asyncio.Runner(loop_factory=lambda: VirtualLoop(lockstep.side, lockstep.turn)) as runner:
        return runner.run(main)


async def three_naps():
    for seconds in (2, 3, 1):
        await asyncio.sleep(seconds)
    return now()


def test_at_real_time_pace_each_move_of_the_clock_is_waited_for():
    world = RealTime()

    assert (paced(three_naps(), world), world.sleeps, world.time) == (6.0, [2, 3, 1], 1006.0)


def test_at_twice_the_speed_it_waits_half_as_long():
    world = RealTime()

    assert (paced(three_naps(), world, speed=2), world.sleeps) == (6.0, [1, 1.5, 0.5])


def test_a_sleep_that_took_too_long_is_made_up_for():
    world = RealTime(late=0.25)

    assert (paced(three_naps(), world), world.sleeps) == (6.0, [2, 2.75, 0.75])


def test_a_machine_that_is_far_behind_does_not_wait_at_all():
    world = RealTime(late=10)

    assert (paced(three_naps(), world), world.sleeps) == (6.0, [2])


def test_the_pace_starts_when_it_is_made():
    world = RealTime()
    pace = in_real_time(1, world.now, world.sleep)
    world.time += 1

    pace(3 * NANOSECONDS)

    assert world.sleeps == [2]


def test_while_it_waits_it_shows_the_virtual_seconds():
    world, seen = RealTime(), []
    pace = in_real_time(2, world.now, world.sleep, look=seen.append)

    pace(2 * NANOSECONDS)

    assert len(seen) in (LOOKS, LOOKS + 1)
    assert seen[:3] == pytest.approx([0, 2 / LOOKS, 4 / LOOKS])
    assert world.time == pytest.approx(1001)
