import asyncio

import pytest


def connected(submission, ends):
    """The client's end of a connection, and the task that handles the other one."""
    theirs, ours = ends
    return ours, asyncio.create_task(submission.handle(theirs.reader, theirs.writer))


async def whole(reading):
    """What the client reads, in a connection that must not break."""
    try:
        return await reading
    except ConnectionError:
        pytest.fail("the connection was broken off, and not closed")


def received(world):
    """What has come back so far, on all connections."""
    return [call.args[0] for call in world.calls if call.label.startswith("received")]


async def ended(handler):
    """The handler has ended, quietly; it may take 10 s."""
    await asyncio.wait([handler], timeout=10)
    assert handler.done(), "10 s later the handler had not ended"
    await handler


def words(world, count):
    """Lines that cannot be guessed, without their ends."""
    return [b"line " + bytes(world.random.choices(range(ord("a"), ord("z") + 1), k=12)) for _ in range(count)]


@pytest.mark.points(2)
@pytest.mark.public
async def test_a_line_in_pieces(submission, world):
    """A line comes in four pieces: nothing is sent before it is whole, and it is answered at that moment."""
    client, handler = connected(submission, world.connection())
    (line,) = words(world, 1)
    for piece in (line[:4], line[4:11], line[11:]):
        client.writer.write(piece)
        await asyncio.sleep(1)
    assert received(world) == [], "something was sent before the line was complete"
    client.writer.write(b"\n")
    assert await whole(client.reader.readline()) == line.upper() + b"\n"
    assert world.elapsed == 3.0

    await asyncio.sleep(1)
    client.writer.write(b"and one more\n")
    assert await whole(client.reader.readline()) == b"AND ONE MORE\n"
    assert world.elapsed == 4.0
    client.writer.write_eof()
    assert await whole(client.reader.read()) == b""
    await ended(handler)


@pytest.mark.points(1)
@pytest.mark.public
async def test_several_lines_in_one_piece(submission, world):
    """Three lines and a half in one piece: three answers at once, and the fourth with the rest of it, at 1 s."""
    client, handler = connected(submission, world.connection())
    a, b, c, d = words(world, 4)
    client.writer.write(a + b"\n" + b + b"\n" + c + b"\n" + d[:5])
    for line in (a, b, c):
        assert await whole(client.reader.readline()) == line.upper() + b"\n"
    assert world.elapsed == 0.0
    await asyncio.sleep(1)
    client.writer.write(d[5:] + b"\n")
    assert await whole(client.reader.readline()) == d.upper() + b"\n"
    assert world.elapsed == 1.0
    client.writer.write_eof()
    assert await whole(client.reader.read()) == b""
    await ended(handler)


@pytest.mark.points(1)
async def test_only_the_letters_change(submission, world):
    """Empty lines, spaces, tabs and carriage returns come back as they were, and long lines do, too."""
    client, handler = connected(submission, world.connection())
    (word,) = words(world, 1)
    lines = [
        b"\n",
        b"  two  " + word + b" \n",
        b"\n",
        b"\r\n",
        b"a\rb\x0bc\x0cd\r\n",
        b" \t\n",
        b"x" * 999 + b"\n",
    ]
    for line in lines:
        client.writer.write(line)
        assert await whole(client.reader.readline()) == line.upper()

    client.writer.write(b"a\r" + word + b"\x0b\r")
    await asyncio.sleep(1)
    assert b"".join(received(world)) == b"".join(lines).upper(), "something was sent before the b'\\n' came"
    client.writer.write(b"\n")
    assert await whole(client.reader.readline()) == b"A\r" + word.upper() + b"\x0b\r\n"
    client.writer.write_eof()
    assert await whole(client.reader.read()) == b""
    await ended(handler)
    assert world.elapsed == 1.0


@pytest.mark.points(1)
async def test_the_end_of_file(submission, world):
    """At the end of file, be it after an hour, all answers arrive and the connection is closed from both sides."""
    a, b = words(world, 2)
    for lines in ([], [a + b"\n"], [b + b"\n", b"\n", a + b"\n"]):
        client, handler = connected(submission, world.connection())
        client.writer.write(b"".join(lines))
        client.writer.write_eof()
        assert await whole(client.reader.read()) == b"".join(lines).upper()
        await ended(handler)

    client, handler = connected(submission, world.connection())
    await asyncio.sleep(3600)
    client.writer.write(a + b"\n")
    client.writer.write_eof()
    assert await whole(client.reader.read()) == a.upper() + b"\n"
    await ended(handler)
    assert world.elapsed == 3600.0


@pytest.mark.points(1)
async def test_a_slow_client(submission, world):
    """100 lines of 20 bytes to a client of 100 bytes a second: at most 84 bytes wait in the buffer."""
    ends = world.connection(rate=100, high=64)
    client, handler = connected(submission, ends)
    lines = [b"%s %s\n" % (line, b"x") for line in words(world, 100)]
    assert {len(line) for line in lines} == {20}
    client.writer.write(b"".join(lines))
    client.writer.write_eof()

    assert await whole(client.reader.read()) == b"".join(lines).upper()
    assert world.elapsed == 20.0
    await ended(handler)
    most = ends[0].most_buffered
    assert most <= 84, f"{most} bytes waited in the buffer; its limit is 64, and an answer has 20"


@pytest.mark.points(1)
async def test_it_returns_when_the_connection_is_closed(submission, world):
    """30 bytes at 10 bytes a second: the last of them leaves at 3 s, and not before that `handle` returns."""
    client, handler = connected(submission, world.connection(rate=10))
    (line,) = words(world, 1)
    lines = line[:9] + b"\n" + line[-9:] + b"\n" + line[3:12] + b"\n"
    client.writer.write(lines)
    client.writer.write_eof()

    await ended(handler)
    assert world.elapsed == 3.0
    assert await whole(client.reader.read()) == lines.upper()


@pytest.mark.points(1)
async def test_the_connection_breaks(submission, world):
    """The connection breaks while it waits for a line, or for a slow client: it ends, and without an error."""
    client, handler = connected(submission, world.connection())
    (line,) = words(world, 1)
    client.writer.write(line + b"\n" + line)
    assert await whole(client.reader.readline()) == line.upper() + b"\n"
    await asyncio.sleep(1)
    client.writer.transport.abort()
    await ended(handler)
    assert world.elapsed == 1.0

    client, handler = connected(submission, world.connection(rate=10, high=20))
    client.writer.write((line + b"\n") * 50)
    await asyncio.sleep(1)
    client.writer.transport.abort()
    await ended(handler)
    assert world.elapsed == 2.0

    # It goes away and reads nothing: what is sent to it now breaks the connection.
    client, handler = connected(submission, world.connection(rate=10, high=20))
    client.writer.write((line + b"\n") * 5)
    client.writer.close()
    await ended(handler)


@pytest.mark.points(1)
async def test_cancelled(submission, world):
    """Cancelled at 1 s, it closes the connection and ends as cancelled."""
    client, handler = connected(submission, world.connection())
    (line,) = words(world, 1)
    client.writer.write(line + b"\n" + line)
    assert await whole(client.reader.readline()) == line.upper() + b"\n"
    await asyncio.sleep(1)
    handler.cancel()
    await asyncio.wait([handler], timeout=10)
    assert handler.done(), "10 s later the handler had not ended"
    assert handler.cancelled(), "the handler was cancelled, and did not end as cancelled"
    assert world.elapsed == 1.0

    rest = asyncio.create_task(client.reader.read())
    await asyncio.wait([rest], timeout=10)
    assert rest.done(), "the connection was not closed"
    rest.exception()  # to throw the rest away is a way to close, too


@pytest.mark.points(1)
async def test_two_connections(submission, world):
    """One client reads nothing for 10 s, and another one is answered at once meanwhile."""
    slow, slow_handler = connected(submission, world.connection(rate=10, high=20))
    quick, quick_handler = connected(submission, world.connection())
    a, b = words(world, 2)
    slow.writer.write((a + b"\n") * 10 + b[:6])
    await asyncio.sleep(0.5)
    for line in (b, a):
        quick.writer.write(line + b"\n")
        assert await whole(quick.reader.readline()) == line.upper() + b"\n"
        assert world.elapsed == 0.5
    quick.writer.write_eof()
    assert await whole(quick.reader.read()) == b""
    await ended(quick_handler)
    slow.writer.write(b[6:] + b"\n")
    slow.writer.write_eof()
    assert await whole(slow.reader.read()) == (a.upper() + b"\n") * 10 + b.upper() + b"\n"
    assert world.elapsed == 19.8
    await ended(slow_handler)
