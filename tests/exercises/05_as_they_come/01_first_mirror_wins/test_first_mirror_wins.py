import asyncio

import pytest


class Error:
    """An exception as plain data: equal to another one of the same type with the same arguments."""

    def __init__(self, error):
        self.error = error

    def __eq__(self, other):
        return isinstance(other, Error) and (type(self.error), self.error.args) == (
            type(other.error),
            other.error.args,
        )

    def __hash__(self):
        return hash(repr(self))

    def __repr__(self):
        return repr(self.error)


def errors(caught):
    """What an exception group holds, in its order."""
    return [Error(error) for error in caught.value.exceptions]


def some_file(world):
    """A file that nobody can guess."""
    return f"installer {world.random.randrange(10**6)}".encode()


def mirror(world, name, seconds, **more):
    """One mirror; more: its `answer` or `error`, and the time of its `cleanup`."""
    return world.service(f"mirror {name}", seconds=seconds, **more)


def unwatched(seconds, file=None):
    """One mirror of so many that their marks fit in no picture: it is down, or has a file."""

    async def fetch():
        await asyncio.sleep(seconds)
        if file is None:
            raise OSError("down")
        return file

    return fetch


def ends(*mirrors):
    """End and outcome of each download, by mirror."""
    return {call.name: (call.end, call.outcome) for mirror in mirrors for call in mirror.calls}


@pytest.mark.points(1)
@pytest.mark.public
async def test_the_fastest_mirror_wins(submission, world):
    """Of three mirrors, the one that needs 1.2345 s wins at this moment, and the two others are stopped."""
    file = some_file(world)
    a = mirror(world, "a", 3, answer=b"from a")
    b = mirror(world, "b", 1.2345, answer=file)
    c = mirror(world, "c", 2, answer=b"from c")

    assert await submission.first_good([a, b, c]) == file
    assert world.elapsed == 1.2345
    assert [call.start for call in world.calls] == [0.0, 0.0, 0.0]
    await asyncio.sleep(5)  # what nobody has stopped would end in this time
    assert ends(a, b, c) == {
        "mirror a": (1.2345, "cancelled"),
        "mirror b": (1.2345, "ok"),
        "mirror c": (1.2345, "cancelled"),
    }


@pytest.mark.points(2)
@pytest.mark.public
async def test_a_failure_does_not_win(submission, world):
    """Two mirrors fail at 0.5 s and at 1 s, each in its own way; the file of the next one arrives at 2 s."""
    file = some_file(world)
    a = mirror(world, "a", 3, answer=b"from a")
    b = mirror(world, "b", 1, error=OSError("down"))
    c = mirror(world, "c", 2, answer=file)
    d = mirror(world, "d", 0.5, error=ValueError("no such file"))

    assert await submission.first_good([a, b, c, d]) == file
    assert world.elapsed == 2.0
    assert [call.start for call in world.calls] == [0.0, 0.0, 0.0, 0.0]


@pytest.mark.points(2)
async def test_every_mirror_fails(submission, world):
    """If all mirrors fail, a group with all errors, in the order of the mirrors, comes out at 3 s."""
    number = world.random.randrange(10**6)
    causes = [OSError(f"down {number}"), TimeoutError("too slow"), KeyError(number), OSError("busy")]
    mirrors = [
        mirror(world, name, seconds, error=cause)
        for name, seconds, cause in zip("abcd", (2, 3, 0, 1), causes, strict=True)
    ]

    with pytest.raises(ExceptionGroup) as caught:
        await submission.first_good(mirrors)

    assert errors(caught) == [Error(cause) for cause in causes]
    assert world.elapsed == 3.0


@pytest.mark.points(1)
async def test_the_losers_clean_up_together(submission, world):
    """The winner is there at 1 s, the losers clean up for 1 s and 0.5 s: the file is returned at 2 s."""
    file = some_file(world)
    a = mirror(world, "a", 5, cleanup=1)
    b = mirror(world, "b", 1, answer=file)
    c = mirror(world, "c", 5, cleanup=0.5)

    assert await submission.first_good([a, b, c]) == file
    assert world.elapsed == 2.0
    assert ends(a, b, c) == {
        "mirror a": (2.0, "cancelled"),
        "mirror b": (1.0, "ok"),
        "mirror c": (1.5, "cancelled"),
    }


@pytest.mark.points(1)
async def test_what_losers_do_while_they_clean_up(submission, world):
    """Stopped at 1 s, one loser fails at 1.5 s, and one still brings a file: the winner's is returned all the same."""
    file = some_file(world)
    quick = mirror(world, "quick", 1, answer=file)

    async def clumsy():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            await asyncio.sleep(0.5)
            raise OSError("cannot remove the half of the file") from None

    async def stubborn():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            await asyncio.sleep(0.5)
        return b"too late"

    losers = [world.watched(clumsy), world.watched(stubborn)]
    assert await submission.first_good([losers[0], quick, losers[1]]) == file
    assert world.elapsed == 1.5


@pytest.mark.points(1)
async def test_a_cancelled_race(submission, world):
    """Cancelled at 0.5 s, it cancels every download at 0.5 s, and ends as cancelled when all are clean."""
    mirrors = [
        mirror(world, name, seconds, answer=b"file", cleanup=0.5)
        for name, seconds in {"a": 3, "b": 1, "c": 2}.items()
    ]
    race = asyncio.create_task(submission.first_good(mirrors))

    await asyncio.sleep(0.5)
    race.cancel()
    with pytest.raises(asyncio.CancelledError):
        await race

    assert world.elapsed == 1.0
    assert ends(*mirrors) == {
        "mirror a": (1.0, "cancelled"),
        "mirror b": (1.0, "cancelled"),
        "mirror c": (1.0, "cancelled"),
    }


@pytest.mark.points(1)
async def test_an_empty_file_wins_against_a_failure(submission, world):
    """Of two mirrors that end at 1 s one fails, the other has an empty file: this file is the result."""
    a = mirror(world, "a", 1, error=OSError("down"))
    b = mirror(world, "b", 1, answer=b"")
    c = mirror(world, "c", 2, answer=some_file(world))

    assert await submission.first_good([a, b, c]) == b""
    assert world.elapsed == 1.0
    assert await submission.first_good([b, a]) == b""
    assert world.elapsed == 2.0


@pytest.mark.points(1)
async def test_two_races_at_the_same_time(submission, world):
    """Two races at the same time do not disturb each other; a race of one mirror works, and one of a hundred."""
    files = [some_file(world), some_file(world)]
    quick = mirror(world, "quick", 1, answer=files[0])
    other = mirror(world, "other", 5)
    alone = mirror(world, "alone", 3, answer=files[1])

    results = await asyncio.gather(
        submission.first_good([quick, other]),
        submission.first_good([alone]),
        return_exceptions=True,
    )

    assert results == files
    assert world.elapsed == 3.0

    many = [*(unwatched(1) for _ in range(99)), unwatched(2, files[0])]
    assert await submission.first_good(many) == files[0]
    assert world.elapsed == 5.0
