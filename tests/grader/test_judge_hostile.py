"""What a submission may do to the judge: cost it little, break nothing, and know nothing beforehand.

Each of these stopped the run, took minutes or gigabytes, or gave points away, before the corpus of attacks found it.
"""

import re

import msgspec
import pytest
from small_kit import Kit

from grader.judge.records import TIMELINE_LENGTH
from grader.sim import standins, values, wire
from grader.sim.clock import Clock
from grader.sim.endings import Horizon, Nonsense
from grader.sim.lockstep import Limits, Lockstep
from grader.sim.messages import Run
from grader.sim.peer import Peer
from grader.sim.schedule import Side
from grader.sim.values import Encoder, Malformed, Reader, Uncrossable

DRAWS = """
@pytest.mark.points(1)
async def test_run(submission, world):
    '''It is told a number that nobody can guess.'''
    assert await submission.run(world.callback("say")) == world.random.random()
"""
PRIME = 2**61 - 1  # ints have the same hash when they differ by a multiple of it


@pytest.mark.parametrize(
    ("step", "reason"),
    [
        ("raise KeyError(10**5000)", "exception"),
        ("raise ExceptionGroup('x', [ValueError(10**5000)])", "exception"),
        ("raise ExceptionGroup('x', [OSError(10**5000, [])])", "exception"),
        ("say(10**5000); raise ValueError", "exception"),
        ("say('\\ud800'); raise ValueError('\\udfff')", "exception"),
        ("raise SystemExit('\\ud800')", "exception"),
    ],
)
def test_what_has_no_text_is_a_verdict_all_the_same(run, step, reason):
    verdict = run(f"async def run(say):\n    {step}\n").verdict

    assert (verdict.status, verdict.reason) == ("failed", reason)
    assert msgspec.json.encode(verdict).decode().isprintable()


def test_a_value_that_has_no_text_is_compared_all_the_same(kit):
    verdict = kit.add(DRAWS).judge("async def run(say):\n    return 10**5000\n")[0].verdict

    assert verdict.reason == "assertion"
    assert verdict.message.startswith("got a value of type int that cannot be shown, expected 0.")


def test_stop_iteration_out_of_a_plain_function_is_an_exception_of_the_submission(run):
    verdict = run("def run(say):\n    raise StopIteration(1)\n").verdict

    assert verdict.reason == "exception"
    assert "StopIteration: 1 (probe.py, line 2, in run)" in verdict.message


def test_what_is_drawn_depends_on_the_hidden_test_which_nobody_knows(kit, workers, tmp_path):
    def expected(kit, tests):
        return re.search(
            r"expected (.*)", kit.add(tests).judge("async def run(say):\n    pass\n")[0].verdict.message
        )[1]

    again = Kit(tmp_path / "again", workers)
    other = Kit(tmp_path / "other", workers)

    assert expected(kit, DRAWS) == expected(again, DRAWS)
    assert expected(other, f"{DRAWS}# another file\n") != expected(kit, DRAWS)


def test_a_timeline_has_an_end(run):
    report = run(f"async def run(say):\n    for n in range({TIMELINE_LENGTH + 500}):\n        say(n)\n")

    assert len(report.verdict.timeline) == TIMELINE_LENGTH
    assert len(report.records.calls) == TIMELINE_LENGTH + 500


def test_who_talks_for_ever_while_time_moves_a_little_reaches_the_horizon():
    lockstep = Lockstep(Side(), Limits(messages=10))

    for now in range(10):
        lockstep.count_handover()
        lockstep.move(now + 1)

    with pytest.raises(Horizon, match="it made 10 calls and there was no end in sight"):
        lockstep.count_handover()


def test_who_does_not_conduct_may_not_run_a_loop():
    peer = Peer(None, Lockstep(Side()), None, far_name="the submission")
    peer.follows = False

    with pytest.raises(Nonsense, match="conducts itself"):
        peer.answer(Run(1, (1, 0, 0)))


def test_a_side_takes_so_many_bytes_and_no_more():
    decoder = wire.Decoder()
    half = bytes(wire.MAX_TRAFFIC // 2)
    decoder.feed(half)
    decoder.feed(half)

    with pytest.raises(wire.Unreadable, match=f"more than {wire.MAX_TRAFFIC:,} bytes"):
        decoder.feed(b"x")


def test_a_side_reads_so_many_parts_and_no_more():
    reader = Reader(lambda tree: None)
    tree = ["l", *[0] * 100_000]
    for _ in range(values.MAX_NODES_IN_ALL // len(tree)):
        reader.read(tree)

    with pytest.raises(Malformed, match="too large"):
        reader.read(tree)


@pytest.mark.parametrize("make", [set, frozenset, dict.fromkeys], ids=["set", "frozenset", "dict"])
def test_numbers_whose_hashes_collide_do_not_cross_in_thousands(make):
    colliding = make([PRIME * factor for factor in range(8, 9 + values.MAX_HASHED)])

    with pytest.raises(Uncrossable, match=r"more than 2,000 members that are no plain data"):
        Encoder(lambda thing: None).encode(colliding)


@pytest.mark.parametrize("tag", ["s", "f", "d"])
def test_numbers_whose_hashes_collide_are_refused(tag):
    number = (PRIME * 8).to_bytes(9, "big", signed=True)
    members = [
        part for _ in range(values.MAX_HASHED + 1) for part in [["i", number]] * (2 if tag == "d" else 1)
    ]

    with pytest.raises(Malformed, match="too many members"):
        Reader(lambda tree: None).read([tag, *members])


def test_thousands_of_plain_members_cross():
    value = {"words": {f"word {number}" for number in range(10_000)}, "numbers": frozenset(range(10_000))}

    assert Reader(lambda tree: None).read(Encoder(lambda thing: None).encode(value)) == value


def test_an_object_of_the_other_side_has_so_many_methods_and_no_more():
    methods = {f"method_{number}": False for number in range(standins.MAX_METHODS + 1)}

    with pytest.raises(ValueError, match="more than 1,000 methods"):
        standins.make(None, 1, "object", "Report", methods)


def test_too_many_objects_are_an_error_that_crosses(run):
    verdict = run("async def run(say):\n    say([object() for _ in range(30_000)])\n").verdict

    assert verdict.reason == "exception"
    assert "20,000 objects were passed" in verdict.message


@pytest.mark.parametrize("delay", [1e10, 1e18, 1e300])
def test_a_sleep_beyond_all_numbers_of_the_wire_reaches_the_horizon(run, delay):
    verdict = run(f"import asyncio\n\nasync def run(say):\n    await asyncio.sleep({delay})\n").verdict

    assert verdict.reason == "horizon"
    assert Clock().after(delay) < 2**63


def test_an_answer_to_the_judges_own_question_is_no_error(run):
    source = """
        from grader.worker.program import Program

        def leftovers(self):
            raise KeyboardInterrupt

        Program.leftovers = leftovers

        async def run(say):
            pass
        """
    verdict = run(source).verdict

    assert (verdict.reason, verdict.points) == ("protocol", 0)
