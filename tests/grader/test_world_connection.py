"""A connection between the submission and the test: real asyncio streams, in virtual time."""

import pytest
from world_probe import passed, tried

LINE_SERVER = """
async def run(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    finally:
        writer.close()
        await writer.wait_closed()
"""


def test_a_line_that_comes_in_pieces_is_answered_when_it_is_whole(kit):
    report = tried(
        kit,
        """
        theirs, ours = world.connection()
        server = asyncio.create_task(submission.run(theirs.reader, theirs.writer))
        ours.writer.write(b"hel")
        await asyncio.sleep(1)
        ours.writer.write(b"lo\\n")

        assert await ours.reader.readline() == b"HELLO\\n"
        assert world.elapsed == 1.0
        ours.writer.write_eof()
        assert await ours.reader.read() == b""
        await server
        assert [(call.label, call.start) for call in world.calls] == [
            ("received b'HELLO\\\\n'", 1.0), ("received EOF", 1.0)
        ]
        """,
        LINE_SERVER,
    )

    assert passed(report) is True


def test_flow_control_bounds_what_is_buffered(kit):
    report = tried(
        kit,
        """
        theirs, ours = world.connection(rate=100, high=64)
        server = asyncio.create_task(submission.run(theirs.reader, theirs.writer))
        ours.writer.write(b"".join(b"line %014d\\n" % number for number in range(100)))
        ours.writer.write_eof()

        assert len(await ours.reader.read()) == 2000
        assert world.elapsed == 20.0
        assert theirs.most_buffered <= 84
        await server
        """,
        LINE_SERVER,
    )

    assert passed(report) is True


def test_without_drain_everything_is_buffered(kit):
    report = tried(
        kit,
        """
        theirs, ours = world.connection(rate=100, high=64)
        server = asyncio.create_task(submission.run(theirs.reader, theirs.writer))
        ours.writer.write(b"x" * 999 + b"\\n")
        ours.writer.write_eof()

        assert len(await ours.reader.read()) == 1000
        await server
        assert theirs.most_buffered <= 84, theirs.most_buffered
        """,
        LINE_SERVER.replace("            await writer.drain()\n", ""),
    )

    assert passed(report) == "1000"


def test_a_connection_that_breaks_wakes_who_reads_and_refuses_who_writes(kit):
    report = tried(
        kit,
        """
        theirs, ours = world.connection()
        client = asyncio.create_task(submission.run(theirs.reader, theirs.writer))
        await asyncio.sleep(0.5)
        ours.writer.transport.abort()

        assert await client == ["ConnectionResetError", 0.5, "ConnectionResetError"]
        """,
        """
        async def run(reader, writer):
            try:
                await reader.readline()
            except ConnectionError as error:
                found = [type(error).__name__, time.monotonic()]
            try:
                writer.write(b"late")
                await writer.drain()
            except ConnectionError as error:
                return [*found, type(error).__name__]
        """,
    )

    assert passed(report) is True


def test_a_test_that_does_not_read_holds_the_submission_up(kit):
    report = tried(
        kit,
        """
        theirs, ours = world.connection()
        client = asyncio.create_task(submission.run(theirs.writer))
        await asyncio.sleep(3)
        assert not client.done()
        assert len(await ours.reader.readexactly(1_000_000)) == 1_000_000
        assert await client == 3.0
        """,
        """
        async def run(writer):
            for _ in range(100):
                writer.write(b"x" * 10_000)
                await writer.drain()
            return time.monotonic()
        """,
    )

    assert passed(report) is True


def test_a_connection_that_nobody_closes_harms_nothing(kit):
    report = tried(
        kit,
        """
        theirs, ours = world.connection(rate=10)
        await submission.run(theirs.writer)
        """,
        "async def run(writer):\n    writer.write(b'x' * 1000)\n",
    )

    assert passed(report) is True
    assert "received EOF" not in [call.label for call in report.records.calls]


def test_two_connections_of_one_test_are_apart(kit):
    report = tried(
        kit,
        """
        ends = [world.connection() for _ in range(2)]
        servers = [asyncio.create_task(submission.run(end.reader, end.writer)) for end, _ in ends]
        for number, (_, ours) in enumerate(ends):
            ours.writer.write(b"%d tea\\n" % number)
            ours.writer.write_eof()

        assert [await ours.reader.read() for _, ours in ends] == [b"0 TEA\\n", b"1 TEA\\n"]
        await asyncio.gather(*servers)
        """,
        LINE_SERVER,
    )

    assert passed(report) is True


def test_a_submission_may_open_a_connection_by_a_service(kit):
    report = tried(
        kit,
        """
        theirs, ours = world.connection()
        connect = world.service("connect", seconds=1, answer=lambda: (theirs.reader, theirs.writer))
        ours.writer.write(b"tea\\n")

        assert await submission.run(connect) == b"tea\\n"
        assert world.elapsed == 1.0
        """,
        """
        async def run(connect):
            reader, writer = await connect()
            assert isinstance(reader, asyncio.StreamReader)
            line = await reader.readline()
            writer.close()
            return line
        """,
    )

    assert passed(report) is True


@pytest.mark.parametrize(
    "forged",
    ["'data', 'text'", "'data', 5", "'data', None", "'nonsense'", "['data']", "'lost', b''", "'hold'", ""],
)
def test_what_a_submission_forges_fails_the_submission_and_not_the_kit(kit, forged):
    report = tried(
        kit,
        """
        theirs, ours = world.connection()
        await submission.run(theirs.writer)
        await asyncio.sleep(1)
        assert world.elapsed == 7
        """,
        f"""
        async def run(writer):
            writer.transport.tell({forged})
        """,
    )

    assert report.verdict.status == "failed", report.verdict.message


def test_without_a_running_loop_there_is_no_connection(kit):
    report = tried(
        kit,
        """
        def test_it(submission, world):
            '''It runs.'''
            with pytest.raises(RuntimeError):
                world.connection()
            submission.run()
        """,
        "def run():\n    pass\n",
    )

    assert passed(report) is True


def test_a_submission_that_breaks_the_connection_fails_and_it_is_not_the_graders_failure(kit):
    report = tried(
        kit,
        """
        theirs, ours = world.connection()
        await submission.run(theirs.reader, theirs.writer)
        await ours.reader.read()
        """,
        """
        async def run(reader, writer):
            writer.transport.abort()
        """,
    )

    assert (report.verdict.status, report.verdict.reason) == ("failed", "assertion")
    assert "the connection broke under the other side" in report.verdict.message
