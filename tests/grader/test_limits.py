"""What a submission may use in a test: a breach is a verdict that names the limit, and an author may set others."""

import sys

import pytest

from grader.judge.session import JudgeFailed

TEST = '''
{marks}
@pytest.mark.points(1)
async def test_run(submission, world):
    """It runs."""
    await submission.run(world.callback("say"))
'''
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's limits are set on Linux only")


@pytest.fixture
def run_within(kit):
    """Run a submission within limits: what came of it."""

    def run_within(limits, source):
        return kit.add(TEST.format(marks=f"@pytest.mark.limits({limits})")).judge(source)[0]

    return run_within


@LINUX
def test_too_much_memory_is_named(run_within):
    verdict = run_within("memory=64", "async def run(say):\n    return bytes(200_000_000)\n").verdict

    assert verdict.reason == "exception"
    assert verdict.message == (
        "it raised MemoryError (probe.py, line 2, in run). A test may use 64 MB of memory"
    )


@LINUX
def test_an_author_may_allow_more_memory(run_within):
    source = "async def run(say):\n    return len(bytes(1_500_000_000))\n"

    assert run_within("", source).verdict.status == "failed"
    assert run_within("memory=4096", source).verdict.status == "passed"


def test_too_many_threads_are_named(run_within):
    source = """
    import asyncio, threading

    async def run(say):
        event = threading.Event()
        threads = [threading.Thread(target=event.wait) for _ in range(3)]
        try:
            for thread in threads:
                thread.start()
        finally:
            event.set()
    """

    assert run_within("threads=2", source).verdict.message.startswith(
        "it raised RuntimeError: can't start new thread: 2 of them live, and no more are allowed"
    )
    assert run_within("threads=3", source).verdict.status == "passed"


def test_threads_that_have_ended_do_not_count(run_within):
    source = """
    import threading

    async def run(say):
        for _ in range(5):
            thread = threading.Thread(target=say)
            thread.start()
            thread.join()
    """

    assert run_within("threads=1", source).verdict.status == "passed"


def test_a_step_that_takes_too_long_is_named(run_within):
    verdict = run_within("step=0.1, wall=9", "async def run(say):\n    while True:\n        pass\n").verdict

    assert verdict.reason == "hang"
    assert verdict.message.endswith("(A step may take 0.1 s of processor time, or 9 s in all.)")


@LINUX
def test_too_much_processor_time_in_all_is_named(run_within):
    verdict = run_within(
        "processor=1, step=60", "async def run(say):\n    while True:\n        pass\n"
    ).verdict

    assert (verdict.reason, verdict.message) == (
        "hang",
        "it used more than 1 s of processor time in one test",
    )


def test_too_many_turns_are_named(run_within):
    verdict = run_within(
        "turns=100",
        "import asyncio\n\nasync def run(say):\n    while True:\n        await asyncio.sleep(0)\n",
    ).verdict

    assert (verdict.reason, verdict.message) == (
        "livelock",
        "it went on for 100 turns of the loop and time did not move",
    )


def test_too_many_calls_are_named(run_within):
    verdict = run_within("messages=50", "async def run(say):\n    while True:\n        say()\n").verdict

    assert (verdict.reason, verdict.message) == ("horizon", "it made 50 calls and there was no end in sight")


def test_what_is_printed_beyond_the_limit_is_counted_and_not_kept(run_within):
    report = run_within("output=10", "async def run(say):\n    print('x' * 30)\n")

    assert "".join(text for _, text in report.records.printed) == "x" * 10
    assert report.records.dropped_output == 21
    assert report.verdict.status == "passed"


def test_the_mark_nearest_to_the_test_wins(kit):
    whole_file = "pytestmark = pytest.mark.limits(threads=0, turns=7)\n"
    kit.add(whole_file + TEST.format(marks="@pytest.mark.limits(threads=1)"))
    thread = "import threading\n\nasync def run(say):\n    threading.Thread(target=say).start()\n"
    turns = "import asyncio\n\nasync def run(say):\n    while True:\n        await asyncio.sleep(0)\n"

    assert kit.judge(thread)[0].verdict.status == "passed"
    assert "for 7 turns" in kit.judge(turns)[0].verdict.message


def test_a_limit_that_there_is_not_is_the_authors_mistake(run_within):
    with pytest.raises(JudgeFailed, match="unknown field `colour`"):
        run_within("colour=3", "async def run(say):\n    pass\n")
