"""Threads live in virtual time. Delays are so long that nothing would ever end in real time."""

import pytest
from small_kit import said

HOUR = 3600.0

IMPORTS = """
import asyncio, concurrent.futures, contextvars, queue, threading, time
from concurrent.futures import ThreadPoolExecutor
"""


def test_five_jobs_of_2_seconds_take_6_in_a_pool_of_two(run):
    report = run(
        IMPORTS
        + """
async def run(say):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as pool:
        await asyncio.gather(*[loop.run_in_executor(pool, time.sleep, 2) for _ in range(5)])
    say(time.monotonic())
"""
    )

    assert said(report) == [6.0]


def test_a_pool_that_is_left_blocks_the_loop_until_its_jobs_have_ended(run):
    report = run(
        IMPORTS
        + """
async def run(say):
    with ThreadPoolExecutor(2) as pool:
        for _ in range(5):
            pool.submit(time.sleep, 2)
    say(time.monotonic())
"""
    )

    assert said(report) == [6.0]
    assert sum(block.seconds for block in report.records.blocked) == 6.0


def test_the_default_pool_is_as_large_on_every_machine(run):
    report = run(
        IMPORTS
        + """
async def run(say):
    await asyncio.gather(*[asyncio.to_thread(time.sleep, 3600) for _ in range(9)])
    say(time.monotonic())
"""
    )

    assert said(report) == [2 * HOUR]


@pytest.mark.parametrize("probe", ["run", "run_plain"])
def test_raw_threads_are_joined_in_virtual_time(request, probe):
    word = "async def" if probe == "run" else "def"
    report = request.getfixturevalue(probe)(
        IMPORTS
        + f"""
{word} run(say):
    def work(hours):
        time.sleep(hours * 3600)
        done.append(time.monotonic() / 3600)
    done = []
    threads = [threading.Thread(target=work, args=(hours,)) for hours in (3, 1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    say(done)
    say([thread.is_alive() for thread in threads])
"""
    )

    assert said(report) == [[1.0, 2.0, 3.0], [False, False, False]]


def test_a_join_with_a_limit_waits_no_longer(run_plain):
    report = run_plain(
        IMPORTS
        + """
def run(say):
    thread = threading.Thread(target=time.sleep, args=(10,))
    thread.start()
    thread.join(4)
    say([time.monotonic(), thread.is_alive()])
    thread.join()
    say([time.monotonic(), thread.is_alive()])
"""
    )

    assert said(report) == [[4.0, True], [10.0, False]]


def test_a_queue_passes_things_between_threads_and_its_limits_are_virtual(run_plain):
    report = run_plain(
        IMPORTS
        + """
def run(say):
    line = queue.Queue()
    def produce():
        for number in range(3):
            time.sleep(3600)
            line.put(number)
    threading.Thread(target=produce).start()
    for _ in range(3):
        say([line.get(), time.monotonic() / 3600])
    try:
        line.get(timeout=7200)
    except queue.Empty:
        say(["empty", time.monotonic() / 3600])
"""
    )

    assert said(report) == [[0, 1.0], [1, 2.0], [2, 3.0], ["empty", 5.0]]


def test_a_full_queue_holds_its_producer(run_plain):
    report = run_plain(
        IMPORTS
        + """
def run(say):
    line = queue.Queue(maxsize=1)
    def produce():
        for number in range(3):
            line.put(number)
            put.append(time.monotonic())
    put = []
    thread = threading.Thread(target=produce)
    thread.start()
    for _ in range(3):
        time.sleep(10)
        line.get()
    thread.join()
    say(put)
"""
    )

    assert said(report) == [[0.0, 10.0, 20.0]]


def test_an_event_with_a_limit(run_plain):
    report = run_plain(
        IMPORTS
        + """
def run(say):
    bell = threading.Event()
    threading.Timer(3600, bell.set).start()
    say([bell.wait(1800), time.monotonic()])
    say([bell.wait(7200), time.monotonic()])
"""
    )

    assert said(report) == [[False, 1800.0], [True, 3600.0]]


@pytest.mark.parametrize(
    ("guard", "expected"),
    [
        ("threading.Lock()", [0.0, 10.0, 20.0]),
        ("threading.RLock()", [0.0, 10.0, 20.0]),
        ("threading.Semaphore(2)", [0.0, 0.0, 10.0]),
        ("threading.BoundedSemaphore(2)", [0.0, 0.0, 10.0]),
        ("threading.Condition()", [0.0, 10.0, 20.0]),
    ],
)
def test_guards_hold_threads_in_virtual_time(run_plain, guard, expected):
    report = run_plain(
        IMPORTS
        + f"""
def run(say):
    guard = {guard}
    entered = []
    def work():
        with guard:
            entered.append(time.monotonic())
            time.sleep(10)
    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    say(entered)
"""
    )

    assert said(report) == [expected]


def test_a_lock_with_a_limit_gives_up_in_virtual_time(run_plain):
    report = run_plain(
        IMPORTS
        + """
def run(say):
    lock = threading.Lock()
    lock.acquire()
    say([lock.acquire(timeout=5), lock.acquire(blocking=False), time.monotonic()])
"""
    )

    assert said(report) == [[False, False, 5.0]]


def test_a_barrier_lets_threads_go_together(run_plain):
    report = run_plain(
        IMPORTS
        + """
def run(say):
    barrier = threading.Barrier(3)
    passed = []
    def work(seconds):
        time.sleep(seconds)
        barrier.wait()
        passed.append(time.monotonic())
    threads = [threading.Thread(target=work, args=(seconds,)) for seconds in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    say(passed)
"""
    )

    assert said(report) == [[3.0, 3.0, 3.0]]


def test_futures_are_waited_for_in_virtual_time(run_plain):
    report = run_plain(
        IMPORTS
        + """
def run(say):
    pool = ThreadPoolExecutor(3)
    jobs = [pool.submit(time.sleep, seconds) for seconds in (1, 2, 30)]
    done, waiting = concurrent.futures.wait(jobs, timeout=5)
    say([len(done), len(waiting), time.monotonic()])
    done, waiting = concurrent.futures.wait(jobs)
    say([len(done), len(waiting), time.monotonic()])
    try:
        pool.submit(time.sleep, 10).result(4)
    except TimeoutError:
        say(time.monotonic())
    say(list(pool.map(lambda seconds: time.sleep(seconds) or seconds, [3, 1, 2])))
    pool.shutdown()
"""
    )

    assert said(report) == [[2, 1, 5.0], [3, 0, 30.0], 34.0, [3, 1, 2]]


def test_jobs_come_as_they_are_completed(run_plain):
    report = run_plain(
        IMPORTS
        + """
def run(say):
    def work(seconds):
        time.sleep(seconds)
        return seconds
    with ThreadPoolExecutor(3) as pool:
        jobs = [pool.submit(work, seconds) for seconds in (3, 1, 2)]
        say([[job.result(), time.monotonic()] for job in concurrent.futures.as_completed(jobs)])
"""
    )

    assert said(report) == [[[1, 1.0], [2, 2.0], [3, 3.0]]]


# Threads and the loop


def test_a_thread_wakes_the_loop_with_call_soon_threadsafe(run):
    report = run(
        IMPORTS
        + """
async def run(say):
    loop = asyncio.get_running_loop()
    bell = asyncio.Event()
    def work():
        time.sleep(3600)
        loop.call_soon_threadsafe(bell.set)
    threading.Thread(target=work).start()
    await bell.wait()
    say(time.monotonic())
"""
    )

    assert said(report) == [HOUR]


def test_a_thread_waits_for_a_coroutine_of_the_loop(run):
    report = run(
        IMPORTS
        + """
async def run(say):
    loop = asyncio.get_running_loop()
    async def double(number):
        await asyncio.sleep(2)
        return 2 * number
    def work():
        results = [asyncio.run_coroutine_threadsafe(double(21), loop).result(10)]
        try:
            asyncio.run_coroutine_threadsafe(asyncio.sleep(100), loop).result(3)
        except TimeoutError:
            results.append(time.monotonic())
        return results
    say(await asyncio.to_thread(work))
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()
"""
    )

    assert said(report) == [[42, 5.0]]


def test_a_loop_in_a_thread_runs_beside_the_loop(run):
    report = run(
        IMPORTS
        + """
async def run(say):
    async def work():
        async with asyncio.timeout(50):
            await asyncio.gather(asyncio.sleep(3), asyncio.sleep(2))
        return time.monotonic()
    say(await asyncio.gather(asyncio.to_thread(asyncio.run, work()), asyncio.sleep(5, "slept")))
    say(time.monotonic())
"""
    )

    assert said(report) == [[3.0, "slept"], 5.0]


def test_threads_and_tasks_of_one_program_share_the_clock(run):
    report = run(
        IMPORTS
        + """
async def run(say):
    seen = []
    async def task():
        for _ in range(3):
            await asyncio.sleep(2)
            seen.append(["task", time.monotonic()])
    def thread():
        for _ in range(3):
            time.sleep(3)
            seen.append(["thread", time.monotonic()])
    await asyncio.gather(task(), asyncio.to_thread(thread))
    say(seen)
"""
    )

    times = [["task", 2], ["thread", 3], ["task", 4], ["thread", 6], ["task", 6], ["thread", 9]]
    assert sorted(said(report)[0], key=str) == sorted(times, key=str)


def test_an_error_in_a_job_comes_out_where_it_is_awaited(run):
    report = run(
        IMPORTS
        + """
def work():
    raise ValueError("spilled")

async def run(say):
    await asyncio.to_thread(work)
"""
    )

    assert report.verdict.reason == "exception"
    assert "it raised ValueError: spilled" in report.verdict.message
    assert "in work" in report.verdict.message


def test_an_error_in_a_raw_thread_is_printed_and_ends_that_thread_only(run):
    report = run(
        IMPORTS
        + """
def work():
    raise ValueError("spilled")

async def run(say):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    say(thread.is_alive())
"""
    )

    assert said(report) == [False]
    assert "ValueError: spilled" in "".join(text for _, text in report.records.printed)


def test_context_variables_follow_into_to_thread(run):
    report = run(
        IMPORTS
        + """
who = contextvars.ContextVar("who")

async def run(say):
    who.set("anna")
    say(await asyncio.to_thread(who.get))
"""
    )

    assert said(report) == ["anna"]


def test_a_thread_that_nobody_joins_does_not_hold_the_test_up(run):
    report = run(
        IMPORTS
        + """
async def run(say):
    threading.Thread(target=time.sleep, args=(1e5,), daemon=True).start()
    say(time.monotonic())
"""
    )

    assert (said(report), report.verdict.status) == ([0.0], "passed")


def test_two_threads_that_hold_each_other_up_are_a_deadlock(run_plain):
    report = run_plain(
        IMPORTS
        + """
def run(say):
    one, other = threading.Lock(), threading.Lock()
    def work(first, second):
        with first:
            time.sleep(1)
            with second:
                say("never")
    threads = [threading.Thread(target=work, args=pair) for pair in ((one, other), (other, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
"""
    )

    assert (report.verdict.reason, report.verdict.virtual_seconds) == ("deadlock", 1.0)
    assert said(report) == []


@pytest.mark.parametrize(
    "wait",
    [
        "threading.Event().wait()",
        "threading.Lock().acquire() and lock.acquire()",
        "queue.Queue().get()",
        "queue.SimpleQueue().get()",
        "concurrent.futures.Future().result()",
        "asyncio.run_coroutine_threadsafe(asyncio.sleep(0), asyncio.get_running_loop()).result()",
    ],
)
def test_a_wait_in_the_loop_s_own_thread_for_what_nobody_does_is_a_deadlock_with_its_line(run, wait):
    report = run(
        IMPORTS
        + f"""
lock = threading.Lock()
lock.acquire()

async def run(say):
    {wait}
"""
    )

    assert report.verdict.reason == "deadlock"
    assert "line 8" in report.verdict.message


@pytest.mark.parametrize(
    "wait", ["threading.Event().wait(2)", "concurrent.futures.wait([concurrent.futures.Future()], 2)"]
)
def test_a_wait_with_a_limit_in_the_loop_s_own_thread_blocks_the_loop(run, wait):
    report = run(
        IMPORTS
        + f"""
async def run(say):
    {wait}
    say(time.monotonic())
"""
    )

    assert said(report) == [2.0]
    assert [(block.seconds, block.line) for block in report.records.blocked] == [(2.0, 5)]


def test_a_program_of_threads_does_the_same_in_twenty_runs(probes):
    source = (
        IMPORTS
        + """
async def run(say):
    seen = []
    line = queue.Queue()
    lock = threading.Lock()
    def work(name):
        for _ in range(3):
            with lock:
                seen.append(name)
            time.sleep(1)
            line.put(name)
            seen.append(line.get())
    await asyncio.gather(*[asyncio.to_thread(work, name) for name in "abcdefgh"])
    say([seen, time.monotonic()])
"""
    )

    reports = probes.judge(*[source] * 20)

    assert len({str(said(report)) for report in reports}) == 1
    assert said(reports[0])[0][1] == 3.0
