import os
import socket
import threading

import pytest

from grader.sim import wire
from grader.sim.channel import MemoryChannel, PipeChannel
from grader.sim.endings import Crash, Hang, Nonsense
from grader.sim.messages import Advance, Done, Frame

FRAME = Frame(5, 7, (6, 0, 0), None, Done("value"))


class Pipe(PipeChannel):
    """Closes its descriptors once: their numbers may soon be somebody else's."""

    closed = False

    def close(self):
        if not self.closed:
            self.closed = True
            super().close()


@pytest.fixture(params=["pipes", "a socket pair"])
def ends(request):
    """Two channels, joined."""
    if request.param == "pipes":
        (one_in, other_out), (other_in, one_out) = os.pipe(), os.pipe()
        ends = Pipe(one_in, one_out), Pipe(other_in, other_out)
    else:
        one, other = (end.detach() for end in socket.socketpair())
        ends = Pipe(one, one), Pipe(other, other)
    yield ends
    for end in ends:
        end.close()


@pytest.fixture
def pipe():
    """A channel that reads from a pipe, and the file descriptor of the pipe's other end."""
    read_fd, write_fd = os.pipe()
    channel = Pipe(read_fd, write_fd)
    yield channel, write_fd
    channel.close()


def test_a_frame_arrives_at_the_other_end(ends):
    one, other = ends

    one.send(FRAME)

    assert other.receive() == FRAME


def test_frames_go_both_ways_and_keep_their_order(ends):
    one, other = ends
    for number in range(50):
        one.send(Frame(0, number, None, None, Advance(1, 0)))
        other.send(Frame(0, -number, None, None, Advance(1, 0)))

    assert [other.receive().sequence for _ in range(50)] == list(range(50))
    assert [one.receive().sequence for _ in range(50)] == [-number for number in range(50)]


def test_a_frame_larger_than_the_pipe_arrives_whole(ends):
    one, other = ends
    large = Frame(0, 0, None, None, Done(b"x" * 1_000_000))
    sender = threading.Thread(target=one.send, args=(large,))
    sender.start()

    received = other.receive()
    sender.join()

    assert received == large


def test_a_frame_may_come_in_pieces(pipe):
    channel, write_fd = pipe

    def write():
        for byte in wire.encode(FRAME):
            os.write(write_fd, bytes([byte]))

    writer = threading.Thread(target=write)
    writer.start()

    received = channel.receive()
    writer.join()

    assert received == FRAME


def test_when_the_other_end_is_closed_reading_says_that_it_is_gone(ends):
    one, other = ends
    one.close()

    with pytest.raises(Crash, match="the other process is gone"):
        other.receive()


def test_when_the_other_end_is_closed_writing_says_that_it_is_gone(ends):
    one, other = ends
    one.close()

    with pytest.raises(Crash, match="the other process is gone"):
        other.send(FRAME)


def test_what_was_sent_before_the_end_is_still_received(ends):
    one, other = ends
    one.send(FRAME)
    one.close()

    assert other.receive() == FRAME
    with pytest.raises(Crash):
        other.receive()


def test_an_end_within_a_frame_is_an_end(ends):
    one, other = ends
    os.write(one._write_fd, wire.encode(FRAME)[:-1])
    one.close()

    with pytest.raises(Crash):
        other.receive()


def test_the_owner_says_why_the_other_side_is_gone():
    read_fd, write_fd = os.pipe()
    channel = PipeChannel(read_fd, write_fd, gone=lambda: Hang("line 3 did not come back"))
    os.close(write_fd)

    with pytest.raises(Hang, match="line 3 did not come back"):
        channel.receive()
    with pytest.raises(Hang, match="line 3 did not come back"):
        channel.send(FRAME)
    os.close(read_fd)


@pytest.mark.parametrize("junk", [b"\x00\x00\x00\x01\xc1", b"GET / HTTP/1.1\r\n\r\n", b"\xff" * 100])
def test_junk_is_nonsense(pipe, junk):
    channel, write_fd = pipe
    os.write(write_fd, junk)

    with pytest.raises(Nonsense):
        channel.receive()


def test_a_frame_that_is_too_large_leaves_the_channel_as_it_was(ends):
    one, other = ends
    with pytest.raises(wire.TooLarge):
        one.send(Frame(0, 0, None, None, Done(b"x" * wire.MAX_FRAME)))

    one.send(FRAME)

    assert other.receive() == FRAME


def test_closing_closes_both_descriptors(ends):
    one, _ = ends
    one.close()

    for fd in (one._read_fd, one._write_fd):
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(fd)


def test_in_memory_a_frame_arrives_at_the_other_end():
    one, other = MemoryChannel.pair()

    one.send(FRAME)

    assert other.receive() == FRAME


def test_in_memory_a_closed_end_is_gone():
    one, other = MemoryChannel.pair()
    one.send(FRAME)
    one.close()

    assert other.receive() == FRAME
    with pytest.raises(Crash, match="the other side is gone"):
        other.receive()
