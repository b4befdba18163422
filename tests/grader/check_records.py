"""Checks of a student's exercises, built by hand, and the page of one."""

from __future__ import annotations

from exercise_samples import exercise

from grader import score
from grader.evidence import Evidence, Place
from grader.handout import Handout
from grader.report.checkpage import render_check_page
from grader.report.printed import Printed
from grader.verdict import Expected, Isolation, Span, TestVerdict

IN_TURN = (Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 2.0, 5.0, "ok"), Span("ask e", 5.0, 6.0, "ok"))
TOGETHER = (Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 0.0, 3.0, "ok"), Span("ask e", 0.0, 1.0, "ok"))
ENDINGS = (
    Span("ask n", 0.0, 2.0, "failed"),
    Span("ask w", 0.0, 1.5, "cancelled"),
    Span("ask e", 0.5, None, "running"),
    Span("say", 1.0, 1.0, "ok"),
)

LESSON = """# Chapter 2: running things together

`await` starts the call, **and** waits. [Tasks](https://docs.python.org/3/library/asyncio-task.html) do not.

## The idea

```
await north    ████████████████████
await west                         ██████████████████████████████                      and a line that is long
```

| tool | it waits | when one fails | use it |
|---|---|---|---|
| `asyncio.create_task` | when you `await` the task | you see it where you await that task | to start something now |

## The exercises

- [three scouts](01_three_scouts.py)
- [dinner for one](02_dinner_for_one.py)
"""
TASK = """Three scouts

A mountain hut asks three weather stations for their report.

- `ask(station)` is a coroutine function.
- Ask every station once.
"""
HANDOUT = Handout(LESSON, TASK)


SCOUTS = exercise("02_together", 1, "three scouts")
DINNER = exercise("02_together", 2, "dinner for one", stretch=True)
EXERCISES = {known.slug: known for known in (SCOUTS, DINNER, exercise("03_sharing", 1, "shared account"))}


def passed(name="test_a", title="It holds.", timeline=()):
    return TestVerdict(name, title, "passed", 5, 5, None, "", 3.0, tuple(timeline))


def failed(
    name="test_b", title="Both at once.", message="took 6.0 s, expected 3.0 s", timeline=IN_TURN, **more
):
    values = {"reason": "assertion", "seconds": 6.0} | more
    reason, seconds = values["reason"], values["seconds"]
    return TestVerdict(name, title, "failed", 0, 5, reason, message, seconds, tuple(timeline))


def broken(message="the judge lost its worker"):
    return TestVerdict("test_c", "It holds.", "error", 0, 5, None, message, 0.0, ())


def not_written():
    return failed(message="not written yet", timeline=(), reason="not-implemented", seconds=0.0)


def checked(*tests, of=SCOUTS, misconception=None):
    return score.exercise_verdict(of.slug, of.chapter, tests, misconception)


def result_of(*verdicts, notes=()):
    return score.result(verdicts, "0.1.0", Isolation(1, ("process", "landlock")), notes)


EXPECTED = {("three-scouts", "test_b"): Expected(3.0, TOGETHER)}


def page(*verdicts, handouts=None, notes=(), **known):
    """The page of a check; what is `known` beside the result is as `render_check_page` takes it."""
    everything = dict.fromkeys(EXERCISES, HANDOUT) | {
        "shared-account": Handout("# Chapter 3: sharing\n", TASK)
    }
    return render_check_page(
        result_of(*verdicts, notes=notes), EXERCISES, everything | (handouts or {}), **known
    )


SEEN = {
    ("three-scouts", "test_b"): Evidence(
        "reports(<ask>, ['n', 'w', 'e'])",
        2,
        "took 6.0 s",
        (Place(7, "    found.append(await ask(station))", ", in reports, three times"),),
    )
}


def a_page_of_everything():
    """A page with each kind of part: endings, output, a misconception, a chapter more, what is not begun or failed."""
    return page(
        checked(
            passed(timeline=TOGETHER),
            failed(),
            failed("test_e", "Each ends.", "no", ENDINGS),
            misconception="in-turn",
        ),
        checked(not_written(), of=DINNER),
        checked(passed(), broken(), of=EXERCISES["shared-account"]),
        notes=("Only the public tests ran.",),
        expected=EXPECTED | {("three-scouts", "test_a"): Expected(3.0, TOGETHER)},
        explanations={("three-scouts", "in-turn"): "`await` starts the call.\n\nAnd waits for it."},
        output={
            ("three-scouts", "test_b"): Printed(((0.0, "asking n\n"), (2.0, "asking w\n")), dropped_bytes=7)
        },
        evidence=SEEN,
    )
