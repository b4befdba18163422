"""Functions of the world that take virtual time without an await."""

import pytest
from world_probe import passed, tried


def test_a_blocking_call_blocks_the_loop_on_its_line(kit):
    report = tried(
        kit,
        """
        read = world.blocking("read", seconds=2, answer=lambda sensor: sensor.upper())

        assert await submission.run(read) == ["A", "B", "C"]
        assert world.elapsed == 6.0
        assert [(block.start, block.seconds, block.line) for block in world.blocked] == [
            (0.0, 2.0, 5), (2.0, 2.0, 5), (4.0, 2.0, 5)
        ]
        """,
        """
        async def run(read):
            return [read(sensor) for sensor in "abc"]
        """,
    )

    assert passed(report) is True


IN_THREADS = {
    "to_thread": """
        async def run(read):
            return await asyncio.gather(*[asyncio.to_thread(read, sensor) for sensor in "abc"])
    """,
    "run_in_executor": """
        async def run(read):
            loop = asyncio.get_running_loop()
            return await asyncio.gather(*[loop.run_in_executor(None, read, sensor) for sensor in "abc"])
    """,
    "a pool of its own": """
        async def run(read):
            pool = ThreadPoolExecutor()
            jobs = [pool.submit(read, sensor) for sensor in "abc"]
            return [await asyncio.wrap_future(job) for job in jobs]
    """,
    "raw threads": """
        async def run(read):
            def work(sensor):
                found[sensor] = read(sensor)
            found = {}
            threads = [threading.Thread(target=work, args=(sensor,)) for sensor in "abc"]
            for thread in threads:
                thread.start()
            for thread in threads:
                await asyncio.to_thread(thread.join)
            return [found[sensor] for sensor in "abc"]
    """,
}


@pytest.mark.parametrize("way", IN_THREADS)
def test_blocking_calls_in_threads_wait_together_and_the_loop_goes_on(kit, way):
    report = tried(
        kit,
        """
        read = world.blocking("read", seconds={"a": 2, "b": 1, "c": 2}, answer=lambda sensor: sensor.upper())
        beats = []

        async def beat():
            while True:
                await asyncio.sleep(0.5)
                beats.append(float(world.elapsed))

        heart = asyncio.create_task(beat())
        found = await submission.run(read)
        heart.cancel()

        assert found == ["A", "B", "C"]
        assert world.elapsed == 2.0
        assert beats[:3] == [0.5, 1.0, 1.5]
        assert [(call.label, call.start, call.end) for call in read.calls] == [
            ("read a", 0.0, 2.0), ("read b", 0.0, 1.0), ("read c", 0.0, 2.0)
        ]
        assert (read.most_at_once, world.blocked) == (3, [])
        """,
        IN_THREADS[way],
    )

    assert passed(report) is True


def test_an_error_of_a_blocking_call_comes_out_at_its_end(kit):
    report = tried(
        kit,
        """
        read = world.blocking("read", seconds=2, error={"b": OSError("cut off")})

        with pytest.raises(OSError, match="cut off"):
            await submission.run(read)
        assert world.elapsed == 2.0
        assert [(call.outcome, call.end) for call in read.calls] == [("failed", 2.0)]
        """,
        "async def run(read):\n    await asyncio.to_thread(read, 'b')\n",
    )

    assert passed(report) is True


def test_a_blocking_call_that_nobody_waits_for_is_still_running_at_the_end(kit):
    report = tried(
        kit,
        """
        read = world.blocking("read", seconds=20)

        await submission.run(read)
        await asyncio.sleep(1)
        assert [(call.outcome, call.end) for call in read.calls] == [("running", None)]
        """,
        "async def run(read):\n    threading.Thread(target=read).start()\n",
    )

    assert passed(report) is True


def test_a_plain_program_waits_without_a_loop_to_block(kit):
    report = tried(
        kit,
        """
        def test_it(submission, world):
            '''It runs.'''
            read = world.blocking("read", seconds=2, answer=7)

            assert submission.run(read) == [7, 7, 7]
            assert (world.elapsed, world.blocked) == (4.0, [])
        """,
        """
        def run(read):
            first = read()
            with ThreadPoolExecutor() as pool:
                return [first, *pool.map(lambda _: read(), range(2))]
        """,
    )

    assert passed(report) is True


def test_a_blocking_function_that_the_test_calls_itself_blocks_the_loop_for_all(kit):
    report = tried(
        kit,
        """
        stall = world.blocking("stall", seconds=1.2)
        ticks = asyncio.create_task(submission.run())
        await asyncio.sleep(0.75)
        stall()

        assert world.elapsed == 1.95
        assert await ticks == [0.5, 1.95, 2.45]
        assert world.blocked == []
        """,
        """
        async def run():
            found = []
            for _ in range(3):
                await asyncio.sleep(0.5)
                found.append(time.monotonic())
            return found
        """,
    )

    assert passed(report) is True


@pytest.mark.parametrize("end", ["read._end(read._begin('a')[0])", "read._end(7)"])
def test_a_call_that_ends_before_its_time_is_no_honest_one(kit, end):
    report = tried(
        kit,
        "await submission.run(world.blocking('read', seconds=2, answer='secret'))",
        f"async def run(read):\n    return {end}\n",
    )

    assert report.verdict.reason == "protocol"
