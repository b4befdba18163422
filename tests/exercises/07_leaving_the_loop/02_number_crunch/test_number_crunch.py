import asyncio

import pytest

# In no order that a program could fall into by itself.
NAMES = ["psycho", "alien", "metropolis", "brazil"]


def archive(world, names, seconds=2, **settings):
    """Files that cannot be guessed, what is to come out for them, and a `digest` that finds it."""
    blobs = {name: world.random.randbytes(8) for name in names}
    rounds = world.random.randrange(1000, 9000)
    salt = world.random.randrange(10**6)

    def answer(blob, rounds):
        return f"{salt}-{blob.hex()}-{rounds}"

    digest = world.computing("digest", seconds=seconds, answer=answer, **settings)
    return digest, blobs, rounds, {name: answer(blob, rounds) for name, blob in blobs.items()}


async def beside_a_heart(world, work):
    """When a heart on the same loop has beaten while `work` was under way."""
    beats = []

    async def beat():
        while True:
            await asyncio.sleep(0.5)
            beats.append(float(world.elapsed))

    heart = asyncio.create_task(beat())
    try:
        await asyncio.wait([work])
    finally:
        heart.cancel()
    return beats


async def hash_all(submission, *args):
    """What the submission's `hash_all` gives. Python's words for a lambda in a pickle change."""
    try:
        return await submission.hash_all(*args)
    except Exception as error:
        if "<lambda>" in str(error) or "local object" in str(error):
            raise AssertionError(
                "the pool could not pickle a function that does not stand at the top level of its file"
            ) from None
        raise


def assert_loop_was_free(world):
    assert world.blocked == [], "somebody waited, or computed, in the event loop's own thread"


@pytest.mark.points(2)
@pytest.mark.public
async def test_four_files_on_four_processors(submission, world):
    """Four files of 2 s each are hashed in 2 s by a pool of four processes."""
    digest, blobs, rounds, hashes = archive(world, NAMES)
    pool = world.process_pool(workers=4)

    assert await hash_all(submission, pool, digest, blobs, rounds) == hashes
    assert world.elapsed == 2.0
    assert len(digest.calls) == 4, f"digest was called {len(digest.calls)} times for 4 files"


@pytest.mark.points(1)
@pytest.mark.public
async def test_four_files_on_two_processors(submission, world):
    """With two processes they take 4 s; all four jobs were given to the pool at 0 s."""
    digest, blobs, rounds, hashes = archive(world, NAMES)
    pool = world.process_pool(workers=2)

    assert await hash_all(submission, pool, digest, blobs, rounds) == hashes
    assert world.elapsed == 4.0
    assert pool.submitted == [0.0] * 4, f"jobs were given to the pool at {pool.submitted}, expected four at 0"


@pytest.mark.points(2)
async def test_the_loop_is_free(submission, world):
    """While four files are hashed for 2.2 s, somebody else on the loop wakes up every half second."""
    digest, blobs, rounds, hashes = archive(world, NAMES, seconds=2.2)
    work = asyncio.create_task(hash_all(submission, world.process_pool(workers=4), digest, blobs, rounds))

    beats = await beside_a_heart(world, work)

    assert work.result() == hashes
    assert beats[:4] == [0.5, 1.0, 1.5, 2.0]
    assert_loop_was_free(world)


@pytest.mark.points(1)
async def test_each_name_has_its_own_digest(submission, world):
    """Files of very different sizes, two with the same content: each name has its digest, after 3.3 s."""
    seconds = {"psycho": 1.1, "alien": 3.3, "copy": 3.3, "metropolis": 0.4, "brazil": 2.3}
    sizes = {}
    digest, blobs, rounds, hashes = archive(world, seconds, seconds=lambda blob, rounds: sizes[blob])
    blobs["copy"], hashes["copy"] = blobs["alien"], hashes["alien"]
    sizes.update({blob: seconds[name] for name, blob in blobs.items()})

    assert await hash_all(submission, world.process_pool(workers=5), digest, blobs, rounds) == hashes
    assert world.elapsed == 3.3
    assert len(digest.calls) == 5, f"digest was called {len(digest.calls)} times for 5 files"


@pytest.mark.points(1)
async def test_forty_files_one_and_none(submission, world):
    """Forty files in four processes, all in the pool at once; then one; then none. The pool stays open."""
    names = [f"film {number}" for number in range(40)]
    digest, blobs, rounds, hashes = archive(world, names, seconds=0.3)
    pool = world.process_pool(workers=4)

    assert await hash_all(submission, pool, digest, blobs, rounds) == hashes
    assert world.elapsed == 3.0
    assert await hash_all(submission, pool, digest, {"film 7": blobs["film 7"]}, rounds) == {
        "film 7": hashes["film 7"]
    }
    assert world.elapsed == 3.3
    assert await hash_all(submission, pool, digest, {}, rounds) == {}
    assert world.elapsed == 3.3
    assert pool.submitted == [0.0] * 40 + [3.0]


@pytest.mark.points(1)
async def test_a_file_that_cannot_be_hashed(submission, world):
    """One job fails after 0.7 s, the first or the last: its own exception comes out. Loop and pool can be used."""
    world.asyncio("get_running_loop").set_debug(True)
    for bad, kind in ((NAMES[0], ValueError), (NAMES[3], OSError)):
        reason = f"sector {world.random.randrange(10**6)}"
        broken = []
        digest, blobs, rounds, hashes = archive(
            world,
            NAMES,
            seconds=lambda blob, rounds, broken=broken: 0.7 if blob in broken else 2.2,
            error=lambda blob, rounds, broken=broken, kind=kind, reason=reason: (
                kind(reason) if blob in broken else None
            ),
        )
        broken.append(blobs[bad])
        begin = float(world.elapsed)
        pool = world.process_pool(workers=4)
        work = asyncio.create_task(hash_all(submission, pool, digest, blobs, rounds))

        beats = await beside_a_heart(world, work)
        await asyncio.sleep(begin + 3 - float(world.elapsed))

        with pytest.raises(kind) as caught:
            work.result()
        assert (type(caught.value), caught.value.args) == (kind, (reason,))
        assert beats[:1] == [begin + 0.5]
        broken.clear()
        assert await hash_all(submission, pool, digest, blobs, rounds) == hashes
        assert world.elapsed == begin + 5.2
        assert_loop_was_free(world)


@pytest.mark.points(1)
async def test_cancelled(submission, world):
    """Cancelled after 0.75 s, it ends as cancelled, at 4 s at the latest, and the pool can be used again."""
    digest, blobs, rounds, hashes = archive(world, NAMES)
    pool = world.process_pool(workers=2)
    work = asyncio.create_task(hash_all(submission, pool, digest, blobs, rounds))
    await asyncio.sleep(0.75)

    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert world.elapsed <= 4.0, f"cancelled at 0.75 s, it ended at {world.elapsed:g} s"
    await asyncio.sleep(5 - float(world.elapsed))

    assert await hash_all(submission, pool, digest, blobs, rounds) == hashes
    assert world.elapsed == 9.0
    assert_loop_was_free(world)


@pytest.mark.points(1)
async def test_two_archives_in_debug_mode(submission, world):
    """Two archives at the same time, each with a pool of its own, while asyncio's debug mode looks on."""
    world.asyncio("get_running_loop").set_debug(True)
    digest, blobs, rounds, hashes = archive(world, NAMES, seconds=1.5)
    other_digest, other_blobs, other_rounds, other_hashes = archive(world, NAMES[1:3], seconds=2)
    pools = [world.process_pool(workers=2) for _ in range(2)]

    found = await asyncio.gather(
        hash_all(submission, pools[0], digest, blobs, rounds),
        hash_all(submission, pools[1], other_digest, other_blobs, other_rounds),
    )

    assert found == [hashes, other_hashes]
    assert [pool.submitted for pool in pools] == [[0.0] * 4, [0.0] * 2]
    assert world.elapsed == 3.0
