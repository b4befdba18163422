"""Process pools live in virtual time, and keep processes apart."""

import pytest
from world_probe import passed, tried

HASH_ALL = """
async def run(pool, digest, names):
    loop = asyncio.get_running_loop()
    return await asyncio.gather(*[loop.run_in_executor(pool, digest, name, 3) for name in names])
"""


@pytest.mark.parametrize(("size", "seconds"), [(4, 2.0), (2, 4.0), (3, 4.0), (1, 8.0)])
def test_jobs_compute_side_by_side_on_as_many_processors_as_there_are_workers(kit, size, seconds):
    report = tried(
        kit,
        f"""
        digest = world.computing("digest", seconds=2, answer=lambda name, rounds: name * rounds)
        pool = world.process_pool(workers={size})

        assert await submission.run(pool, digest, "abcd") == ["aaa", "bbb", "ccc", "ddd"]
        assert world.elapsed == {seconds}
        assert (pool.submitted, world.blocked) == ([0.0] * 4, [])
        assert digest.most_at_once == {size}
        """,
        HASH_ALL,
    )

    assert passed(report) is True


def test_a_job_takes_nothing_of_the_loop_s_processor(kit):
    report = tried(
        kit,
        """
        digest = world.computing("digest", seconds=2)
        pool = world.process_pool(workers=1)
        thread = world.computing("thread", seconds=2)

        await submission.run(pool, digest, thread)
        assert world.elapsed == 2.0
        """,
        """
        async def run(pool, digest, thread):
            loop = asyncio.get_running_loop()
            await asyncio.gather(loop.run_in_executor(pool, digest), asyncio.to_thread(thread))
        """,
    )

    assert passed(report) is True


def test_threads_of_a_job_share_its_processor_and_no_other(kit):
    report = tried(
        kit,
        """
        digest = world.computing("digest", seconds=2)

        await submission.run(world.process_pool(workers=2), digest)
        assert world.elapsed == 4.0
        """,
        """
        def job(digest):
            thread = threading.Thread(target=digest)
            thread.start()
            digest()
            thread.join()

        async def run(pool, digest):
            loop = asyncio.get_running_loop()
            jobs = [loop.run_in_executor(pool, job, digest) for _ in range(2)]
            await asyncio.gather(*jobs, asyncio.to_thread(digest))
        """,
    )

    assert passed(report) is True


def test_a_result_that_is_waited_for_in_the_loop_s_thread_blocks_the_loop(kit):
    report = tried(
        kit,
        """
        digest = world.computing("digest", seconds=2, answer="9f")

        assert await submission.run(world.process_pool(workers=2), digest) == "9f"
        assert [(block.seconds, block.line) for block in world.blocked] == [(2.0, 5)]
        """,
        """
        async def run(pool, digest):
            return pool.submit(digest).result()
        """,
    )

    assert passed(report) is True


@pytest.mark.parametrize(
    "job", ["lambda: digest()", "local", "partial(local)"], ids=["lambda", "closure", "partial"]
)
def test_what_cannot_be_pickled_fails_as_in_reality_and_always_in_the_same_words(kit, job):
    source = f"""
        async def run(pool, digest):
            def local():
                return digest()
            return await asyncio.get_running_loop().run_in_executor(pool, {job})
    """
    test = "await submission.run(world.process_pool(2), world.computing('digest'))"

    first, second = tried(kit, test, source), tried(kit, test, source)

    assert "pickle" in first.verdict.message or "local object" in first.verdict.message
    assert first.verdict == second.verdict


@pytest.mark.parametrize("lock", ["threading.Lock()", "threading.RLock()", "threading.Event()"])
def test_a_lock_cannot_go_into_a_process(kit, lock):
    report = tried(
        kit,
        "await submission.run(world.process_pool(1))",
        f"async def run(pool):\n    await asyncio.wrap_future(pool.submit(print, {lock}))\n",
    )

    assert "it raised TypeError: cannot pickle '_thread.lock' object" in report.verdict.message


def test_a_result_that_cannot_be_pickled_is_the_error_of_its_job(kit):
    report = tried(
        kit,
        """
        with pytest.raises(Exception, match="pickle"):
            await submission.run(world.process_pool(2))
        """,
        """
        def job():
            return (number for number in range(3))

        async def run(pool):
            await asyncio.get_running_loop().run_in_executor(pool, job)
        """,
    )

    assert passed(report) is True


def test_a_job_works_on_copies(kit):
    report = tried(
        kit,
        "assert await submission.run(world.process_pool(2)) == ([1], [1, 2])",
        """
        def add(numbers):
            numbers.append(2)
            return numbers

        async def run(pool):
            mine = [1]
            theirs = await asyncio.get_running_loop().run_in_executor(pool, add, mine)
            return mine, theirs
        """,
    )

    assert passed(report) is True


def test_each_process_has_globals_of_its_own(kit):
    report = tried(
        kit,
        "assert await submission.run(world.process_pool(1)) == ([1, 2], [])",
        """
        seen = []

        def job():
            seen.append(1)
            return len(seen)

        async def run(pool):
            loop = asyncio.get_running_loop()
            return [await loop.run_in_executor(pool, job) for _ in range(2)], seen
        """,
    )

    assert passed(report) is True


def test_classes_of_the_submission_go_in_and_come_out(kit):
    report = tried(
        kit,
        "assert await submission.run(world.process_pool(1)) == [True, 3, True]",
        """
        import dataclasses

        @dataclasses.dataclass
        class Blob:
            size: int

        class Spilled(Exception):
            pass

        def grow(blob):
            if blob.size > 2:
                raise Spilled(blob)
            return Blob(blob.size + 1)

        async def run(pool):
            loop = asyncio.get_running_loop()
            blob = await loop.run_in_executor(pool, grow, Blob(2))
            try:
                await loop.run_in_executor(pool, grow, blob)
            except Spilled as spilled:
                return [type(blob) is Blob, blob.size, type(spilled.args[0]) is Blob]
        """,
    )

    assert passed(report) is True


def test_an_error_of_a_job_names_its_line(kit):
    report = tried(
        kit,
        "await submission.run(world.process_pool(1))",
        """
        def job():
            raise ValueError("spilled")

        async def run(pool):
            await asyncio.get_running_loop().run_in_executor(pool, job)
        """,
    )

    assert "it raised ValueError: spilled" in report.verdict.message
    assert "line 5, in job" in report.verdict.message


def test_a_pool_of_the_submission_s_own_is_virtual_too(kit):
    report = tried(
        kit,
        """
        digest = world.computing("digest", seconds=2, answer=lambda name: name.upper())

        assert await submission.run(digest) == ["A", "B", "C", "D"]
        assert world.elapsed == 4.0
        assert sum(block.seconds for block in world.blocked) == 4.0
        """,
        """
        async def run(digest):
            with ProcessPoolExecutor(max_workers=2) as pool:
                return list(pool.map(digest, "abcd"))
        """,
    )

    assert passed(report) is True


def test_chunks_of_a_map_are_computed_one_after_the_other(kit):
    report = tried(
        kit,
        """
        def test_it(submission, world):
            '''It runs.'''
            digest = world.computing("digest", seconds=1, answer=lambda name: name.upper())

            assert submission.run(digest) == ["A", "B", "C", "D"]
            assert world.elapsed == 3.0
        """,
        """
        def run(digest):
            with concurrent.futures.ProcessPoolExecutor() as pool:
                return list(pool.map(digest, "abcd", chunksize=3))
        """,
    )

    assert passed(report) is True


def test_a_pool_begins_its_processes_with_an_initializer(kit):
    report = tried(
        kit,
        "assert await submission.run() == ['tea', 'tea']",
        """
        drink = "water"

        def choose(name):
            global drink
            drink = name

        def job():
            return drink

        async def run():
            loop = asyncio.get_running_loop()
            pool = ProcessPoolExecutor(2, initializer=choose, initargs=("tea",))
            return await asyncio.gather(*[loop.run_in_executor(pool, job) for _ in range(2)])
        """,
    )

    assert passed(report) is True


@pytest.mark.parametrize(
    ("step", "error"),
    [
        ("pool.shutdown(); pool.submit(abs, 1)", "RuntimeError: cannot schedule new futures after shutdown"),
        ("ProcessPoolExecutor(0)", "ValueError: max_workers must be greater than 0"),
    ],
)
def test_a_pool_refuses_what_a_real_one_refuses(kit, step, error):
    report = tried(kit, "await submission.run(world.process_pool(1))", f"async def run(pool):\n    {step}\n")

    assert f"it raised {error}" in report.verdict.message
