"""States of watch mode for tests: what is known after a check of three scouts."""

from exercise_samples import EXERCISES

from grader import score
from grader.practice import Check
from grader.verdict import Expected, Isolation, Span, TestVerdict
from grader.watch.decisions import Checked, State, decide

SCOUTS = EXERCISES["three-scouts"]
IN_TURN = (Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 2.0, 5.0, "ok"), Span("ask e", 5.0, 6.0, "ok"))
TOGETHER = (Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 0.0, 3.0, "ok"), Span("ask e", 0.0, 1.0, "ok"))
TITLES = {
    "order": "All reports come back in the order asked.",
    "time": "Three stations of 2, 3 and 1 s report after 3 s, not 6 s.",
    "many": "A hundred stations take no longer than one.",
    "none": "Without stations there is nothing to wait for.",
}


def state(*, solved=(), hints=None, has_solutions=True):
    """What a watch of three scouts begins with."""
    return State(tuple(EXERCISES.values()), SCOUTS, frozenset(solved), hints or {}, has_solutions)


def check(*passing, slug="three-scouts", reason="assertion"):
    """A check that sees these tests pass, by their names, and the others fail."""
    tests = [
        TestVerdict(
            name,
            title,
            "passed" if name in passing else "failed",
            5 if name in passing else 0,
            5,
            None if name in passing else reason,
            "" if name in passing else "took 6.0 s, expected 3.0 s",
            0.0 if name in passing else 6.0,
            () if name in passing else IN_TURN,
        )
        for name, title in TITLES.items()
    ]
    verdict = score.exercise_verdict(slug, EXERCISES[slug].chapter, tests, None)
    result = score.result([verdict], "0.1.0", Isolation(1, ("process",)))
    return Check(result, {(slug, "time"): Expected(3.0, TOGETHER)}, {}, {}, {})


def after(known, *events):
    """What is known after these events."""
    for event in events:
        known, _ = decide(known, event)
    return known


def checked(*passing, digest="now", **more):
    """The event that such a check is."""
    return Checked(check(*passing), digest, **more)


SOLVED = checked(*TITLES)
