"""Every clock of a submission tells virtual time, and all of them agree."""

import pytest
from small_kit import said

MICROSECOND = 1e-6

CLOCKS = """
import asyncio, datetime, time
from time import monotonic, perf_counter

begin = time.time(), datetime.datetime.now(), datetime.datetime.now(datetime.timezone.utc)

def readings():
    return [
        time.time() - begin[0],
        (datetime.datetime.now() - begin[1]).total_seconds(),
        (datetime.datetime.now(datetime.timezone.utc) - begin[2]).total_seconds(),
        time.monotonic(),
        time.perf_counter(),
        monotonic(),
        perf_counter(),
        time.time_ns() / 1e9 - begin[0],
        time.monotonic_ns() / 1e9,
        time.perf_counter_ns() / 1e9,
        time.clock_gettime(time.CLOCK_MONOTONIC),
        time.clock_gettime_ns(time.CLOCK_BOOTTIME) / 1e9,
        time.clock_gettime_ns(time.CLOCK_REALTIME) / 1e9 - begin[0],
    ]
"""


def agree(reading, seconds):
    return all(abs(clock - seconds) <= MICROSECOND for clock in reading)


def test_all_clocks_and_the_loop_agree_before_and_after_sleeps(run):
    report = run(
        CLOCKS
        + """
async def run(say):
    loop = asyncio.get_running_loop()
    for delay in (0, 2, 0.1, 1e-3, 3600):
        await asyncio.sleep(delay)
        say([*readings(), loop.time()])
"""
    )

    times = (0, 2, 2.1, 2.101, 3602.101)
    assert [agree(reading, time) for reading, time in zip(said(report), times, strict=True)] == [True] * 5


def test_the_processors_clocks_stand_still_since_they_differ_in_every_run(run):
    report = run(
        """
        import time

        async def run(say):
            sum(range(100_000))
            say([time.process_time(), time.thread_time_ns(), time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID)])
        """
    )

    assert said(report) == [[0.0, 0, 0.0]]


def test_a_clock_stands_still_while_code_runs(run):
    report = run(
        """
        import time

        async def run(say):
            begin = time.perf_counter()
            sum(range(100_000))
            say(time.perf_counter() - begin)
        """
    )

    assert said(report) == [0.0]


def test_the_calendar_agrees_with_the_clock(run):
    report = run(
        """
        import asyncio, datetime, time

        async def run(say):
            await asyncio.sleep(86_400)
            now = datetime.datetime.now()
            say([str(now), str(datetime.date.today()), time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime())])
            say(now.timestamp() == time.time())
        """
    )

    day = "2030-01-02"
    assert said(report) == [[f"{day} 00:00:00", day, f"{day} 00:00:00"], True]


@pytest.mark.parametrize("how", ["time.sleep(2)", "asyncio.run(asyncio.sleep(2))"])
def test_all_clocks_agree_in_a_thread(run, how):
    report = run(
        CLOCKS
        + f"""
def wait_and_look():
    {how}
    return readings()

async def run(say):
    await asyncio.sleep(1)
    say(await asyncio.to_thread(wait_and_look))
    say(readings())
"""
    )

    assert [agree(reading, 3) for reading in said(report)] == [True, True]


def test_a_submission_called_like_a_module_that_freezegun_leaves_alone_gets_virtual_time(probes):
    (report,) = probes.judge(
        """
        from time import monotonic
        import asyncio

        async def run(say):
            await asyncio.sleep(5)
            say(monotonic())
        """,
        filename="queue_of_gifts/threading.py",
    )

    assert said(report) == [5.0]


# time.sleep in a coroutine


def test_three_blocking_sleeps_of_2_seconds_at_once_take_6_seconds(run):
    report = run(
        """
        import asyncio, time

        async def nap():
            time.sleep(2)

        async def run(say):
            await asyncio.gather(nap(), nap(), nap())
            say(time.monotonic())
        """
    )

    assert said(report) == [6.0]


def test_a_blocking_sleep_is_recorded_with_its_line(run):
    report = run(
        """
        import time

        async def run(say):
            time.sleep(2)
            time.sleep(0.5)
        """
    )

    blocked = [(block.start, block.seconds, block.line) for block in report.records.blocked]
    assert blocked == [(0.0, 2.0, 4), (2.0, 0.5, 5)]


def test_a_blocking_sleep_that_was_imported_by_name_is_recorded_too(run):
    report = run(
        """
        from time import sleep

        async def run(say):
            sleep(2)
        """
    )

    assert [(block.seconds, block.line) for block in report.records.blocked] == [(2.0, 4)]


def test_nothing_else_of_the_submission_runs_while_it_blocks(run):
    report = run(
        """
        import asyncio, time

        async def tick(say):
            await asyncio.sleep(1)
            say(["tick", time.monotonic()])

        async def run(say):
            task = asyncio.create_task(tick(say))
            await asyncio.sleep(0)
            time.sleep(5)
            say(["blocked", time.monotonic()])
            await task
        """
    )

    assert said(report) == [["blocked", 5.0], ["tick", 5.0]]


def test_a_sleep_in_a_thread_blocks_nobody(run):
    report = run(
        """
        import asyncio, time

        async def run(say):
            await asyncio.gather(*[asyncio.to_thread(time.sleep, 2) for _ in range(3)])
            say(time.monotonic())
        """
    )

    assert said(report) == [2.0]
    assert report.records.blocked == []


@pytest.mark.parametrize(
    ("seconds", "error"), [("-1", "ValueError"), ("'2'", "TypeError"), ("None", "TypeError")]
)
def test_a_sleep_refuses_what_the_real_one_refuses(run, seconds, error):
    report = run(
        f"""
        import time

        async def run(say):
            try:
                time.sleep({seconds})
            except Exception as error:
                say(type(error).__name__)
        """
    )

    assert said(report) == [error]


# Loops


OWN_LOOPS = {
    "run": "asyncio.run(main())",
    "Runner": """
with asyncio.Runner() as runner:
        runner.run(main())""",
    "new_event_loop": """
loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()""",
    "policy": """
loop = asyncio.DefaultEventLoopPolicy().new_event_loop()
    loop.run_until_complete(main())
    loop.close()""",
    "current policy": """
loop = asyncio.get_event_loop_policy().new_event_loop()
    loop.run_until_complete(main())
    loop.close()""",
    "SelectorEventLoop": """
loop = asyncio.SelectorEventLoop()
    loop.run_until_complete(main())
    loop.close()""",
    "loop factory": """
with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.run(main())""",
    "run_forever": """
loop = asyncio.new_event_loop()
    task = loop.create_task(main())
    task.add_done_callback(lambda done: loop.stop())
    loop.run_forever()
    loop.close()""",
}


@pytest.mark.parametrize("way", OWN_LOOPS.values(), ids=list(OWN_LOOPS))
def test_a_loop_that_the_submission_makes_runs_in_virtual_time(run_plain, way):
    report = run_plain(
        f"""
import asyncio, time

def run(say):
    async def main():
        await asyncio.gather(asyncio.sleep(100_000), asyncio.sleep(50_000))
        say([time.monotonic(), asyncio.get_running_loop().time()])
    {way.strip()}
    say(time.monotonic())
"""
    )

    assert said(report) == [[100_000.0, 100_000.0], 100_000.0]
    assert (report.verdict.status, report.verdict.message) == ("passed", "")


def test_a_second_loop_goes_on_where_the_first_one_stopped(run_plain):
    report = run_plain(
        """
        import asyncio, time

        def run(say):
            for _ in range(3):
                asyncio.run(asyncio.sleep(2))
                say(time.monotonic())
        """
    )

    assert said(report) == [2.0, 4.0, 6.0]


def test_a_sleep_outside_of_any_loop_takes_its_time(run_plain):
    report = run_plain(
        """
        import time

        def run(say):
            time.sleep(3)
            say(time.monotonic())
        """
    )

    assert said(report) == [3.0]


def test_a_running_loop_refuses_to_be_run_again(run):
    report = run("import asyncio\n\nasync def run(say):\n    asyncio.run(asyncio.sleep(1))\n")

    assert report.verdict.reason == "exception"
    assert "asyncio.run() cannot be called from a running event loop" in report.verdict.message
