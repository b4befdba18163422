import asyncio

import pytest


def later(seconds, function, *args, **kwargs):
    """A timer of the running loop."""
    return asyncio.get_running_loop().call_later(seconds, lambda: function(*args, **kwargs))


# --- right ones


def right(fn, quiet):
    timer = None

    def call(*args, **kwargs):
        nonlocal timer
        if timer is not None:
            timer.cancel()
        timer = later(quiet, fn, *args, **kwargs)

    return call


def right_with_one_timer(fn, quiet):
    """When its timer goes off too early for the last call, it is set again for the rest."""
    due = latest = timer = None

    def call(*args, **kwargs):
        nonlocal due, latest, timer
        due, latest = asyncio.get_running_loop().time() + quiet, (args, kwargs)
        if timer is None:
            timer = later(quiet, look)

    def look():
        nonlocal timer
        rest = due - asyncio.get_running_loop().time()
        timer = later(rest, look) if rest > 1e-6 else None
        if timer is None:
            fn(*latest[0], **latest[1])

    return call


def right_with_tasks(fn, quiet):
    """The task of the last call sleeps, and then calls."""
    task = None

    async def wait(args, kwargs):
        await asyncio.sleep(quiet)
        fn(*args, **kwargs)

    def call(*args, **kwargs):
        nonlocal task
        if task is not None:
            task.cancel()
        task = asyncio.create_task(wait(args, kwargs))

    return call


# --- broken ones


def never(fn, quiet):
    return lambda *args, **kwargs: None


def each_call_at_once(fn, quiet):
    def call(*args, **kwargs):
        fn(*args, **kwargs)

    return call


def each_call_later(fn, quiet):
    def call(*args, **kwargs):
        later(quiet, fn, *args, **kwargs)

    return call


def twice(fn, quiet):
    def both(*args, **kwargs):
        fn(*args, **kwargs)
        fn(*args, **kwargs)

    return right(both, quiet)


def first_arguments(fn, quiet):
    first = timer = None

    def call(*args, **kwargs):
        nonlocal first, timer
        first = first or (args, kwargs)
        if timer is not None:
            timer.cancel()
        timer = later(quiet, over)

    def over():
        nonlocal first
        (args, kwargs), first = first, None
        fn(*args, **kwargs)

    return call


def without_keywords(fn, quiet):
    return right(lambda *args, **kwargs: fn(*args), quiet)


def keywords_only(fn, quiet):
    return right(lambda *args, **kwargs: fn(**kwargs), quiet)


def quiet_time_from_the_first_call(fn, quiet):
    latest = None

    def call(*args, **kwargs):
        nonlocal latest
        if latest is None:
            later(quiet, over)
        latest = args, kwargs

    def over():
        nonlocal latest
        (args, kwargs), latest = latest, None
        fn(*args, **kwargs)

    return call


def quiet_time_started_anew_only_once(fn, quiet):
    latest = timer = None
    moved = False

    def call(*args, **kwargs):
        nonlocal latest, timer, moved
        latest = args, kwargs
        if timer is None:
            timer = later(quiet, over)
        elif not moved:
            moved = True
            timer.cancel()
            timer = later(quiet, over)

    def over():
        nonlocal timer, moved
        timer, moved = None, False
        fn(*latest[0], **latest[1])

    return call


def at_the_first_call(fn, quiet):
    timer = None

    def call(*args, **kwargs):
        nonlocal timer
        if timer is None:
            fn(*args, **kwargs)
        else:
            timer.cancel()
        timer = later(quiet, over)

    def over():
        nonlocal timer
        timer = None

    return call


def half_the_time(fn, quiet):
    return right(fn, quiet / 2)


def double_the_time(fn, quiet):
    return right(fn, 2 * quiet)


def again_and_again(fn, quiet):
    """Until the next burst."""
    timer = None

    def call(*args, **kwargs):
        nonlocal timer
        if timer is not None:
            timer.cancel()
        timer = later(quiet, over, *args, **kwargs)

    def over(*args, **kwargs):
        nonlocal timer
        fn(*args, **kwargs)
        timer = later(quiet, over, *args, **kwargs)

    return call


def one_burst_only(fn, quiet):
    over = False

    def once(*args, **kwargs):
        nonlocal over
        if not over:
            over = True
            fn(*args, **kwargs)

    return right(once, quiet)


async def passes(submission, debounce):
    """The student's check lets a right one pass."""
    try:
        await submission.check(debounce)
    except NotImplementedError:
        raise
    except Exception as error:
        said = ", ".join(map(str, error.exceptions if isinstance(error, ExceptionGroup) else error.args))
        pytest.fail(f"your test refuses a right `debounce`: {type(error).__name__} {said}".strip())


async def refuses(submission, *broken):
    """The student's check lets the right one pass, and refuses each broken one."""
    await passes(submission, right)
    for debounce in broken:
        try:
            await submission.check(debounce)
        except Exception:
            continue
        pytest.fail(f"your test lets a broken `debounce` pass: {debounce.__name__.replace('_', ' ')}")


@pytest.mark.points(1)
@pytest.mark.public
async def test_the_right_one_passes(submission, world):
    """Your test lets the right `debounce` pass, and again when it is run once more."""
    await passes(submission, right)
    await passes(submission, right)


@pytest.mark.points(1)
async def test_other_right_ones_pass(submission, world):
    """Your test lets two others pass that are right in other ways: with one timer, and with tasks."""
    await passes(submission, right_with_one_timer)
    await passes(submission, right_with_tasks)
    await asyncio.sleep(1000)  # its last task ends


@pytest.mark.points(1)
@pytest.mark.public
async def test_refuses_one_that_never_calls(submission, world):
    """Your test refuses one that never calls `fn`."""
    await refuses(submission, never)


@pytest.mark.points(1)
async def test_refuses_ones_that_call_more_than_once(submission, world):
    """Your test refuses four that call `fn` more than once for a burst."""
    await refuses(submission, each_call_later, each_call_at_once, twice, again_and_again)


@pytest.mark.points(1)
async def test_refuses_one_that_keeps_the_first_arguments(submission, world):
    """Your test refuses one that calls `fn` with the arguments of the first call of a burst."""
    await refuses(submission, first_arguments)


@pytest.mark.points(1)
async def test_refuses_ones_that_lose_arguments(submission, world):
    """Your test refuses two that lose arguments: those by keyword, or the positional ones."""
    await refuses(submission, without_keywords, keywords_only)


@pytest.mark.points(2)
async def test_refuses_one_that_does_not_start_anew(submission, world):
    """Your test refuses two that count the quiet time from the first call of a burst, or from the second."""
    await refuses(submission, quiet_time_from_the_first_call, quiet_time_started_anew_only_once)


@pytest.mark.points(1)
async def test_refuses_ones_that_call_too_soon_or_too_late(submission, world):
    """Your test refuses three that call `fn` at the first call, after half of the quiet time, or after its double."""
    await refuses(submission, at_the_first_call, half_the_time, double_the_time)


@pytest.mark.points(1)
async def test_refuses_one_that_works_once(submission, world):
    """Your test refuses one that works for one burst only."""
    await refuses(submission, one_burst_only)
