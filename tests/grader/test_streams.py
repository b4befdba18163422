"""Connections in memory: as sockets, but in virtual time."""

import asyncio
import socket

import pytest

from grader.sim.lockstep import run
from grader.sim.streams import Transport, streams

kept = []  # a writer that is collected closes its connection


def pair(rate=float("inf")):
    """((reader, writer), (reader, writer)): what the first one writes leaves at `rate`."""
    loop = asyncio.get_running_loop()
    one, other = Transport(loop, rate), Transport(loop)
    one.tell, other.tell = other.arrive, one.arrive
    kept.append((streams(one), streams(other)))
    return kept[-1]


@pytest.fixture(autouse=True)
def _forget():
    yield
    for ends in kept:
        for _, writer in ends:
            writer.transport.forget()
    kept.clear()


async def socket_pair():
    one, other = socket.socketpair()
    return await asyncio.open_connection(sock=one), await asyncio.open_connection(sock=other)


async def outcome(awaitable):
    """What came of it, without addresses and numbers of errors."""
    try:
        return await awaitable
    except Exception as error:  # noqa: BLE001 (whatever it is: that is the outcome)
        return type(error).__name__


def now():
    return asyncio.get_running_loop().time()


# The same as with sockets


async def pieces_make_lines(one, other):
    one[1].write(b"hel")
    one[1].write(b"lo\nwor")
    one[1].writelines([b"ld\n", b"rest"])
    one[1].write_eof()
    return [await other[0].readline() for _ in range(4)]


async def the_other_direction_works_after_an_end_of_file(one, other):
    one[1].write_eof()
    end = await other[0].read()
    other[1].write(b"still here\n")
    return end, await one[0].readline(), one[1].can_write_eof(), one[0].at_eof()


async def writing_after_an_end_of_file_is_an_error(one, other):
    one[1].write_eof()
    one[1].write_eof()
    try:
        one[1].write(b"late")
    except RuntimeError as error:
        return str(error)


async def text_is_no_data(one, other):
    try:
        one[1].write("text")
    except TypeError as error:
        return "bytes-like" in str(error)


async def what_is_buffered_arrives_before_the_end(one, other):
    one[1].write(b"x" * 300_000)
    one[1].close()
    return len(await other[0].read()), one[1].is_closing(), await outcome(one[1].wait_closed())


async def writing_after_a_close_is_ignored_and_drain_tells(one, other):
    one[1].close()
    one[1].write(b"late")
    return await outcome(one[1].drain()), await other[0].read(), await outcome(one[1].wait_closed())


async def a_reader_ends_where_its_own_side_was_closed(one, other):
    one[1].close()
    await one[1].wait_closed()
    return await outcome(one[0].readline())


async def an_abort_breaks_the_other_end(one, other):
    one[1].transport.abort()
    await asyncio.sleep(0.01)
    other[1].write(b"late")
    await asyncio.sleep(0.01)
    return other[1].is_closing()


async def whoever_writes_to_a_closed_end_learns_of_it(one, other):
    one[1].close()
    await one[1].wait_closed()
    for _ in range(5):
        other[1].write(b"late")
        await asyncio.sleep(0.01)
    with pytest.raises(ConnectionError):
        await other[1].drain()
    return other[1].is_closing()


async def a_reader_that_does_not_read_holds_the_writer_up(one, other):
    other[0]._limit = 1000
    one[1].transport.set_write_buffer_limits(high=2000)
    for _ in range(50):
        one[1].write(b"x" * 100_000)
    await asyncio.sleep(0.01)
    drained = asyncio.create_task(one[1].drain())
    await asyncio.sleep(0.01)
    before = drained.done()
    got = len(await other[0].readexactly(5_000_000))
    await drained
    return before, got


SCENARIOS = [
    pieces_make_lines,
    the_other_direction_works_after_an_end_of_file,
    writing_after_an_end_of_file_is_an_error,
    text_is_no_data,
    what_is_buffered_arrives_before_the_end,
    writing_after_a_close_is_ignored_and_drain_tells,
    a_reader_ends_where_its_own_side_was_closed,
    an_abort_breaks_the_other_end,
    whoever_writes_to_a_closed_end_learns_of_it,
    a_reader_that_does_not_read_holds_the_writer_up,
]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_a_connection_behaves_as_one_of_sockets(scenario):
    async def play(ends):
        one, other = ends
        try:
            return await scenario(one, other)
        finally:
            for _, writer in ends:
                writer.close()
            await asyncio.sleep(0.01)

    async def in_memory():
        return await play(pair())

    async def with_sockets():
        return await play(await socket_pair())

    assert run(in_memory()) == asyncio.run(with_sockets())


# Time


def test_a_rate_lets_bytes_arrive_as_they_leave():
    async def main():
        (_, writer), (reader, _) = pair(rate=100)
        writer.write(b"x" * 19 + b"\n" + b"y" * 6 + b"\n")
        found = []
        for _ in range(2):
            await reader.readline()
            found.append(now())
        return found

    assert run(main()) == pytest.approx([0.2, 0.27])


def test_drain_waits_at_the_high_water_mark_until_the_low_one():
    async def main():
        (_, writer), (reader, _) = pair(rate=100)
        writer.transport.set_write_buffer_limits(high=64)
        times = []
        for _ in range(8):
            writer.write(b"x" * 20)
            await writer.drain()
            times.append(now())
        writer.close()
        return times, writer.transport.most_buffered, len(await reader.read()), now()

    times, most, length, end = run(main())

    assert times == pytest.approx([0, 0, 0, 0.7, 0.7, 0.7, 1.3, 1.3])
    assert (most, length, end) == (80, 160, pytest.approx(1.6))


def test_close_waits_for_what_is_buffered():
    async def main():
        (_, writer), (reader, _) = pair(rate=10)
        writer.write(b"x" * 20)
        writer.close()
        await writer.wait_closed()
        return now(), await reader.read()

    assert run(main()) == (2.0, b"x" * 20)


def test_an_abort_throws_away_what_is_buffered():
    async def main():
        (_, writer), (reader, _) = pair(rate=10)
        writer.write(b"x" * 20)
        await asyncio.sleep(0.5)
        writer.transport.abort()
        return await outcome(reader.read()), await outcome(writer.wait_closed()), now()

    assert run(main()) == ("ConnectionResetError", None, 0.5)


@pytest.mark.parametrize("rate", [0, -1])
def test_a_rate_is_above_0(rate):
    async def main():
        pair(rate)

    with pytest.raises(ValueError, match="rate above 0"):
        run(main())


def test_what_is_forgotten_tells_nobody():
    async def main():
        (_, writer), (reader, _) = pair(rate=10)
        writer.write(b"x" * 20)
        writer.transport.forget()
        writer.close()
        await asyncio.sleep(10)
        return reader._buffer

    assert run(main()) == b""
