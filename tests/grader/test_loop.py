"""The loop leans on private parts of asyncio: these tests run on each Python that the kit supports."""

import asyncio
import concurrent.futures
import contextvars
import math

import pytest

from grader.sim.endings import Deadlock
from grader.sim.lockstep import Limits, new_loop, run
from grader.sim.loop import Task, VirtualLoop, context_of, run_in, swap_current_task


def now():
    return asyncio.get_running_loop().time()


@pytest.fixture
def loop():
    """A loop that nobody runs yet."""
    loop = new_loop()
    yield loop
    loop.close()


# --- threads


@pytest.mark.parametrize("name", ["call_later", "call_at"])
def test_in_debug_mode_a_timer_of_another_thread_is_refused(name):
    async def main():
        loop = asyncio.get_running_loop()
        loop.set_debug(True)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            return pool.submit(getattr(loop, name), 1, print).exception()

    assert "Non-thread-safe operation" in str(run(main()))


# --- time


def test_time_begins_at_zero_and_moves_to_the_timer_at_once():
    async def main():
        start = now()
        await asyncio.sleep(200_000)
        return start, now()

    assert run(main()) == (0.0, 200_000.0)


def test_ten_sleeps_of_a_tenth_are_one_second_exactly():
    async def main():
        for _ in range(10):
            await asyncio.sleep(0.1)
        return now()

    assert run(main()) == 1.0


def test_a_crumb_of_sleep_moves_time_by_one_nanosecond():
    async def main():
        await asyncio.sleep(1e-16)
        return now()

    assert run(main()) == 1e-9


def test_sleeping_for_no_time_does_not_move_time():
    async def main():
        for _ in range(100):
            await asyncio.sleep(0)
        return now()

    assert run(main()) == 0.0


def test_a_sleep_of_infinity_waits_for_ever():
    async def main():
        forever = asyncio.create_task(asyncio.sleep(math.inf))
        await asyncio.sleep(1)
        waiting = not forever.done()
        forever.cancel()
        await asyncio.wait([forever])
        return waiting

    assert run(main())


def test_a_timeout_of_infinity_never_comes():
    async def main():
        async with asyncio.timeout(math.inf):
            await asyncio.sleep(1)
        return now()

    assert run(main()) == 1.0


def test_a_blocking_call_moves_time_while_nobody_else_runs():
    ran = []

    async def main():
        loop = asyncio.get_running_loop()
        loop.call_later(1, lambda: ran.append(now()))
        loop.advance(3)
        before = list(ran)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        return now(), before, ran

    assert run(main()) == (3.0, [], [3.0])


# --- order


def test_twenty_equal_sleeps_wake_in_the_order_in_which_they_began():
    woken = []

    async def sleeper(number):
        await asyncio.sleep(1)
        woken.append(number)

    async def main():
        await asyncio.gather(*map(sleeper, range(20)))

    run(main())

    assert woken == list(range(20))


def test_twenty_equal_call_ats_run_in_the_order_in_which_they_were_set():
    ran = []

    async def main():
        for number in range(20):
            asyncio.get_running_loop().call_at(1, ran.append, number)
        await asyncio.sleep(2)

    run(main())

    assert ran == list(range(20))


def test_three_sleeps_side_by_side_take_as_long_as_the_longest():
    async def main():
        await asyncio.gather(*map(asyncio.sleep, (2, 3, 1)))
        return now()

    assert run(main()) == 3.0


def test_a_call_at_in_the_past_runs_next_and_time_stays():
    async def main():
        loop = asyncio.get_running_loop()
        await asyncio.sleep(5)
        ran = asyncio.Event()
        loop.call_at(1, ran.set)
        await ran.wait()
        return now()

    assert run(main()) == 5.0


def test_a_timer_set_in_a_turn_waits_for_the_next_one():
    ran = []

    def first():
        asyncio.get_running_loop().call_later(0, ran.append, "timer")
        asyncio.get_running_loop().call_soon(ran.append, "soon")

    async def main():
        loop = asyncio.get_running_loop()
        loop.call_soon(first)
        loop.call_soon(ran.append, "second")
        await asyncio.sleep(1)

    run(main())

    assert ran == ["second", "soon", "timer"]


def test_a_callback_made_ready_in_a_turn_waits_for_the_next_one():
    ran = []

    async def main():
        loop = asyncio.get_running_loop()
        loop.call_soon(lambda: (ran.append(1), loop.call_soon(ran.append, 3)))
        loop.call_soon(ran.append, 2)
        await asyncio.sleep(1)

    run(main())

    assert ran == [1, 2, 3]


def test_a_cancelled_timer_neither_runs_nor_moves_time():
    async def main():
        asyncio.get_running_loop().call_later(100, pytest.fail).cancel()
        await asyncio.sleep(1)
        return now()

    assert run(main()) == 1.0


def test_a_timer_says_when_it_is_due():
    async def main():
        await asyncio.sleep(1)
        return asyncio.get_running_loop().call_later(2.5, print).when()

    assert run(main()) == 3.5


# --- timeouts


def test_a_timeout_wins_a_tie_against_what_it_guards():
    async def main():
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.sleep(3), 3)
        return now()

    assert run(main()) == 3.0


def test_nested_timeouts_come_in_turn():
    times = []

    async def main():
        try:
            async with asyncio.timeout(2):
                try:
                    async with asyncio.timeout(1):
                        await asyncio.sleep(10)
                except TimeoutError:
                    times.append(now())
                await asyncio.sleep(10)
        except TimeoutError:
            times.append(now())

    run(main())

    assert times == [1.0, 2.0]


def test_of_two_equal_nested_timeouts_the_outer_one_speaks():
    async def both():
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(10)
        except TimeoutError:
            return "inner"

    async def main():
        try:
            async with asyncio.timeout(1):
                return await both()
        except TimeoutError:
            return "outer"

    assert run(main()) == "outer"


def test_a_timeout_ends_at_its_time_although_the_clean_up_goes_on():
    async def slow_to_leave():
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.sleep(0.5)

    async def main():
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(slow_to_leave(), 1)
        return now()

    assert run(main()) == 1.5


# --- tasks


def test_a_task_is_hashed_by_its_number_so_that_sets_repeat():
    async def main():
        tasks = [asyncio.create_task(asyncio.sleep(1), name=str(number)) for number in range(20)]
        done, _ = await asyncio.wait(tasks)
        return [hash(task) for task in tasks], [task.get_name() for task in done]

    first, second = run(main()), run(main())

    assert first == second
    assert sorted(first[0]) == first[0]


def test_a_task_knows_its_context():
    variable = contextvars.ContextVar("variable", default="unset")

    async def main():
        variable.set("of the task")
        return context_of(asyncio.current_task())[variable]

    assert run(main()) == "of the task"


def test_a_function_runs_in_a_context_also_where_it_is_the_current_one():
    variable = contextvars.ContextVar("variable", default="unset")

    async def main():
        context = context_of(asyncio.current_task())
        run_in(context, variable.set, "set from within")
        return variable.get()

    assert run(main()) == "set from within"


def test_a_function_runs_in_another_context_than_the_current_one():
    variable = contextvars.ContextVar("variable", default="unset")

    async def other():
        variable.set("other")
        await asyncio.sleep(1)

    async def main():
        task = asyncio.create_task(other())
        await asyncio.sleep(0)
        return run_in(context_of(task), variable.get), variable.get()

    assert run(main()) == ("other", "unset")


def test_the_context_given_to_a_task_is_the_one_that_it_runs_in():
    variable = contextvars.ContextVar("variable", default="unset")
    context = contextvars.copy_context()

    async def setter():
        variable.set("set by the task")

    async def main():
        await asyncio.create_task(setter(), context=context)

    run(main())

    assert (context[variable], variable.get()) == ("set by the task", "unset")


def test_the_current_task_can_be_swapped_and_swapped_back():
    async def main():
        loop, mine = asyncio.get_running_loop(), asyncio.current_task()
        other = asyncio.create_task(asyncio.sleep(0))
        before = swap_current_task(loop, other)
        seen = asyncio.current_task()
        swap_current_task(loop, None)
        nobody = asyncio.current_task()
        swap_current_task(loop, mine)
        await other
        return before is mine, seen is other, nobody

    assert run(main()) == (True, True, None)


def test_the_tasks_of_a_loop_are_its_own_kind():
    async def main():
        return type(asyncio.current_task())

    assert run(main()) is Task


# --- the loop itself


def test_run_returns_what_the_coroutine_returns():
    async def main():
        return "value"

    assert run(main()) == "value"


def test_run_raises_what_the_coroutine_raises():
    async def main():
        raise LookupError("lost")

    with pytest.raises(LookupError, match="lost"):
        run(main())


def test_run_cancels_what_is_left_and_its_clean_up_runs_in_virtual_time():
    times = []

    async def left():
        try:
            await asyncio.sleep(100)
        finally:
            await asyncio.sleep(0.5)
            times.append(now())

    async def main():
        asyncio.get_running_loop().forgotten = asyncio.create_task(left())
        await asyncio.sleep(1)

    run(main())

    assert times == [1.5]


def test_run_closes_asynchronous_generators_that_were_left():
    closed = []

    async def generate():
        try:
            yield 1
        finally:
            closed.append(True)

    async def main():
        generator = generate()
        asyncio.get_running_loop().forgotten = generator
        return await anext(generator)

    run(main())

    assert closed == [True]


def test_a_loop_runs_again_and_time_goes_on(loop):
    loop.run_until_complete(asyncio.sleep(1))
    loop.run_until_complete(asyncio.sleep(2))

    assert loop.time() == 3.0


def test_a_loop_is_running_while_it_runs(loop):
    async def main():
        return loop.is_running()

    assert (loop.is_running(), loop.run_until_complete(main())) == (False, True)


def test_a_loop_can_be_the_running_one_although_somebody_else_conducts(loop):
    with loop.running():
        inside = asyncio.get_running_loop() is loop, loop.is_running()

    assert inside == (True, True)
    assert not loop.is_running()


def test_callbacks_of_a_loop_that_does_not_run_wait_for_it(loop):
    ran = []
    loop.call_soon(ran.append, 1)

    assert loop.side.ready_head() is None

    loop.run_until_complete(asyncio.sleep(0))

    assert ran == [1]


def test_stop_ends_the_loop_after_the_turn(loop):
    ran = []
    loop.call_soon(loop.stop)
    loop.call_soon(ran.append, "same turn")
    loop.call_soon(lambda: loop.call_soon(ran.append, "next turn"))

    loop.run_forever()

    assert ran == ["same turn"]


def test_a_closed_loop_takes_no_callbacks():
    loop = new_loop()
    loop.close()

    for call in (
        lambda: loop.call_soon(print),
        lambda: loop.call_later(1, print),
        lambda: loop.call_at(1, print),
    ):
        with pytest.raises(RuntimeError, match="closed"):
            call()


def test_a_failing_callback_reaches_the_exception_handler_and_the_loop_goes_on(loop):
    met = []
    loop.set_exception_handler(lambda loop, context: met.append(type(context["exception"])))

    def fail():
        raise ZeroDivisionError

    loop.call_soon(fail)
    loop.run_until_complete(asyncio.sleep(1))

    assert met == [ZeroDivisionError]


def test_a_system_exit_in_a_callback_goes_through(loop):
    def leave():
        raise SystemExit(3)

    loop.call_soon(leave)

    with pytest.raises(SystemExit):
        loop.run_forever()


def test_two_loops_in_one_thread_have_a_time_each():
    first, second = new_loop(), new_loop()
    first.run_until_complete(asyncio.sleep(1))
    second.run_until_complete(asyncio.sleep(5))
    times = first.time(), second.time()
    first.close()
    second.close()

    assert times == (1.0, 5.0)


def test_a_loop_that_has_ended_in_a_deadlock_can_still_clean_up():
    loop, cleaned = new_loop(Limits()), []

    async def main():
        try:
            await loop.create_future()
        finally:
            cleaned.append(True)

    with pytest.raises(Deadlock), asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(main())

    assert cleaned == [True]


@pytest.mark.parametrize(
    "name", ["_run_once", "_call_soon", "_write_to_self", "_timer_handle_cancelled", "_process_events"]
)
def test_the_private_method_of_asyncio_that_it_replaces_still_exists(name):
    assert hasattr(asyncio.SelectorEventLoop, name)
    assert name in vars(VirtualLoop)
