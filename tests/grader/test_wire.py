import contextlib
import random

import msgspec
import pytest

from grader.sim import wire
from grader.sim.messages import Advance, Call, Cancel, Done, Frame, Raised, Reply, Run, Suspended, TaskCall

BODIES = [
    Call(1, "await", 0, "thing", ["l", "rain", 2, None], ["d", "key", 1.5], 3, 0, 7),
    Reply(1, Done(["l"]), True),
    Reply(2, Raised(["e", "builtins.ValueError", ["no"], []]), False),
    Cancel(1, None),
    TaskCall(4, "uncancel", None),
    Run(8, (9, 0, 0)),
    Advance(1_500_000_000, 12),
    Done(b"bytes"),
    Raised(["e", "builtins.KeyError", [["t"]], [[3, "main"]]]),
    Suspended(),
]
FRAMES = [Frame(10**18, number, (number, 0, 0), (5, number), body) for number, body in enumerate(BODIES)]
NAMES = [f"{number} {type(body).__name__}" for number, body in enumerate(BODIES)]


def frame_of(size):
    return Frame(0, 0, None, None, Done(b"x" * size))


def body_of(data):
    """A message of this length, with its length in front."""
    return len(data).to_bytes(wire.HEADER, "big") + data


@pytest.fixture
def decoder():
    return wire.Decoder()


@pytest.mark.parametrize("frame", FRAMES, ids=NAMES)
def test_a_frame_arrives_as_it_was_sent(decoder, frame):
    decoder.feed(wire.encode(frame))

    assert decoder.next_frame() == frame


def test_a_frame_with_nothing_to_do_has_no_heads(decoder):
    decoder.feed(wire.encode(Frame(0, 0, None, None, Suspended())))

    assert decoder.next_frame() == Frame(0, 0, None, None, Suspended())


@pytest.mark.parametrize("frame", FRAMES, ids=NAMES)
def test_a_frame_may_arrive_one_byte_at_a_time(decoder, frame):
    *most, last = wire.encode(frame)
    for byte in most:
        decoder.feed(bytes([byte]))
        assert decoder.next_frame() is None

    decoder.feed(bytes([last]))

    assert decoder.next_frame() == frame


def test_frames_may_arrive_in_any_pieces(decoder):
    data, rng, arrived = b"".join(map(wire.encode, FRAMES)), random.Random(1), []
    while data:
        size = rng.randint(0, 30)
        decoder.feed(data[:size])
        data = data[size:]
        while (frame := decoder.next_frame()) is not None:
            arrived.append(frame)

    assert arrived == FRAMES


def test_trailing_bytes_are_kept_for_the_next_frame(decoder):
    first, second = FRAMES[0], FRAMES[1]
    decoder.feed(wire.encode(first) + wire.encode(second)[:-1])

    assert (decoder.next_frame(), decoder.next_frame()) == (first, None)

    decoder.feed(wire.encode(second)[-1:])

    assert decoder.next_frame() == second


def test_nothing_fed_is_no_frame(decoder):
    decoder.feed(b"")

    assert decoder.next_frame() is None


def test_the_largest_frame_passes(decoder):
    overhead = len(wire.encode(frame_of(wire.MAX_FRAME - 100))) - (wire.MAX_FRAME - 100) - wire.HEADER
    largest = frame_of(wire.MAX_FRAME - overhead)
    decoder.feed(wire.encode(largest))

    assert decoder.next_frame() == largest


def test_a_frame_that_is_too_large_is_not_sent():
    with pytest.raises(wire.TooLarge, match="of at most 8,388,608"):
        wire.encode(frame_of(wire.MAX_FRAME))


def test_a_length_above_the_limit_is_refused_before_its_bytes_arrive(decoder):
    decoder.feed((wire.MAX_FRAME + 1).to_bytes(wire.HEADER, "big"))

    with pytest.raises(wire.Unreadable, match="8,388,609 bytes was announced"):
        decoder.next_frame()


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "text",
        [0, 0, None, None],
        [0, 0, None, None, ["Done"]],
        [0, 0, None, None, ["Shutdown", 1]],
        [0, 0, None, None, ["Reply", 1, ["Suspended"], False]],
        [0, 0, None, None, ["Call", 1, "eval", 0, "", None, None, 0, 0, 0]],
        [0, 0, None, None, ["TaskCall", 1, "__init__", None]],
        [0.5, 0, None, None, ["Suspended"]],
        [0, "0", None, None, ["Suspended"]],
        [0, 0, [1, 2], None, ["Suspended"]],
        [0, 0, None, [1, 2, 3], ["Suspended"]],
        [0, 2**64 - 1, None, None, ["Run", "1", [1, 0, 0]]],
    ],
    ids=str,
)
def test_what_is_no_message_is_unreadable(decoder, value):
    decoder.feed(body_of(msgspec.msgpack.encode(value)))

    with pytest.raises(wire.Unreadable):
        decoder.next_frame()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc1",
        b"\x95",
        b"\xa4\xff\xff\xff\xff",
        b"\xdd\xff\xff\xff\xff",
        b"\x91" * 100_000,
        b"\x95\x00\x00\xc0\xc0\x92\xa4Done" + b"\x91" * 100_000 + b"\xc0",
        msgspec.msgpack.encode(FRAMES[0]) + b"\x00",
    ],
    ids=lambda data: repr(data[:12]),
)
def test_bytes_that_are_no_msgpack_or_too_much_of_it_are_unreadable(decoder, data):
    decoder.feed(body_of(data))

    with pytest.raises(wire.Unreadable):
        decoder.next_frame()


def test_random_junk_is_unreadable_or_a_frame_and_never_another_error():
    rng, whole = random.Random(2), 0
    for _ in range(3000):
        decoder = wire.Decoder()
        decoder.feed(body_of(rng.randbytes(rng.randint(0, 60))))
        with contextlib.suppress(wire.Unreadable):
            whole += decoder.next_frame() is not None

    assert whole == 0


def test_mutated_frames_are_unreadable_or_frames_and_never_another_error():
    rng, outcomes = random.Random(3), set()
    for _ in range(5000):
        data = bytearray(msgspec.msgpack.encode(rng.choice(FRAMES)))
        for _ in range(rng.randint(1, 3)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        decoder = wire.Decoder()
        decoder.feed(body_of(bytes(data)))
        try:
            outcomes.add(type(decoder.next_frame()))
        except wire.Unreadable:
            outcomes.add(wire.Unreadable)

    assert outcomes == {Frame, wire.Unreadable}


def test_bytes_without_a_length_are_unreadable_or_wait_for_more():
    rng = random.Random(4)
    for _ in range(2000):
        decoder = wire.Decoder()
        decoder.feed(rng.randbytes(rng.randint(0, 200)))
        try:
            frame = decoder.next_frame()
        except wire.Unreadable:
            continue
        assert frame is None
