"""Whatever the other side sends becomes an Ending, or an error that it was entitled to raise."""

import asyncio
import gc
import random
import traceback
from types import SimpleNamespace

import msgspec
import pytest
from border import Border, Root, run_on

from grader.sim import values, wire
from grader.sim.endings import Crash, Deadlock, Ending, Horizon, Livelock, Nonsense
from grader.sim.lockstep import Limits, Lockstep
from grader.sim.loop import VirtualLoop
from grader.sim.messages import Advance, Call, Cancel, Done, Frame, Raised, Reply, Run, Suspended, TaskCall
from grader.sim.peer import Peer
from grader.sim.schedule import Side


def now():
    return asyncio.get_running_loop().time()


class Replay:
    """The far end of a border: it answers with frames that were written before, whatever it is asked."""

    def __init__(self, pieces):
        self._decoder = wire.Decoder()
        for piece in pieces:
            self._decoder.feed(piece)

    def send(self, frame):
        wire.encode(frame)

    def receive(self):
        try:
            frame = self._decoder.next_frame()
        except wire.Unreadable as unreadable:
            raise Nonsense(str(unreadable)) from None
        if frame is None:
            raise Crash("it has nothing more to say")
        return frame


class Judge:
    """The near side alone, before a far side that says what it likes."""

    def __init__(self, channel):
        self.lockstep = Lockstep(Side(), Limits(moves=200, turns=200, handovers=2000))
        self.root = Root()
        self.peer = Peer(channel, self.lockstep, self.root, far_name="the submission")
        self.peer.on_advance = self.advance
        self.loop = self.peer.loop = VirtualLoop(self.lockstep.side, self.lockstep.turn)
        self.loop.set_exception_handler(lambda loop, context: None)
        self.lockstep.far = self.peer

    def advance(self, to, line):
        if to <= self.lockstep.side.clock.now:
            raise Nonsense("it wanted time to go backwards")
        self.lockstep.move(to)

    def run(self, main):
        def leave():
            self.lockstep.far = None
            self.peer.ending = self.peer.ending or Crash("the run is over")

        try:
            return run_on(self.loop, main, leave)
        finally:
            self.peer.close()


def frame(body, sequence=1_000_000, ready=None, timer=None):
    return wire.encode(Frame(0, sequence, ready, timer, body))


def answer(*bodies):
    """A judge whose one call is answered by these frames, or messages."""
    pieces = [body if isinstance(body, bytes) else frame(body) for body in bodies]
    judge = Judge(Replay(pieces))

    async def main():
        return judge.peer.call(0, "thing", ("x",), {})

    return judge.run(main())


def await_answer(*bodies):
    pieces = [body if isinstance(body, bytes) else frame(body) for body in bodies]
    judge = Judge(Replay(pieces))

    async def main():
        return await judge.peer.call_async(0, "thing", ("x",), {}, "thing")

    return judge.run(main())


CALL = Call(1, "call", 0, "thing", ["l", "x"], ["d"], 0, 0, 0)

NONSENSE = {
    "a value that is none": [Done(["?"])],
    "a reference to nothing": [Done(["r", "one"])],
    "a reference back to what was never given": [Done(["y", 99])],
    "an error that is a value": [Raised(3)],
    "an error that is malformed": [Raised(["e", "builtins.print", [], []])],
    "a wait where there is none": [Suspended()],
    "an answer to a call that was never made": [Reply(7, Done(None), False)],
    "a call of what it was never given": [msgspec.structs.replace(CALL, target=5)],
    "arguments that are no list": [msgspec.structs.replace(CALL, args=["t"])],
    "arguments without names": [msgspec.structs.replace(CALL, kwargs=["d", 1, 2])],
    "arguments that are malformed": [msgspec.structs.replace(CALL, args=["?"])],
    "a sequence that goes back": [frame(Done(None), sequence=-1)],
    "a sequence that jumps": [frame(Done(None), sequence=10**9)],
    "time that goes back": [Advance(0, 1)],
}


@pytest.mark.parametrize("bodies", [pytest.param(bodies, id=name) for name, bodies in NONSENSE.items()])
def test_an_answer_that_no_honest_side_gives_is_nonsense(bodies):
    with pytest.raises(Nonsense):
        answer(*bodies)


def test_a_cancellation_of_what_does_not_run_is_no_error():
    assert answer(Cancel(5, None), TaskCall(5, "cancel", None), Done("went on")) == "went on"


def test_an_answer_without_a_question_is_nonsense():
    judge = Judge(Replay([frame(Done(None))]))

    with pytest.raises(Nonsense, match="it answered without being asked"):
        judge.peer.serve()
    judge.loop.close()


def test_the_side_that_does_not_keep_the_time_is_not_told_it():
    judge = Judge(Replay([frame(Advance(5, 0))]))
    judge.peer.on_advance = None

    with pytest.raises(Nonsense, match="does not keep it"):
        judge.peer.serve()
    judge.loop.close()


def test_the_other_side_cannot_set_the_clock_of_the_side_that_keeps_it():
    judge = Judge(Replay([wire.encode(Frame(10**18, 1_000_000, None, None, Done(None)))]))

    async def main():
        judge.peer.call(0, "thing", ("x",), {})
        return now()

    assert judge.run(main()) == 0.0


def test_the_other_side_reaches_nothing_private_of_the_root():
    with pytest.raises(AttributeError):
        answer(
            msgspec.structs.replace(CALL, method="__init__"), Raised(["e", "builtins.AttributeError", [], []])
        )


def test_a_reply_to_a_call_that_waits_is_its_value():
    suspended = frame(Suspended(), ready=(1, 0, 0))
    reply = frame(Reply(1, Done("late"), False), sequence=3_000_000)

    assert await_answer(suspended, reply, frame(Done(None), sequence=3_000_001)) == "late"


def test_a_second_reply_to_one_call_is_nonsense():
    suspended = frame(Suspended(), ready=(1, 0, 0))
    reply = frame(Reply(1, Done("late"), False), sequence=3_000_000)

    with pytest.raises(Nonsense, match="never made"):
        await_answer(suspended, reply, frame(Reply(1, Done("again"), False), sequence=4_000_000))


def test_a_malformed_error_of_a_run_is_nonsense():
    suspended = frame(Suspended(), ready=(1, 0, 0))

    with pytest.raises(Nonsense):
        await_answer(suspended, Raised(["?"]))


def test_when_the_other_side_is_gone_every_later_call_says_so():
    judge = Judge(Replay([]))
    met = []

    async def main():
        for _ in range(2):
            try:
                judge.peer.call(0, "thing", ("x",), {})
            except Crash as ending:
                met.append(str(ending))

    with pytest.raises(Crash):
        judge.run(main())
    assert met == ["it has nothing more to say"] * 2


# --- random junk

SCALARS = [None, True, 0, 1, 2, -1, 7, 2**40, 0.5, "", "thing", "call", "__eq__", b"\xff"]
REFERENCES = [
    ["r", 1],
    ["y", 0],
    ["y", 1],
    ["r", 2, "async", "f", None],
    ["r", 3, "object", "O", {"m": False}],
]


def tree(rng, depth=3):
    if depth == 0 or rng.random() < 0.4:
        return rng.choice(SCALARS)
    if rng.random() < 0.3:
        return rng.choice(REFERENCES)
    tag = rng.choice(["l", "t", "d", "s", "e", "g", "i", "u", "r", "y", "?"])
    if tag == "e":
        return ["e", rng.choice(list(values.KNOWN_ERRORS)), [tree(rng, depth - 1)], []]
    return [tag, *[tree(rng, depth - 1) for _ in range(rng.randint(0, 3))]]


def arguments(rng):
    return rng.choice([["l"], ["l", tree(rng)], tree(rng)]), rng.choice(
        [["d"], ["d", "key", tree(rng)], tree(rng)]
    )


def body(rng):
    number = rng.choice([0, 1, 1, 2, 3, -1, 10**6])
    match rng.randrange(10):
        case 0 | 1:
            args, kwargs = arguments(rng)
            mode = rng.choice(["call", "await", "get"])
            target = rng.choice([0, 0, number])
            method = rng.choice(["thing", "", "close", "__await__", "__call__", "things"])
            return Call(
                number, mode, target, method, args, kwargs, rng.choice([0, 1, -1, 5]), rng.choice([0, 1]), 0
            )
        case 2:
            return Reply(number, rng.choice([Done(tree(rng)), Raised(tree(rng))]), rng.random() < 0.3)
        case 3:
            return Cancel(number, tree(rng))
        case 4:
            return TaskCall(number, rng.choice(["cancel", "uncancel", "cancelling"]), tree(rng))
        case 5:
            return Run(rng.randrange(100), (rng.randrange(100), 0, 0))
        case 6:
            return Advance(rng.choice([0, 5, 10**9, 10**18]), rng.randrange(3))
        case 7:
            return Suspended()
        case 8:
            return Raised(tree(rng))
        case _:
            return Done(tree(rng))


def heads(rng):
    ready = rng.choice([None, None, (rng.randrange(-5, 50), 0, 0), (10**9, 0, 0)])
    timer = rng.choice([None, None, (rng.randrange(10**10), rng.randrange(50)), (-1, 0)])
    return ready, timer


def junk_session(rng):
    """Frames of random messages, whose numbers count up as they should."""
    pieces, sequence = [], 0
    for _ in range(rng.randint(1, 25)):
        sequence += rng.randrange(1000)
        pieces.append(wire.encode(Frame(rng.choice([0, 10**9, -1]), sequence, *heads(rng), body(rng))))
    return pieces


class Tap:
    """A channel that keeps what is sent through it."""

    def __init__(self, channel):
        self.sent = []
        self.receive = channel.receive
        self._send = channel.send

    def send(self, frame):
        self.sent.append(wire.encode(frame))
        self._send(frame)


async def visit(judge):
    """What the judge does with a far side: every kind of call, from several tasks."""
    peer = judge.peer

    async def one(name):
        await peer.call_async(0, name, (callback, coroutine_function), {"key": 1}, name)

    def callback(*args, **kwargs):
        return "called"

    async def coroutine_function(*args, **kwargs):
        await asyncio.sleep(1)
        return "awaited"

    judge.root.things = {"x": callback, "y": coroutine_function}
    peer.call(0, "plain", (callback, coroutine_function, judge.root), {})
    async with asyncio.timeout(3):
        await asyncio.gather(*(asyncio.create_task(one(name)) for name in ("first", "second")))


class Honest:
    """The root of a far side that answers `visit` as it should."""

    def plain(self, *things):
        return [things[0](), {"device": self}]

    async def first(self, callback, coroutine_function, key):
        await asyncio.sleep(0.5)
        return await coroutine_function(callback, key=key)

    async def second(self, callback, coroutine_function, key):
        task = asyncio.create_task(coroutine_function())
        try:
            async with asyncio.timeout(0.5):
                await task
        except TimeoutError:
            callback(ValueError("late"))
        raise LookupError("lost")


def honest_session():
    """The frames of an honest far side that is visited."""
    border = Border()
    tap = border.far.channel = Tap(border.far_channel)
    border.far._root = border.far._exports[0] = Honest()
    with pytest.raises(LookupError, match="lost"):
        border.run(visit(SimpleNamespace(peer=border.near, root=border.near_root)))
    return tap.sent


def mutated(rng, data):
    """A frame with a few changes, to its bytes or to a part of what they mean."""
    if rng.random() < 0.2:
        changed = bytearray(data)
        changed[rng.randrange(wire.HEADER, len(changed))] = rng.randrange(256)
        return bytes(changed)
    whole = msgspec.msgpack.decode(data[wire.HEADER :])
    part = whole
    while True:
        place = rng.randrange(len(part))
        if not isinstance(part[place], list) or not part[place] or rng.random() < 0.2:
            break
        part = part[place]
    part[place] = rng.choice([tree(rng), rng.choice(SCALARS), msgspec.to_builtins(body(rng))])
    changed = msgspec.msgpack.encode(whole)
    return len(changed).to_bytes(wire.HEADER, "big") + changed


def outcome_of(judge):
    """How a run against a far side ended: its Ending, an error of the far side, or "returned"."""
    try:
        judge.run(visit(judge))
    except Ending as ending:
        return type(ending)
    except BaseException as error:  # noqa: BLE001 (what else comes out is the question)
        parts = error.exceptions if isinstance(error, BaseExceptionGroup) else [error]
        if all(
            values.crossed(part) or isinstance(part, asyncio.CancelledError | TimeoutError) for part in parts
        ):
            return "raised what it was sent"
        return "".join(traceback.format_exception(error))
    return "returned"


@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")
def test_random_messages_become_an_ending_and_never_an_error_of_the_judge():
    rng = random.Random(6)
    outcomes = [outcome_of(Judge(Replay(junk_session(rng)))) for _ in range(1500)]
    gc.collect()

    assert set(outcomes) <= {
        Nonsense,
        Crash,
        Deadlock,
        Horizon,
        Livelock,
        "returned",
        "raised what it was sent",
    }
    assert outcomes.count(Nonsense) > 500


@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")
def test_mutated_frames_become_an_ending_and_never_an_error_of_the_judge():
    rng, outcomes, session = random.Random(7), [], honest_session()
    for _ in range(1500):
        pieces = list(session)
        place = rng.randrange(len(pieces))
        pieces[place] = mutated(rng, pieces[place])
        outcomes.append(outcome_of(Judge(Replay(pieces))))
    gc.collect()

    assert set(outcomes) <= {
        Nonsense,
        Crash,
        Deadlock,
        Horizon,
        Livelock,
        "returned",
        "raised what it was sent",
    }
    assert outcomes.count(Nonsense) > 500


def test_an_honest_session_can_be_replayed():
    assert outcome_of(Judge(Replay(honest_session()))) == "raised what it was sent"
