"""A run that does not end by itself: it is ended, it costs that one test, and the student is told why."""

import os
import select
import sys

import pytest
from small_kit import Kit, said

from grader.judge.workers import ForkingWorkers

# Each of three tests asks for one number; submissions go wrong at 2.
THREE_TESTS = """
@pytest.mark.points(1)
async def test_one(submission):
    assert await submission.double(1) == 2

@pytest.mark.points(1)
async def test_two(submission):
    assert await submission.double(2) == 4

@pytest.mark.points(1)
async def test_three(submission):
    assert await submission.double(3) == 6
"""

AT_TWO = """
import asyncio, ctypes, os, re, sys, threading, time

async def double(number):
    if number == 2:
{trouble}
    return 2 * number
"""

TROUBLE = {
    "a loop that never ends": ("while True: pass", "hang"),
    "a loop that swallows everything": (
        """
while True:
    try:
        time.sleep(0)
    except BaseException:
        pass""",
        "hang",
    ),
    "a regular expression that backtracks": ("re.match(r'(a+)+$', 'a' * 50 + 'b')", "hang"),
    "a thread that computes for ever": (
        """
def work():
    while True: pass
thread = threading.Thread(target=work)
thread.start()
thread.join()""",
        "hang",
    ),
    "a blocking loop of sleeps": (
        """
while True:
    try:
        time.sleep(1000)
    except BaseException:
        pass""",
        "horizon",
    ),
    "a loop that swallows everything and sleeps": (
        """
while True:
    try:
        await asyncio.sleep(1000)
    except BaseException:
        pass""",
        "horizon",
    ),
    "a thread that never ends": (
        """
def work():
    while True: time.sleep(1000)
await asyncio.to_thread(work)""",
        "horizon",
    ),
    "a loop that yields at one instant": (
        """
while True:
    await asyncio.sleep(0)""",
        "livelock",
    ),
    "callbacks that call themselves": (
        """
loop = asyncio.get_running_loop()
again = lambda: loop.call_soon(again)
again()
await asyncio.Event().wait()""",
        "livelock",
    ),
    "a future that nobody resolves": ("await asyncio.get_running_loop().create_future()", "deadlock"),
    "an event that nobody sets": ("await asyncio.Event().wait()", "deadlock"),
    "a lock that is taken twice": (
        """
lock = asyncio.Lock()
await lock.acquire()
await lock.acquire()""",
        "deadlock",
    ),
    "a thread event in the loop's thread": ("threading.Event().wait()", "deadlock"),
    "a heartbeat beside a deadlock": (
        """
async def beat():
    while True:
        await asyncio.sleep(1)
task = asyncio.create_task(beat())
await asyncio.Event().wait()""",
        "horizon",
    ),
    "a process that ends itself": ("os._exit(0)", "crash"),
    "a process that ends itself with a code": ("os._exit(42)", "crash"),
    "a segmentation fault": ("ctypes.string_at(0)", "crash"),
    "an abort": ("os.abort()", "crash"),
    "its channel closed": ("os.closerange(3, 100)", "crash"),
    "SystemExit": ("sys.exit(0)", "exception"),
    "KeyboardInterrupt": ("raise KeyboardInterrupt", "exception"),
    "GeneratorExit": ("raise GeneratorExit", "exception"),
    "CancelledError": ("raise asyncio.CancelledError", "exception"),
    "StopIteration": ("raise StopIteration", "exception"),
    "a BaseException of its own": ("raise type('Mine', (BaseException,), {})", "exception"),
    "its task cancelled": ("asyncio.current_task().cancel(); await asyncio.sleep(1)", "exception"),
    "recursion": (
        """
def down(): down()
down()""",
        "exception",
    ),
    "SystemExit in a task": (
        """
async def leave():
    sys.exit(0)
await asyncio.create_task(leave())""",
        "crash",
    ),
    "KeyboardInterrupt in a task": (
        """
async def leave():
    raise KeyboardInterrupt
await asyncio.create_task(leave())""",
        "crash",
    ),
    "memory without end": ("x = [0] * 10**15", "exception"),
    "a value too large to be passed": ("return 'x' * 5_000_000", "exception"),
    "a value too deep to be passed": (
        """
value = []
for _ in range(100): value = [value]
return value""",
        "exception",
    ),
    "an int too large to be passed": ("return 10**100_000", "exception"),
}


FIRST_WORDS = {
    "hang": "a step did not come back: it computed, or waited outside of asyncio, without an `await`.",
    "horizon": "the clock ran to ",
    "deadlock": "deadlock at 0 s: ",
}


def submission(trouble):
    body = "\n".join(" " * 8 + line for line in trouble.strip().splitlines())
    return AT_TWO.format(trouble=body)


@pytest.fixture(scope="module")
def doubles(tmp_path_factory, workers):
    """A kit with one exercise: `double(number)`, in three tests of a point each."""
    stub = "async def double(number):\n    raise NotImplementedError\n"
    return Kit(tmp_path_factory.mktemp("doubles"), workers).add(THREE_TESTS, stub=stub)


@pytest.mark.parametrize(("trouble", "reason"), TROUBLE.values(), ids=list(TROUBLE))
def test_trouble_costs_that_one_test_and_has_its_reason(doubles, trouble, reason):
    one, two, three = (report.verdict for report in doubles.judge(submission(trouble)))

    assert (one.status, three.status) == ("passed", "passed"), (one.message, three.message)
    assert (two.status, two.points, two.reason) == ("failed", 0, reason), two.message
    assert "Traceback" not in two.message
    assert two.message.startswith(FIRST_WORDS.get(reason, ""))


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        ("os._exit(42)", "its process ended with exit code 42 in the middle of the test"),
        ("ctypes.string_at(0)", "its process was killed by the signal SIGSEGV"),
    ],
)
def test_a_crash_says_how_the_process_ended(doubles, trouble, sentence):
    _, two, _ = doubles.judge(submission(trouble))

    assert two.verdict.message.startswith(sentence)


# A deadlock: at once, and who waits for what


def waits(report):
    """Who waits for what, by the message of a deadlock."""
    assert report.verdict.reason == "deadlock", report.verdict
    first, *lines = report.verdict.message.splitlines()
    assert first.startswith("deadlock at ")
    return lines


def test_a_deadlock_says_when_and_who_waits_on_which_line(run):
    report = run(
        """
        import asyncio

        async def waiter(bell):
            await asyncio.sleep(2)
            await bell.wait()

        async def run(say):
            bell = asyncio.Event()
            task = asyncio.create_task(waiter(bell), name="anna")
            await task
        """
    )

    assert report.verdict.message.startswith("deadlock at 2 s: ")
    assert report.verdict.virtual_seconds == 2.0
    assert waits(report) == [
        "  run, line 10, waits for the end of anna (waiter)",
        "  anna (waiter), line 5, waits for Event.wait()",
    ]


@pytest.mark.parametrize(
    ("wait", "what"),
    [
        ("asyncio.Queue().get()", "Queue.get()"),
        ("asyncio.get_running_loop().create_future()", "a future that nobody resolves"),
        ("asyncio.gather(asyncio.Event().wait(), asyncio.Event().wait())", "all that it gathered"),
        ("asyncio.wait([asyncio.create_task(asyncio.Event().wait())])", "_wait()"),
        ("asyncio.Semaphore(0).acquire()", "Semaphore.acquire()"),
        ("asyncio.Barrier(2).wait()", "Condition.wait()"),
    ],
)
def test_a_deadlock_says_what_is_waited_for(run, wait, what):
    report = run(f"import asyncio\n\nasync def run(say):\n    await {wait}\n")

    assert waits(report)[0] == f"  run, line 4, waits for {what}"


def test_a_group_s_block_waits_for_its_tasks(run):
    report = run(
        """
        import asyncio

        async def run(say):
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.Event().wait(), name="anna")
        """
    )

    assert waits(report)[0] == "  run, line 4, waits for the tasks of its group"


def test_a_deadlock_of_a_program_that_makes_its_own_loop_is_told_too(run_plain):
    report = run_plain(
        """
        import asyncio

        async def main():
            await asyncio.sleep(1)
            await asyncio.Event().wait()

        def run(say):
            asyncio.run(main())
        """
    )

    assert report.verdict.virtual_seconds == 1.0
    assert any("(main), line 5, waits for Event.wait()" in line for line in waits(report))


def test_a_test_that_waits_for_what_the_submission_never_does_is_a_deadlock(kit):
    kit.add(
        """
        import asyncio

        @pytest.mark.points(1)
        async def test_bell(submission):
            bell = asyncio.Event()
            await submission.run(bell.set)
            await bell.wait()
        """
    )

    (report,) = kit.judge("async def run(ring):\n    pass\n")

    assert waits(report) == ["  the test waits for something that the submission does not do"]


def test_a_far_timer_is_no_deadlock(run):
    report = run("import asyncio\n\nasync def run(say):\n    await asyncio.sleep(999_999)\n")

    assert (report.verdict.status, report.verdict.virtual_seconds) == ("passed", 999_999.0)


# What a submission leaves behind


def test_a_task_that_swallows_every_cancellation_does_not_hold_the_judge_up(run):
    report = run(
        """
        import asyncio

        async def stubborn():
            while True:
                try:
                    await asyncio.sleep(1)
                except asyncio.CancelledError:
                    pass

        async def run(say):
            global task
            task = asyncio.create_task(stubborn())
            await asyncio.sleep(0)
            task.cancel()
        """
    )

    assert report.verdict.reason == "hygiene"
    assert report.verdict.message.startswith("a task was left running: ")
    assert "(stubborn), line 6" in report.verdict.message


def test_a_program_whose_tasks_swallow_every_cancellation_does_not_hold_the_judge_up(run_plain):
    report = run_plain(
        """
        import asyncio

        async def stubborn():
            while True:
                try:
                    await asyncio.sleep(1000)
                except asyncio.CancelledError:
                    pass

        async def main():
            task = asyncio.create_task(stubborn())
            await asyncio.sleep(0)

        def run(say):
            asyncio.run(main())
        """
    )

    assert report.verdict.reason == "horizon"


def test_an_async_generator_that_yields_when_it_is_closed_does_not_hold_the_judge_up(run):
    report = run(
        """
        async def numbers():
            while True:
                try:
                    yield 1
                except BaseException:
                    pass

        async def run(say):
            async for number in numbers():
                break
        """
    )

    assert report.verdict.status in ("passed", "failed")


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "async def run(say):\n    asyncio.create_task(asyncio.sleep(1), name='anna')\n",
            "a task was left running: anna (sleep), waiting for sleep(). Await it, or cancel it and wait",
        ),
        (
            "async def work():\n    pass\n\nasync def run(say):\n    work()\n",
            "the coroutine object of `work` was never awaited: calling an async function does not run it.",
        ),
        (
            "async def fail():\n    1 / 0\n\nasync def run(say):\n    await asyncio.wait([asyncio.Task(fail())])\n",
            "an error reached nobody but the event loop: Task exception was never retrieved: ZeroDivisionError(",
        ),
        (
            "async def run(say):\n    asyncio.get_running_loop().call_soon(lambda: 1 / 0)\n",
            "an error reached nobody but the event loop: ",
        ),
        (
            "async def run(say):\n    asyncio.new_event_loop()\n",
            "an event loop was left open: whoever makes a loop closes it. `asyncio.run` does both.",
        ),
    ],
    ids=["task", "coroutine", "task's error", "callback's error", "loop"],
)
def test_what_is_left_behind_is_told(run, source, sentence):
    report = run(f"import asyncio\n\n{source}")

    assert (report.verdict.status, report.verdict.reason) == ("failed", "hygiene")
    assert report.verdict.message.startswith(sentence)


def test_what_ends_at_this_very_moment_is_not_left_behind(run):
    report = run(
        """
        import asyncio

        async def run(say):
            task = asyncio.create_task(asyncio.sleep(1))
            await asyncio.sleep(0.5)
            task.cancel()
        """
    )

    assert report.verdict.status == "passed"


def test_a_blocked_loop_is_told_beside_a_failure(kit):
    kit.add(
        """
        @pytest.mark.points(1)
        async def test_time(submission, world):
            await submission.run()
            assert world.elapsed == 1.0
        """
    )

    (report,) = kit.judge("import time\n\nasync def run():\n    time.sleep(2)\n    time.sleep(1)\n")

    assert report.verdict.message == (
        "took 3.0 s, expected 1.0 s\n"
        "line 4 blocked the event loop for 2 s, 3 s in all: nothing else could run meanwhile"
    )


# Processes


def test_no_process_of_a_submission_outlives_its_test(run):
    report = run(
        """
        import os

        async def run(say):
            try:
                child = os.fork()
            except PermissionError:  # a sandbox may not even let it start one
                return
            if child == 0:
                while True:
                    os.read(held, 1)
            say(child)

        held, _ = os.pipe()
        """
    )

    for child in said(report):
        wait_for_the_end_of(child)  # the limit of this test's time is the assertion


def wait_for_the_end_of(process):
    """Return when a process, which need not be a child of this one, has ended."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return
    with os.fdopen(handle) as ended:
        select.select([ended], [], [])


def test_a_crash_leaves_nothing_to_the_next_submission(doubles):
    spoiled = "import os\nos._exit(0)\n"

    reports = doubles.judge(spoiled, submission("sys.exit(0)"), spoiled, submission("pass"))

    assert [report.verdict.points for report in reports] == [0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1]


# What an honest program never does


@pytest.mark.parametrize(
    "junk",
    ["b'junk'", "b'\\xff' * 100", "b'\\0\\0\\0\\5junk!'", "b'\\0\\0\\0\\1\\xc0'", "b'\\0' * 4096"],
)
def test_junk_on_the_channel_is_no_error_of_the_judge(run, junk):
    report = run(
        f"""
        import os, socket, stat

        async def run(say):
            for fd in range(3, 50):
                try:
                    if stat.S_ISSOCK(os.fstat(fd).st_mode):
                        os.write(fd, {junk})
                except OSError:
                    pass
        """
    )

    assert (report.verdict.status, report.verdict.points) == ("failed", 0)
    assert report.verdict.reason in ("protocol", "hang", "crash")


FORGED = """
def forge():
    from grader.worker.program import Program
    assert hasattr(Program, "{method}")
    Program.{method} = lambda *args: {answer}

async def run(say):
    forge()
{after}
"""


@pytest.mark.parametrize("answer", ["{}", "None", "5", "[1, 2]", "{'tasks': 1}", "object()", "{1: {2: {3}}}"])
@pytest.mark.parametrize("method", ["leftovers", "counts", "waiting"])
def test_forged_reports_of_the_worker_are_no_error_of_the_judge(run, method, answer):
    after = (
        "    while True:\n        await __import__('asyncio').Event().wait()" if method == "waiting" else ""
    )
    report = run(FORGED.format(method=method, answer=answer, after=after))

    assert report.verdict.status != "error", report.verdict.message
    if method == "leftovers":
        assert (report.verdict.points, report.verdict.reason) == (0, "protocol")


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere there is no parent of all workers"
)
@pytest.mark.parametrize("moment", ["before", "while"])
def test_the_end_of_the_warm_parent_is_our_failure_and_not_the_students(tmp_path, monkeypatch, moment):
    hidden = '''
    import os, signal

    def end_the_parent():
        parent = int(os.environ["WARM_PARENT"])
        os.kill(parent, signal.SIGKILL)
        os.waitid(os.P_PID, parent, os.WEXITED | os.WNOWAIT)

    @pytest.mark.points(1)
    async def test_run(submission, world):
        """It runs."""
        if os.environ["MOMENT"] == "before":
            end_the_parent()
        await submission.run(world.callback("say", answer=end_the_parent))
    '''
    workers = ForkingWorkers(without=["box"])  # without it, the parent of the workers is a child of ours
    try:
        workers.start().end()
        monkeypatch.setenv("WARM_PARENT", str(workers._parent.pid))
        monkeypatch.setenv("MOMENT", moment)
        source = "async def run(say):\n    say()\n"
        verdict = Kit(tmp_path, workers).add(hidden).judge(source)[0].verdict
    finally:
        workers.close()

    assert (verdict.status, verdict.points) == ("error", 0), verdict.message
    assert "the parent of the workers ended" in verdict.message


def test_a_submission_that_cancels_its_caller_fails_and_it_is_not_the_graders_failure(run):
    report = run(
        """
        import asyncio

        async def run(say):
            asyncio.current_task().cancel()
            await asyncio.sleep(1)
        """
    )

    assert (report.verdict.status, report.verdict.reason) == ("failed", "exception")
