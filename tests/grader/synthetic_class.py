"""A class that has never been: people, what they hand in, and what grading must say of it.

Everything here is a pure function of the exercises, the number of students and a seed. What the answers are worth is
known before they are graded, and not from grading them: the solution and the right ones earn everything, stubs and what
cannot be loaded earn nothing, and a wrong one fails the tests that are recorded beside it. `class_layouts` brings a
class into the forms of courses' systems.
"""

from __future__ import annotations

import ast
import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from grader import recording
from grader.catalog import Exercise

DEADLINE = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
LATE_BY = timedelta(hours=36)  # far from the deadline: systems write times of a zone that they do not name
ATTACKS = Path(__file__).with_name("attacks")

# Attacks on three-scouts that fail all of its tests, and take no more time than an honest file.
HOSTILE = (
    *("forging/always_equal.py", "forging/assertion_error.py", "forging/early_done.py"),
    *("forging/channel_closed.py", "forging/codec_replaced.py", "forging/exit_at_import.py"),
    *("forging/exit_in_call.py", "forging/exception_called_skipped.py", "forging/forged_deadlock.py"),
    *("forging/generator_exit.py", "forging/junk.py", "forging/keyboard_interrupt_at_import.py"),
    *("forging/list_that_lies.py", "forging/pytest_skip.py", "forging/raised_system_exit.py"),
    *("forging/reduce_payload.py", "forging/surrogates.py", "forging/two_gigabytes.py"),
    *("exhaustion/deep_recursion.py", "exhaustion/long_error.py", "exhaustion/segmentation_fault.py"),
    *("exhaustion/sleeps_for_ages.py", "exhaustion/waits_for_ever.py", "leftovers/coroutine_not_awaited.py"),
    *("leftovers/task_that_goes_on.py", "reading/environment.py", "reading/walks_the_frames.py"),
)
ATTACKED = "three-scouts"

GIVEN = (
    "Ada", "Ana", "Björn", "Chloé", "Dmitri", "Emeka", "Fatima", "Giorgos", "Hana", "Ingrid", "Jorge",
    "Kwame", "Lucía", "Mehmet", "Ngozi", "Olga", "Paweł", "Quynh", "Ravi", "Sofia", "Tomás", "Uma",
    "Väinö", "Wen", "Ximena", "Yusuf", "Zoë",
)  # fmt: skip
FAMILY = (
    "Abebe", "Bianchi", "Castro", "Dvořák", "Eriksen", "Fischer", "García", "Haddad", "Ivanova",
    "Jensen", "Kowalski", "Lindqvist", "Mbeki", "Nakamura", "O'Brien", "Papadopoulos", "Qureshi",
    "Rossi", "Şahin", "Tan", "Ueda", "van-der-Berg", "Wójcik", "Xu", "Yılmaz", "Zhang",
)  # fmt: skip
STRANGE_NAMES = (
    '=HYPERLINK("http://example.com","Grade")',
    "+1 Plus",
    "-1 Minus",
    "@SUM(A1:A9)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "Robert'); DROP TABLE students;--",
    'Bo "Quote" O\'Neil',
    "Comma, Semi; Colon: Pipe|",
    "محمد علي",
    "Reversed \u202eesreveR \u2066Isolate",
    "李 小龙",
    "Zoe\u0308 Combining",
    "Zoë Combined",
    "Tab\tand\x1b[31mcolour",
    "CON",
    "../../etc/passwd",
    "Under_Score LATE",
    "Jane Doe",
    "Jane Doe",
    "`rm -rf` $(HOME) *bold* [link](http://example.com)",
    "Very " + "Long " * 15 + "Name",
)

State = Literal["graded", "missing", "unclear"]
FileKind = Literal["regular", "link", "pipe"]


@dataclass(frozen=True)
class Person:
    """A student, as the course's systems know them."""

    name: str
    username: str  # unique; letters of ASCII, digits, dashes
    number: int  # unique

    @property
    def email(self) -> str:
        return f"{self.username}@example.edu"

    @property
    def sortable(self) -> str:
        """The family name first, as Canvas sorts people."""
        given, _, family = self.name.rpartition(" ")
        return f"{family}, {given}" if given else self.name


@dataclass(frozen=True)
class Foretold:
    """What grading must say of an answer, before any penalty."""

    state: State
    points: int
    misconception: str | None = None


@dataclass(frozen=True)
class File:
    """A file as its student has made it. `name` is empty where it is called as the stub is."""

    content: bytes
    name: str = ""
    kind: FileKind = "regular"


@dataclass(frozen=True)
class Answer:
    """What one student hands in for one exercise."""

    kind: str  # "right", "stub", "unclear" ...: a name in ANSWERS
    files: tuple[File, ...]
    foretold: Foretold


@dataclass(frozen=True)
class Member:
    """A student of the class. `answers` are by slug."""

    person: Person
    answers: Mapping[str, Answer]
    is_late: bool
    is_zipped: bool  # they hand in one archive, and not files
    submitted: datetime


@dataclass(frozen=True)
class SyntheticClass:
    """All of them. Whoever has answered nothing is on the roster, and hands in nothing."""

    exercises: tuple[Exercise, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Pool:
    """What there is to hand in for one exercise."""

    exercise: Exercise
    stub: bytes
    right: tuple[bytes, ...]  # the solution is the first
    wrong: tuple[tuple[bytes, Foretold], ...]
    max_points: int
    hostile: tuple[bytes, ...] = field(default=(), repr=False)

    @property
    def all_points(self) -> Foretold:
        return Foretold("graded", self.max_points)


NOTHING = Foretold("graded", 0)


def make_class(exercises: Sequence[Exercise], students: int, seed: int) -> SyntheticClass:
    """A class of `students` for these exercises; the same for the same seed."""
    rng = random.Random(f"class {seed}")
    pools = [pool_of(exercise) for exercise in exercises]
    kinds = _kinds(rng, students * len(pools))
    members = tuple(_member(person, pools, kinds, rng) for person in people(students, rng))
    return SyntheticClass(tuple(exercises), members)


def people(count: int, rng: random.Random) -> list[Person]:
    """Students. In a large class every tenth has a strange name, until there is none left; in a small one more."""
    strange = list(STRANGE_NAMES)
    rng.shuffle(strange)
    found = []
    for number in range(1, count + 1):
        is_strange = strange and number % max(2, min(10, count // len(STRANGE_NAMES))) == 0
        name = strange.pop() if is_strange else f"{rng.choice(GIVEN)} {rng.choice(FAMILY)} {_roman(number)}"
        found.append(Person(name, f"{_ascii(name)}{rng.choice(['-', ''])}{number}", 40_000 + 7 * number))
    rng.shuffle(found)
    return found


def pool_of(exercise: Exercise) -> Pool:
    """What there is to hand in for an exercise, and what it earns."""
    points = points_of(exercise)
    return Pool(
        exercise=exercise,
        stub=exercise.stub.read_bytes(),
        right=tuple(path.read_bytes() for path in (exercise.solution, *exercise.right)),
        wrong=tuple(_wrong(exercise, points)),
        max_points=sum(points.values()),
        hostile=tuple(map(_attack, HOSTILE)) if exercise.slug == ATTACKED else (),
    )


def points_of(exercise: Exercise) -> dict[str, int]:
    """What each hidden test is worth, as its mark says."""
    found = {}
    for path in sorted(exercise.tests.glob("test_*.py")):
        for node in ast.parse(path.read_bytes()).body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for mark in node.decorator_list:
                    if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.points":
                        found[node.name] = int(ast.literal_eval(mark.args[0]))
    return found


def _wrong(exercise: Exercise, points: Mapping[str, int]) -> Iterator[tuple[bytes, Foretold]]:
    """The wrong solutions. Each fails the tests that are recorded of it, whatever values are drawn."""
    known = recording.read(exercise.recorded).misconceptions
    for path in exercise.wrong:
        name = recording.name_of(path)
        failed = {symptom.test for symptom in known[name].fingerprint}
        earned = sum(worth for test, worth in points.items() if test not in failed)
        yield path.read_bytes(), Foretold("graded", earned, name)


def _attack(name: str) -> bytes:
    """An attack, aimed at nothing that exists."""
    return re.sub(rb"@[A-Z_]+@", b"0", (ATTACKS / name).read_bytes())


def _member(person: Person, pools: Sequence[Pool], kinds: Iterator[str], rng: random.Random) -> Member:
    answers = {pool.exercise.slug: _answer(next(kinds), pool, rng) for pool in pools}
    if rng.random() < 0.03:
        answers = {slug: _missing(pool, rng) for slug, pool in zip(answers, pools, strict=True)}
    is_late = rng.random() < 0.15
    early = timedelta(hours=rng.randint(26, 300), minutes=rng.randint(0, 59))
    return Member(
        person,
        answers,
        is_late=is_late,
        is_zipped=rng.random() < 0.08,
        submitted=DEADLINE + LATE_BY if is_late else DEADLINE - early,
    )


# --- kinds of answers


def _right(pool: Pool, rng: random.Random) -> Answer:
    return Answer("right", (File(rng.choice(pool.right)),), pool.all_points)


def _right_rewritten(pool: Pool, rng: random.Random) -> Answer:
    return Answer("right_rewritten", (File(rewritten(rng.choice(pool.right), rng)),), pool.all_points)


def _wrong_one(pool: Pool, rng: random.Random) -> Answer:
    content, foretold = rng.choice(pool.wrong)
    return Answer("wrong", (File(content),), foretold)


def _wrong_rewritten(pool: Pool, rng: random.Random) -> Answer:
    content, foretold = rng.choice(pool.wrong)
    return Answer("wrong_rewritten", (File(rewritten(content, rng)),), foretold)


def _stub(pool: Pool, _: random.Random) -> Answer:
    return Answer("stub", (File(pool.stub),), NOTHING)


def _missing(_pool: Pool, _: random.Random) -> Answer:
    return Answer("missing", (), Foretold("missing", 0))


def _hostile(pool: Pool, rng: random.Random) -> Answer:
    return Answer("hostile", (File(rng.choice(pool.hostile)),), NOTHING)


def _other_line_ends(pool: Pool, rng: random.Random) -> Answer:
    content = rng.choice(pool.right).replace(b"\n", b"\r\n")
    return Answer("other_line_ends", (File(content),), pool.all_points)


def _with_a_mark(pool: Pool, rng: random.Random) -> Answer:
    return Answer("with_a_mark", (File(b"\xef\xbb\xbf" + rng.choice(pool.right)),), pool.all_points)


def _renamed(pool: Pool, rng: random.Random) -> Answer:
    """Only what it defines tells which exercise it is for."""
    name = rng.choice(["homework.py", "final version.py", "übung.py", "main.py", "my answer (2).py"])
    name = name.replace(".py", f" {_letters(pool.exercise.number)}.py")
    return Answer("renamed", (File(rng.choice(pool.right), name),), pool.all_points)


def _differently_spelled(pool: Pool, rng: random.Random) -> Answer:
    slug = pool.exercise.slug
    spelled = rng.choice([slug, slug.replace("-", "_"), slug.replace("-", " ").title(), f"{slug} (1)"])
    return Answer("differently_spelled", (File(rng.choice(pool.right), f"{spelled}.py"),), pool.all_points)


def _twice(pool: Pool, rng: random.Random) -> Answer:
    content = rng.choice(pool.right)
    return Answer(
        "twice",
        (File(content), File(content, f"backup {_letters(pool.exercise.number)}.py")),
        pool.all_points,
    )


def _beside_the_stub(pool: Pool, rng: random.Random) -> Answer:
    """The stub as it was handed out, and the answer in another file."""
    name = f"{pool.exercise.slug}-solved.py"
    return Answer("beside_the_stub", (File(pool.stub), File(rng.choice(pool.right), name)), pool.all_points)


def _unclear(pool: Pool, rng: random.Random) -> Answer:
    place = _letters(pool.exercise.number)
    one, other = rng.sample(pool.right, 2)
    files = (File(one, f"first try {place}.py"), File(other, f"second try {place}.py"))
    return Answer("unclear", files, Foretold("unclear", 0))


def _damaged(
    kind: str, damage: Callable[[bytes, random.Random], bytes]
) -> Callable[[Pool, random.Random], Answer]:
    def answer(pool: Pool, rng: random.Random) -> Answer:
        return Answer(kind, (File(damage(rng.choice(pool.right), rng)),), NOTHING)

    return answer


def _unfinished(source: bytes, rng: random.Random) -> bytes:
    lines = source.splitlines(keepends=True)
    return b"".join(lines[: rng.randrange(len(lines) // 2, len(lines))]) + b"\n(((\n"


def _other_function(source: bytes, _: random.Random) -> bytes:
    """Nothing that was asked for is defined."""
    return re.sub(rb"(?m)^((?:async )?def|class) (\w+)", rb"\1 my_\2", source)


def _odd_file(kind: FileKind) -> Callable[[Pool, random.Random], Answer]:
    def answer(pool: Pool, rng: random.Random) -> Answer:
        return Answer(kind, (File(str(pool.exercise.solution).encode(), kind=kind),), NOTHING)

    return answer


Make = Callable[[Pool, random.Random], Answer]
ANSWERS: Mapping[str, tuple[int, Make]] = {  # of a thousand answers, about so many are such
    "right": (180, _right),
    "right_rewritten": (90, _right_rewritten),
    "wrong": (260, _wrong_one),
    "wrong_rewritten": (80, _wrong_rewritten),
    "stub": (40, _stub),
    "missing": (70, _missing),
    "hostile": (100, _hostile),
    "other_line_ends": (15, _other_line_ends),
    "with_a_mark": (10, _with_a_mark),
    "renamed": (30, _renamed),
    "differently_spelled": (20, _differently_spelled),
    "twice": (10, _twice),
    "beside_the_stub": (10, _beside_the_stub),
    "unclear": (10, _unclear),
    "unfinished": (25, _damaged("unfinished", _unfinished)),
    "other_function": (10, _damaged("other_function", _other_function)),
    "empty": (10, _damaged("empty", lambda _source, _rng: b"")),
    "binary": (5, _damaged("binary", lambda _source, rng: b"\x7fELF\0" + rng.randbytes(4000))),
    "null_byte": (5, _damaged("null_byte", lambda source, _rng: source + b"\0\n")),
    "utf_16": (5, _damaged("utf_16", lambda source, _rng: source.decode().encode("utf-16"))),
    "latin_1": (5, _damaged("latin_1", lambda source, _rng: source + b"# caf\xe9\n")),
    "too_large": (5, _damaged("too_large", lambda source, _rng: source + b"# " + b"x" * 600_000 + b"\n")),
    "deep": (5, _damaged("deep", lambda _source, _rng: b"x = " + b"(" * 5000 + b")" * 5000 + b"\n")),
    "link": (3, _odd_file("link")),
    "pipe": (2, _odd_file("pipe")),
}


def _kinds(rng: random.Random, count: int) -> Iterator[str]:
    """So many kinds of answers: each of them once, if the class is large enough, and the rest by their weights."""
    weights = [weight for weight, _ in ANSWERS.values()]
    kinds = [*ANSWERS, *rng.choices(list(ANSWERS), weights, k=max(0, count - len(ANSWERS)))]
    kinds = kinds[:count] if count >= len(ANSWERS) else rng.choices(list(ANSWERS), weights, k=count)
    rng.shuffle(kinds)
    return iter(kinds)


def _answer(kind: str, pool: Pool, rng: random.Random) -> Answer:
    _, make = ANSWERS["right" if kind == "hostile" and not pool.hostile else kind]
    return make(pool, rng)


# --- the same program in other words


def rewritten(source: bytes, rng: random.Random) -> bytes:
    """The same program: local names are others, comments and the layout too."""
    tree = ast.parse(source)
    everything = {word for word in re.findall(r"\w+", source.decode()) if not word[0].isdigit()}
    fresh = (f"{word}{number}" for number in range(1, 1000) for word in ("item", "data", "tmp"))
    renamed = {
        name: next(word for word in fresh if word not in everything) for name in sorted(_local_names(tree))
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = renamed.get(node.id, node.id)
    return _with_other_comments(ast.unparse(tree), rng).encode()


def _local_names(tree: ast.Module) -> set[str]:
    """What functions assign, and nothing else could mean."""
    assigned, taken = set(), set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                assigned |= {name.id for name in ast.walk(node) if _is_stored(name)}
                arguments = node.args
                every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
                taken |= {a.arg for a in (*every, arguments.vararg, arguments.kwarg) if a is not None}
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                taken.add(node.name)
            case ast.ClassDef() | ast.Module():
                taken |= {getattr(node, "name", "")} | {
                    name.id for name in _outside_functions(node) if _is_stored(name)
                }
            case ast.alias():
                taken.add((node.asname or node.name).partition(".")[0])
            case ast.Global() | ast.Nonlocal():
                taken |= set(node.names)
            case ast.ExceptHandler() | ast.MatchAs() | ast.MatchStar():
                taken.add(node.name or "")
            case ast.MatchMapping():
                taken.add(node.rest or "")
    return assigned - taken


def _is_stored(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from _outside_functions(child)


def _with_other_comments(source: str, rng: random.Random) -> str:
    lines = source.splitlines()
    remarks = ("now it works", "why does this work?", "see lecture 4", "важно", "step", "-----")
    for statement in sorted(
        (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt)),
        key=lambda node: -node.lineno,
    ):
        chance = rng.random()
        if chance < 0.2:
            lines.insert(statement.lineno - 1, f"{' ' * statement.col_offset}# {rng.choice(remarks)}")
        elif chance < 0.4:
            lines.insert(statement.lineno - 1, "")
    return "\n".join(lines) + "\n"


# --- names


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z]+", plain)[:3]) or "student"


def _roman(number: int) -> str:
    """Numbers that look like no number: people of one name are told apart by them."""
    return "".join("ABCDEFGHIJ"[int(digit)] for digit in str(number))


def _letters(number: str) -> str:
    """ "2.1" as "cb": nothing that could be taken for the name or number of an exercise."""
    return "".join("abcdefghij"[int(digit)] for digit in number if digit.isdigit())
