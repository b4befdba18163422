"""A graded class of any size, the same for the same seed: strong and weak students, every state, all sorts of names."""

import math
import random

from grader.classroom import (
    SCHEMA,
    ClassRecord,
    ExerciseInfo,
    Lateness,
    Mark,
    Override,
    Problem,
    Student,
    StudentRecord,
    TestInfo,
)
from grader.score import exercise_verdict
from grader.verdict import Expected, Isolation, Span, TestVerdict

# fmt: off
GIVEN = (
    "Ada", "Agnès", "Ahmed", "Aisha", "Björn", "Chiara", "Dmitri", "Elif", "Fatima", "Grace", "Hùng",
    "Ingrid", "Jane", "João", "Kenji", "Lars", "Łucja", "Mehmet", "Min-jun", "Ngozi", "Olga", "Priya",
    "Quentin", "Rosa", "Siobhán", "Tomás", "Ursula", "Wei", "Yara", "Zoë", "محمد", "美咲", "Анна", "שרה",
)
FAMILY = (
    "Abbott", "Andersen", "Bianchi", "Chen", "Çelik", "Dubois", "Eriksson", "Fernández", "García", "Hassan",
    "Ivanov", "Jones", "Kowalski", "Li", "Müller", "Nakamura", "Nguyễn", "O'Brien", "Okafor",
    "Papadopoulos", "Patel", "Rossi", "Silva", "Smith", "Tanaka", "van-der-Berg", "Weiß", "Yılmaz", "Zhang",
)
TITLES = (
    "cold start", "never awaited", "one step then the next", "predict the timeline", "pick your lane",
    "three scouts", "dinner for one", "front page", "all or nothing", "promise of a result",
    "shared account", "polite crawler", "opening bell", "ticket window", "no permit lost",
)
# fmt: on
MISCONCEPTIONS = (
    "awaits-in-turn",
    "forgot-await",
    "fire-and-forget",
    "sleeps-instead-of-waiting",
    "swallows-the-error",
)
EXPLANATION = (
    "Each call begins only when the one before has ended.\nWhich line starts a call, and which waits for it?"
)


def varied_class(students=30, exercises=15, seed=1, tests=7):
    """A record of `students` × `exercises`; every state, flag and kind of problem is in a class of 30 or more."""
    chance = random.Random(seed)
    infos = tuple(_exercise(number, tests, chance) for number in range(exercises))
    difficulty = [
        -2.0 + 3.5 * number / max(exercises - 1, 1) + chance.gauss(0, 0.4) for number in range(exercises)
    ]
    rows = [_student(number, infos, difficulty, chance) for number in range(students)]
    return ClassRecord(
        SCHEMA,
        "1.0.0",
        "3.13.0",
        Isolation(2, ("process", "rlimits", "prctl", "landlock", "seccomp", "box")),
        "Canvas download",
        infos,
        tuple(sorted(rows, key=lambda row: (row.student.name, row.student.key))),
        (
            Problem("class.zip/notes.txt", "This file belongs to no exercise. Rename it, or leave it out."),
            Problem("class.zip/anon_7.py", "Nobody on the roster has handed this in."),
        ),
    )


def _exercise(number, tests, chance):
    chapter, place = divmod(number, 5)
    title = TITLES[number % len(TITLES)]
    return ExerciseInfo(
        slug=f"{title.replace(' ', '-')}{number // len(TITLES) or ''}",
        number=f"{chapter + 1}.{place + 1}",
        chapter=f"{chapter + 1:02}_chapter",
        title=title,
        max_points=10,
        tests=tuple(
            TestInfo(
                f"test_{name}",
                f"Claim {name} about {title} holds.",
                10 - 1 * (tests - 1) if name == 0 else 1,
                Expected(3.0, _together(chance.choice("nwe"), name)),
            )
            for name in range(tests)
        ),
        explanations=dict.fromkeys(MISCONCEPTIONS, EXPLANATION),
    )


def _together(first, calls):
    labels = [f"ask {first}", *(f"ask {place}" for place in range(calls))]
    return tuple(Span(label, 0.0, 1.0 + place * 0.5, "ok") for place, label in enumerate(labels))


def _in_turn(spans, chance):
    moved, time = [], 0.0
    for span in spans:
        length = span.end - span.start
        outcome = chance.choice(("ok", "ok", "ok", "failed", "cancelled"))
        moved.append(Span(span.label, time, time + length, outcome))
        time += length
    if chance.random() < 0.3:
        moved[-1] = Span(moved[-1].label, moved[-1].start, None, "running")
    return tuple(moved)


def _student(number, infos, difficulty, chance):
    ability = chance.gauss(0, 1.3)
    is_away = number % 29 == 28
    name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
    key = f"student{number:04}@example.org"
    marks = tuple(
        Mark(info.slug, "missing", 0.0, info.max_points)
        if is_away or chance.random() < 0.05
        else _mark(number, info, ability - hard, chance)
        for info, hard in zip(infos, difficulty, strict=True)
    )
    problems = ("A link was left out: solution.py points elsewhere.",) if number % 23 == 7 else ()
    return StudentRecord(
        Student(key, name, email=key, ids={"canvas": str(4000 + number)}, section="AB"[number % 2]),
        marks,
        round(sum(mark.points for mark in marks), 2),
        sum(mark.max_points for mark in marks),
        problems,
        has_submitted=not is_away,
    )


def _mark(number, info, edge, chance):
    path = f"class.zip/student{number}/{info.slug}.py"
    draw = chance.random()
    if draw < 0.008:
        return Mark(info.slug, "unclear", 0.0, info.max_points, path, problem="Both a.py and b.py define it.")
    if draw < 0.014:
        return Mark(
            info.slug, "error", 0.0, info.max_points, path, "e" * 64, "The worker could not be started."
        )
    tests = tuple(_test(test, edge, chance) for test in info.tests)
    failed = any(test.status == "failed" for test in tests)
    misconception = chance.choice((*MISCONCEPTIONS, None, None)) if failed else None
    verdict = exercise_verdict(info.slug, info.chapter, tests, misconception)
    late = Lateness(chance.choice((4_000.0, 90_000.0, None)), 0.2) if chance.random() < 0.06 else None
    override = Override(9.0, "Discussed in the tutorial.") if chance.random() < 0.01 else None
    points = verdict.points * (1 - late.penalty if late else 1)
    return Mark(
        info.slug,
        "graded",
        override.points if override else round(points, 2),
        info.max_points,
        path,
        f"{chance.getrandbits(256):064x}",
        submitted="2026-11-20T18:24:00Z",
        verdict=verdict,
        late=late,
        override=override,
    )


def _test(info, edge, chance):
    expected = info.expected
    if chance.random() < 1 / (1 + math.exp(-2 * edge - 0.5)):
        return TestVerdict(
            info.name,
            info.title,
            "passed",
            info.max_points,
            info.max_points,
            None,
            "",
            3.0,
            expected.timeline,
        )
    reason = chance.choice(("assertion", "assertion", "exception", "deadlock", "hygiene"))
    message = f"took {chance.choice((6, 6, 7))}.0 s, expected 3.0 s\nIt asked one station after the other."
    return TestVerdict(
        info.name,
        info.title,
        "failed",
        0,
        info.max_points,
        reason,
        message,
        6.0,
        _in_turn(expected.timeline, chance),
    )
