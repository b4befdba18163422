import asyncio
import contextlib
import contextvars
import gc
import inspect

import pytest
from border import Border, over_the_border

from grader.sim import wire
from grader.sim.endings import Crash, Deadlock
from grader.sim.fartask import FarTask
from grader.sim.messages import Advance

variable = contextvars.ContextVar("variable", default="unset")


def now():
    return asyncio.get_running_loop().time()


async def forever():
    await asyncio.get_running_loop().create_future()


async def with_clean_up(note, seconds=0.5):
    """Wait for ever; cancelled, note when, and clean up for a while."""
    try:
        await forever()
    finally:
        note(("cancelled", now()))
        await asyncio.sleep(seconds)
        note(("clean", now()))


# --- calls


def test_a_plain_function_returns_its_value():
    async def main(border):
        return border.add(1, b=2)

    assert over_the_border(main, add=lambda a, b: a + b) == 3


def test_a_coroutine_returns_its_value_after_its_virtual_time():
    async def fetch(station):
        await asyncio.sleep(2)
        return f"rain {station}"

    async def main(border):
        return await border.fetch("n"), now()

    assert over_the_border(main, fetch=fetch) == ("rain n", 2.0)


def test_a_coroutine_that_never_waits_ends_within_its_call():
    async def ready():
        return "ready"

    async def main(border):
        asyncio.get_running_loop().call_soon(log.append, "callback")
        log.append(await border.ready())

    log = []
    over_the_border(main, ready=ready)

    assert log == ["ready", "callback"]


def test_the_first_step_of_a_coroutine_runs_at_once():
    log = []

    async def step():
        log.append("first step")
        await asyncio.sleep(0)
        log.append("second step")

    async def main(border):
        step = border.step
        asyncio.get_running_loop().call_soon(log.append, "callback")
        await step()

    over_the_border(main, step=step)

    assert log == ["first step", "callback", "second step"]


def test_a_coroutine_object_does_nothing_until_it_is_awaited():
    log = []

    async def step():
        log.append(True)

    async def main(border):
        coroutine = border.step()
        await asyncio.sleep(1)
        before = list(log)
        await coroutine
        return before

    assert over_the_border(main, step=step) == []
    assert log == [True]


def test_when_a_coroutine_ends_whoever_awaits_it_runs_on_at_once():
    log = []

    async def end():
        await asyncio.sleep(1)
        asyncio.get_running_loop().call_soon(log.append, "callback")
        log.append("ends")

    async def main(border):
        await border.end()
        log.append("runs on")
        await asyncio.sleep(0)

    over_the_border(main, end=end)

    assert log == ["ends", "runs on", "callback"]


def test_three_calls_side_by_side_take_as_long_as_the_longest():
    async def main(border):
        await asyncio.gather(*map(border.sleep, (2, 3, 1)))
        return now()

    assert over_the_border(main, sleep=asyncio.sleep) == 3.0


def test_twenty_equal_calls_end_in_the_order_in_which_they_began():
    ended = []

    async def main(border):
        sleep = border.sleep

        async def call(number):
            await sleep(1)
            ended.append(number)

        await asyncio.gather(*map(call, range(20)))

    over_the_border(main, sleep=asyncio.sleep)

    assert ended == list(range(20))


def test_a_thousand_calls_can_be_under_way_at_once():
    async def echo(number):
        await asyncio.sleep(1)
        return number

    async def main(border):
        return await asyncio.gather(*map(border.echo, range(1000))), now()

    assert over_the_border(main, echo=echo) == (list(range(1000)), 1.0)


def test_calls_nest_in_both_directions():
    async def down(depth, up):
        await asyncio.sleep(1)
        return [depth, *(await up(depth - 1))]

    async def main(border):
        async def up(depth):
            await asyncio.sleep(1)
            return [depth, *(await border.down(depth - 1, up))] if depth > 0 else []

        return await border.down(5, up), now()

    assert over_the_border(main, down=down) == ([5, 4, 3, 2, 1], 6.0)


def test_plain_calls_nest_in_both_directions():
    def down(depth, up):
        return [depth, *up(depth - 1)]

    async def main(border):
        def up(depth):
            return [depth, *border.down(depth - 1, up)] if depth > 0 else []

        return border.down(7, up)

    assert over_the_border(main, down=down) == [7, 6, 5, 4, 3, 2, 1]


def test_a_blocking_call_of_the_other_side_moves_time_while_nobody_else_runs():
    ticks = []

    async def main(border):
        def block():
            border.far.request(Advance(3_000_000_000, 7))

        border.offer(block=block)
        asyncio.get_running_loop().call_later(1, lambda: ticks.append(now()))
        border.block()
        at_once = now(), list(ticks)
        await asyncio.sleep(1)
        return at_once, now()

    assert over_the_border(main) == ((3.0, []), 4.0)
    assert ticks == [3.0]


# --- values on the way


def test_a_value_that_cannot_cross_as_an_argument_is_a_type_error_where_it_was_passed():
    too_deep = []
    too_deep.append(too_deep)

    async def main(border):
        with pytest.raises(TypeError, match="nested more than 60 deep"):
            border.take(too_deep)
        with pytest.raises(TypeError, match="nested more than 60 deep"):
            await border.wait(too_deep)
        return border.take(1)

    async def wait(value):
        return value

    assert over_the_border(main, take=lambda value: value, wait=wait) == 1


def test_a_value_that_cannot_cross_as_a_result_is_a_type_error_of_the_call():
    def give():
        value = []
        value.append(value)
        return value

    async def wait():
        await asyncio.sleep(1)
        return give()

    async def main(border):
        with pytest.raises(TypeError, match="nested more than 60 deep"):
            border.give()
        with pytest.raises(TypeError, match="nested more than 60 deep"):
            await border.wait()

    over_the_border(main, give=give, wait=wait)


TOO_LARGE = b"x" * wire.MAX_FRAME


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_alias_of_a_stand_in_arrives_as_the_object_that_this_stands_for():
    thing = object()

    async def main(border):
        alias = object()
        border.near.alias(alias, border.make())
        return border.is_it(alias), border.is_it(object())

    assert over_the_border(main, make=lambda: thing, is_it=lambda other: other is thing) == (True, False)


def test_a_result_that_is_too_large_is_an_error_of_the_call():
    async def main(border):
        with pytest.raises((TypeError, ValueError, wire.TooLarge)):
            border.give()
        return border.take(1)

    assert over_the_border(main, give=lambda: TOO_LARGE, take=lambda value: value) == 1


def test_a_late_result_that_is_too_large_is_an_error_of_the_call():
    async def give():
        await asyncio.sleep(1)
        return TOO_LARGE

    async def main(border):
        with pytest.raises((TypeError, ValueError, wire.TooLarge)):
            await border.give()
        return now()

    assert over_the_border(main, give=give) == 1.0


def test_an_argument_that_is_too_large_is_an_error_where_it_was_passed():
    async def main(border):
        with pytest.raises((TypeError, ValueError, wire.TooLarge)):
            border.take(TOO_LARGE)
        with pytest.raises((TypeError, ValueError, wire.TooLarge)):
            await border.wait(TOO_LARGE)
        return border.take(1)

    assert over_the_border(main, take=lambda value: value, wait=asyncio.sleep) == 1


def test_names_of_arguments_need_not_be_ascii():
    async def main(border):
        return border.take(größe=1, **{"not a name": 2})

    assert over_the_border(main, take=lambda **named: named) == {"größe": 1, "not a name": 2}


# --- exceptions


@pytest.mark.parametrize(
    "error",
    [
        ValueError("no beans"),
        KeyError("n", 3),
        TimeoutError(),
        StopAsyncIteration(),
        asyncio.CancelledError("why"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_exception_crosses_with_its_class_and_arguments(error):
    async def fail():
        await asyncio.sleep(1)
        raise error

    async def main(border):
        with pytest.raises(type(error)) as raised:
            await border.fail()
        return type(raised.value), raised.value.args

    assert over_the_border(main, fail=fail) == (type(error), error.args)


def test_an_exception_of_the_judge_reaches_the_submission_and_comes_back():
    async def call(function):
        try:
            await function()
        except OSError as error:
            raise LookupError("lost") from error

    async def main(border):
        async def fail():
            raise OSError(5, "no beans")

        with pytest.raises(LookupError, match="lost"):
            await border.call(fail)

    over_the_border(main, call=call)


def test_a_group_of_exceptions_crosses():
    async def fail(seconds, error):
        await asyncio.sleep(seconds)
        raise error

    async def group():
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(fail(1, ValueError(1)))
            tasks.create_task(fail(1, KeyError("k")))

    async def main(border):
        try:
            await border.group()
        except* ValueError as values_:
            caught = [error.args for error in values_.exceptions]
        except* KeyError as keys:
            caught += [error.args for error in keys.exceptions]
        return caught, now()

    assert over_the_border(main, group=group) == ([(1,), ("k",)], 1.0)


def test_wrong_arguments_are_a_type_error_of_the_call():
    async def fetch(station):
        return station

    async def main(border):
        with pytest.raises(TypeError, match="missing 1 required positional argument: 'station'"):
            await border.fetch()
        with pytest.raises(TypeError, match="unexpected keyword argument 'place'"):
            border.plain(place=1)

    over_the_border(main, fetch=fetch, plain=lambda: None)


def test_a_system_exit_in_the_submission_is_raised_by_the_call():
    def leave():
        raise SystemExit(3)

    async def leave_later():
        await asyncio.sleep(1)
        raise SystemExit(4)

    async def main(border):
        codes = []
        for call in (border.leave, border.leave_later):
            try:
                await call()
            except SystemExit as error:
                codes.append(error.code)
        return codes, now()

    assert over_the_border(main, leave=leave, leave_later=leave_later) == ([3, 4], 1.0)


def test_a_system_exit_in_a_background_task_of_the_submission_is_a_crash():
    async def leave():
        raise SystemExit(3)

    async def start():
        asyncio.get_running_loop().background = asyncio.create_task(leave())

    async def main(border):
        await border.start()
        await asyncio.sleep(1)

    with pytest.raises(Crash, match="the program ended itself: SystemExit: 3"):
        over_the_border(main, start=start)


def test_a_keyboard_interrupt_in_a_callback_of_the_submission_is_a_crash():
    def interrupt():
        raise KeyboardInterrupt

    async def start():
        asyncio.get_running_loop().call_later(1, interrupt)

    async def main(border):
        await border.start()
        await asyncio.sleep(5)

    with pytest.raises(Crash, match="the program ended itself: KeyboardInterrupt"):
        over_the_border(main, start=start)


def test_an_error_in_a_background_task_of_the_submission_stays_there():
    async def fail():
        raise ValueError("nobody asks")

    async def start():
        asyncio.create_task(fail())  # noqa: RUF006 (that nobody holds it is the point)

    async def main(border):
        await border.start()
        await asyncio.sleep(1)
        return "went on"

    assert over_the_border(main, start=start) == "went on"


# --- cancellation


def test_a_cancel_is_forwarded_within_the_call_of_cancel():
    log = []

    async def wait():
        waiter = asyncio.get_running_loop().create_future()
        waiter.add_done_callback(lambda waiter: log.append(("cancelled", waiter.cancelled())))
        futures.append(waiter)
        await waiter

    futures = []

    async def main(border):
        task = asyncio.create_task(border.wait())
        await asyncio.sleep(1)
        task.cancel()
        log.append(("after cancel()", futures[0].cancelled()))
        await asyncio.wait([task])
        return task.cancelled(), now()

    assert over_the_border(main, wait=wait) == (True, 1.0)
    assert log == [("after cancel()", True), ("cancelled", True)]


def test_the_await_goes_on_until_the_clean_up_has_ended():
    noted = []

    async def main(border):
        task = asyncio.create_task(border.with_clean_up(noted.append))
        await asyncio.sleep(1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return now()

    assert over_the_border(main, with_clean_up=with_clean_up) == 1.5
    assert noted == [("cancelled", 1.0), ("clean", 1.5)]


def test_a_second_cancel_reaches_the_clean_up():
    noted = []

    async def main(border):
        task = asyncio.create_task(border.with_clean_up(noted.append, 10))
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.sleep(1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return now()

    assert over_the_border(main, with_clean_up=with_clean_up) == 2.0
    assert noted == [("cancelled", 1.0)]


def test_a_cancellation_that_is_suppressed_returns_its_value():
    async def stubborn():
        try:
            await forever()
        except asyncio.CancelledError:
            await asyncio.sleep(0.5)
            return "all the same"

    async def main(border):
        task = asyncio.create_task(border.stubborn())
        await asyncio.sleep(1)
        task.cancel()
        return await task, task.cancelled(), now()

    assert over_the_border(main, stubborn=stubborn) == ("all the same", False, 1.5)


def test_the_message_of_a_cancellation_crosses():
    async def wait():
        try:
            await forever()
        except asyncio.CancelledError as error:
            return error.args

    async def main(border):
        task = asyncio.create_task(border.wait())
        await asyncio.sleep(1)
        task.cancel("too late")
        return await task

    assert over_the_border(main, wait=wait) == ("too late",)


def test_a_cancel_before_the_first_step_never_reaches_the_other_side():
    started = []

    async def step():
        started.append(True)

    async def main(border):
        task = asyncio.create_task(border.step())
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    over_the_border(main, step=step)

    assert started == []


def test_a_cancel_after_the_end_cancels_nothing():
    async def main(border):
        task = asyncio.create_task(border.sleep(1, "slept"))
        await asyncio.wait([task])
        return task.cancel(), await task

    assert over_the_border(main, sleep=asyncio.sleep) == (False, "slept")


def test_a_cancel_crosses_both_borders_of_a_nested_call():
    noted = []

    async def outer(inner):
        await inner()

    async def main(border):
        async def inner():
            await with_clean_up(noted.append)

        task = asyncio.create_task(border.outer(inner))
        await asyncio.sleep(1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return now()

    assert over_the_border(main, outer=outer) == 1.5
    assert noted == [("cancelled", 1.0), ("clean", 1.5)]


def test_a_shield_keeps_a_cancellation_from_the_other_side():
    async def main(border):
        inner = asyncio.ensure_future(border.sleep(3, "slept"))
        outer = asyncio.shield(inner)
        await asyncio.sleep(1)
        outer.cancel()
        return await inner, now()

    assert over_the_border(main, sleep=asyncio.sleep) == ("slept", 3.0)


def test_a_timeout_of_the_judge_waits_for_the_clean_up_of_the_submission():
    noted = []

    async def main(border):
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(border.with_clean_up(noted.append), 2)
        return now()

    assert over_the_border(main, with_clean_up=with_clean_up) == 2.5


def test_gather_cancels_calls_under_way():
    noted = []

    async def fail():
        await asyncio.sleep(1)
        raise ValueError

    async def main(border):
        async with asyncio.TaskGroup() as group:
            group.create_task(border.with_clean_up(noted.append))
            group.create_task(border.fail())

    with pytest.raises(ExceptionGroup):
        over_the_border(main, with_clean_up=with_clean_up, fail=fail)
    assert noted == [("cancelled", 1.0), ("clean", 1.5)]


# --- the logical task


def test_the_submission_sees_a_task_and_the_same_one_in_each_call_of_a_task():
    seen = []

    async def look():
        seen.append(asyncio.current_task())
        await asyncio.sleep(1)
        seen.append(asyncio.current_task())

    async def main(border):
        await border.look()
        await border.look()

    over_the_border(main, look=look)

    assert isinstance(seen[0], asyncio.Task)
    assert len(seen) == 4
    assert len(set(map(id, seen))) == 1


def test_a_plain_function_of_the_submission_sees_the_task_too():
    seen = []

    async def main(border):
        border.look()
        border.look()

    over_the_border(main, look=lambda: seen.append(asyncio.current_task()))

    assert isinstance(seen[0], FarTask)
    assert seen[0] is seen[1]


def test_two_tasks_of_the_judge_are_two_tasks_in_the_submission():
    seen = []

    async def look():
        seen.append(asyncio.current_task())
        await asyncio.sleep(1)

    async def main(border):
        await asyncio.gather(border.look(), border.look())

    over_the_border(main, look=look)

    assert len(set(map(id, seen))) == 2


def test_without_a_task_there_is_none_on_the_other_side():
    seen = []

    async def main(border):
        look = border.look
        asyncio.get_running_loop().call_soon(look)
        await asyncio.sleep(1)

    over_the_border(main, look=lambda: seen.append(asyncio.current_task()))

    assert seen == [None]


def test_a_nested_callback_sees_the_callers_task():
    async def call(callback):
        await asyncio.sleep(1)
        callback()

    async def main(border):
        seen = []
        await border.call(lambda: seen.append(asyncio.current_task()))
        return seen == [asyncio.current_task()]

    assert over_the_border(main, call=call)


def test_a_nested_coroutine_sees_the_callers_task_at_each_step():
    async def call(callback):
        await asyncio.sleep(1)
        await callback()

    async def main(border):
        seen = []

        async def callback():
            seen.append(asyncio.current_task())
            await asyncio.sleep(1)
            seen.append(asyncio.current_task())

        await border.call(callback)
        return seen == [asyncio.current_task()] * 2

    assert over_the_border(main, call=call)


def test_a_task_that_the_submission_makes_is_its_own():
    seen = []

    async def look():
        seen.append(asyncio.current_task())

    async def start():
        seen.append(asyncio.current_task())
        await asyncio.create_task(look())

    async def main(border):
        await border.start()

    over_the_border(main, start=start)

    assert isinstance(seen[0], FarTask)
    assert not isinstance(seen[1], FarTask)


def test_the_tasks_of_the_judge_are_no_tasks_of_the_submissions_loop():
    async def count():
        return len(asyncio.all_tasks())

    async def main(border):
        return await border.count()

    assert over_the_border(main, count=count) == 0


def test_the_current_task_is_restored_after_a_call():
    async def main(border):
        mine = asyncio.current_task()
        await border.call(lambda: None)
        return asyncio.current_task() is mine

    async def call(callback):
        callback()
        await asyncio.sleep(1)
        callback()

    assert over_the_border(main, call=call)


def test_a_timeout_inside_the_submission_works_under_a_task_of_the_judge():
    async def limited():
        try:
            async with asyncio.timeout(2):
                await forever()
        except TimeoutError:
            return "late", now(), asyncio.current_task().cancelling()

    async def main(border):
        return await border.limited(), asyncio.current_task().cancelling()

    assert over_the_border(main, limited=limited) == (("late", 2.0, 0), 0)


def test_a_timeout_inside_the_submission_reaches_what_the_judge_does_for_it():
    noted = []

    async def limited(slow):
        try:
            async with asyncio.timeout(2):
                await slow()
        except TimeoutError:
            return now()

    async def main(border):
        return await border.limited(lambda: with_clean_up(noted.append))

    async def main_with_async_function(border):
        async def slow():
            await with_clean_up(noted.append)

        return await border.limited(slow)

    assert over_the_border(main_with_async_function, limited=limited) == 2.5
    assert over_the_border(main, limited=limited) == 2.5
    assert noted == [("cancelled", 2.0), ("clean", 2.5)] * 2


def test_nested_timeouts_on_both_sides_come_in_turn():
    times = []

    async def limited(slow):
        try:
            async with asyncio.timeout(1):
                await forever()
        except TimeoutError:
            times.append(now())
        await slow()

    async def main(border):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(3):
                await border.limited(forever)
        times.append(now())

    over_the_border(main, limited=limited)

    assert times == [1.0, 3.0]


def test_a_task_group_inside_the_submission_works_under_a_task_of_the_judge():
    noted = []

    async def fail():
        await asyncio.sleep(1)
        raise ValueError

    async def group():
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(with_clean_up(noted.append))
                tasks.create_task(fail())
                await forever()
        except* ValueError:
            noted.append(("group", now()))
        return asyncio.current_task().cancelling()

    async def main(border):
        return await border.group(), now()

    assert over_the_border(main, group=group) == (0, 1.5)
    assert noted == [("cancelled", 1.0), ("clean", 1.5), ("group", 1.5)]


def test_a_task_that_cancels_itself_is_cancelled_at_its_next_wait():
    async def cancel_self():
        asyncio.current_task().cancel()
        reached.append(now())
        await asyncio.sleep(5)

    reached = []

    async def main(border):
        task = asyncio.create_task(border.cancel_self())
        await asyncio.wait([task])
        return task.cancelled(), now()

    assert over_the_border(main, cancel_self=cancel_self) == (True, 0.0)
    assert reached == [0.0]


def test_a_cancellation_in_the_last_step_waits_for_the_next_wait_of_the_caller():
    async def cancel_self():
        await asyncio.sleep(1)
        asyncio.current_task().cancel()
        return "ended"

    log = []

    async def main(border):
        log.append(await border.cancel_self())
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            log.append(now())
        return asyncio.current_task().cancelling()

    assert over_the_border(main, cancel_self=cancel_self) == 1
    assert log == ["ended", 1.0]


def test_cancellations_are_counted_where_the_task_lives():
    async def count():
        task = asyncio.current_task()
        counts = [task.cancelling()]
        task.cancel()
        counts.append(task.cancelling())
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(0)
        return [*counts, task.uncancel()]

    async def main(border):
        return await border.count(), asyncio.current_task().cancelling()

    assert over_the_border(main, count=count) == ([0, 1, 0], 0)


# --- contexts


def test_context_variables_of_the_submission_follow_the_task():
    async def put(value):
        variable.set(value)
        await asyncio.sleep(1)

    async def get():
        return variable.get()

    async def main(border):
        await border.put("first")
        other = asyncio.create_task(border.get(), context=contextvars.Context())
        return await border.get(), await other

    assert over_the_border(main, put=put, get=get)[0] == "first"


def test_another_task_of_the_judge_has_another_context_in_the_submission():
    async def put(value):
        variable.set(value)
        await asyncio.sleep(1)
        return variable.get()

    async def main(border):
        return await asyncio.gather(border.put("one"), border.put("two"))

    assert over_the_border(main, put=put) == ["one", "two"]


def test_a_plain_function_sees_the_context_of_the_task_too():
    async def main(border):
        border.put("set")
        return border.get()

    def put(value):
        variable.set(value)

    assert over_the_border(main, put=put, get=variable.get) == "set"


def test_a_task_made_by_the_submission_inherits_its_context():
    async def get():
        return variable.get()

    async def start():
        variable.set("of the parent")
        return await asyncio.create_task(get())

    async def main(border):
        return await border.start()

    assert over_the_border(main, start=start) == "of the parent"


def test_a_nested_callback_runs_in_the_context_of_its_task():
    async def call(callback):
        variable.set("the submission's")
        await asyncio.sleep(1)
        return await callback(), variable.get()

    async def main(border):
        async def callback():
            seen = variable.get()
            variable.set("set by the callback")
            return seen

        variable.set("the judge's")
        return await border.call(callback), variable.get()

    assert over_the_border(main, call=call) == (
        ("the judge's", "the submission's"),
        "set by the callback",
    )


def test_a_task_that_the_submission_makes_inherits_what_the_judge_has_set():
    async def start(get):
        return await asyncio.create_task(get())

    async def main(border):
        async def get():
            return variable.get()

        variable.set("the judge's")
        return await border.start(get)

    assert over_the_border(main, start=start) == "the judge's"


def test_a_task_that_the_judge_makes_inherits_what_the_submission_has_set():
    async def main(border):
        border.put("set")
        return await asyncio.create_task(border.get())

    async def get():
        return variable.get()

    def put(value):
        variable.set(value)

    assert over_the_border(main, put=put, get=get) == "set"


# --- what is left


def test_coroutine_objects_that_the_submission_makes_are_counted():
    async def main(border):
        async def fetch(station):
            return station

        await border.use(fetch)
        return border.far.coroutines_made

    async def use(fetch):
        forgotten = [fetch("n"), fetch("w")]
        await fetch("e")
        for coroutine in forgotten:
            coroutine.close()

    assert over_the_border(main, use=use) == 3


def test_each_call_tells_how_many_coroutine_objects_were_made_before_it():
    made = []

    async def main(border):
        async def fetch(station):
            return station

        border.near.on_call = lambda call: made.append(call.made)
        await border.use(fetch)

    async def use(fetch):
        await asyncio.gather(fetch("n"), fetch("w"), fetch("e"))
        await fetch("s")

    over_the_border(main, use=use)

    assert made == [3, 3, 3, 4]


@pytest.mark.filterwarnings("default:coroutine .* was never awaited:RuntimeWarning")
def test_a_coroutine_object_that_is_never_awaited_warns_as_any_other():
    async def fetch(station):
        return station

    async def main(border):
        border.fetch("n")
        gc.collect()

    with pytest.warns(RuntimeWarning, match="coroutine 'fetch' was never awaited"):
        over_the_border(main, fetch=fetch)


def test_a_coroutine_object_of_the_other_side_that_nobody_awaits_is_closed_with_the_peer_without_a_word():
    async def fetch():
        return 1

    async def main(border):
        border.pass_on(real)

    real, passed_on = fetch(), []
    over_the_border(main, pass_on=passed_on.append)
    real.close()  # whoever has made it

    assert [inspect.getcoroutinestate(one) for one in passed_on] == [inspect.CORO_CLOSED]


def test_what_is_under_way_can_be_named():
    async def main(border):
        tasks = [asyncio.create_task(border.waits()), asyncio.create_task(border.sleeps(5))]
        await asyncio.sleep(1)
        names = [name for name, _, _ in border.far.under_way()]
        await asyncio.sleep(5)
        later = [name for name, _, _ in border.far.under_way()]
        tasks[0].cancel()
        await asyncio.wait(tasks)
        return names, later, border.far.under_way()

    async def waits():
        await forever()

    async def sleeps(seconds):
        await asyncio.sleep(seconds)

    assert over_the_border(main, waits=waits, sleeps=sleeps) == (["waits", "sleeps"], ["waits"], [])


def test_a_call_to_what_ends_the_judge_is_over_for_both():
    border = Border()

    async def main():
        await forever()

    with pytest.raises(Deadlock):
        border.run(main())
    assert isinstance(border.far_ending, Crash)


def test_a_closed_peer_takes_no_calls():
    border = Border()

    async def main():
        return None

    border.run(main())

    with pytest.raises(Crash, match="the run is over"):
        border.near.call(0, "thing", ("x",), {})


def test_a_coroutine_under_way_for_the_other_side_is_closed_with_the_peer():
    closed = []

    async def wait():
        try:
            await forever()
        except GeneratorExit:
            closed.append(True)
            raise

    async def main(border):
        border.keep = asyncio.create_task(border.wait())
        await asyncio.sleep(1)
        await forever()

    border = Border()
    border.offer(wait=wait)
    with pytest.raises(Deadlock):
        border.run(main(border))
    assert closed == [True]


def test_the_observer_sees_every_call_around_its_whole_time():
    seen = []

    class Observer:
        def __init__(self, name, args, kwargs):
            self.name = name

        def __enter__(self):
            seen.append((self.name, "starts", now()))

        def __exit__(self, *reason):
            seen.append((self.name, "ends", now()))

    async def fetch():
        await asyncio.sleep(2)

    async def main(border):
        fetch = border.fetch
        border.near.observe = Observer
        await fetch()

    over_the_border(main, fetch=fetch)

    assert seen == [("fetch", "starts", 0.0), ("fetch", "ends", 2.0)]
