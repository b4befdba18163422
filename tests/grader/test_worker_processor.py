"""Computing in virtual time: the threads of a process share its processor."""

from world_probe import passed, tried


def test_computing_blocks_the_loop(kit):
    report = tried(
        kit,
        """
        digest = world.computing("digest", seconds=2, answer="9f")

        assert await submission.run(digest) == "9f"
        assert [(block.seconds, block.line) for block in world.blocked] == [(2.0, 5)]
        """,
        """
        async def run(digest):
            return digest(b"blob")
        """,
    )

    assert passed(report) is True


def test_threads_that_compute_share_the_processor(kit):
    report = tried(
        kit,
        """
        digest = world.computing("digest", seconds=2)

        await submission.run(digest)
        assert world.elapsed == 4.0
        assert [(call.start, call.end) for call in digest.calls] == [(0.0, 4.0), (0.0, 4.0)]
        assert world.blocked == []
        """,
        "async def run(digest):\n"
        "    await asyncio.gather(asyncio.to_thread(digest), asyncio.to_thread(digest))\n",
    )

    assert passed(report) is True


def test_a_thread_that_waits_takes_no_part_in_the_processor(kit):
    report = tried(
        kit,
        """
        digest = world.computing("digest", seconds=2)
        read = world.blocking("read", seconds=2)

        await submission.run(digest, read)
        assert world.elapsed == 2.0
        """,
        "async def run(*jobs):\n    await asyncio.gather(*[asyncio.to_thread(job) for job in jobs])\n",
    )

    assert passed(report) is True


def test_a_short_computation_beside_a_long_one_takes_twice_its_time(kit):
    report = tried(
        kit,
        """
        digest = world.computing("digest", seconds={"long": 3, "short": 0.5})

        await submission.run(digest)
        assert {call.args[0]: (call.start, call.end) for call in digest.calls} == {
            "long": (0.0, 3.5), "short": (1.0, 2.0)
        }
        assert world.blocked == []
        """,
        """
        async def run(digest):
            async def short():
                await asyncio.sleep(1)
                await asyncio.to_thread(digest, "short")
            await asyncio.gather(asyncio.to_thread(digest, "long"), short())
        """,
    )

    assert passed(report) is True


def test_the_loop_s_thread_shares_the_processor_too(kit):
    report = tried(
        kit,
        """
        digest = world.computing("digest", seconds={"thread": 3, "loop": 0.5})

        await submission.run(digest)
        assert sum(block.seconds for block in world.blocked) == 1.0
        assert {call.args[0]: call.end for call in digest.calls} == {"thread": 3.5, "loop": 2.0}
        """,
        """
        async def run(digest):
            job = asyncio.create_task(asyncio.to_thread(digest, "thread"))
            await asyncio.sleep(1)
            digest("loop")
            await job
        """,
    )

    assert passed(report) is True


def test_shares_that_do_not_come_out_even_end_to_the_nanosecond(kit):
    report = tried(
        kit,
        """
        digest = world.computing("digest", seconds=lambda n: n / 7)

        await submission.run(digest)
        ends = sorted(float(call.end) for call in digest.calls)
        assert ends == pytest.approx([3 / 7, 5 / 7, 6 / 7], abs=5e-9)
        """,
        "async def run(digest):\n"
        "    await asyncio.gather(*[asyncio.to_thread(digest, n) for n in (1, 2, 3)])\n",
    )

    assert passed(report) is True
