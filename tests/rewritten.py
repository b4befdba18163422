"""Is a misconception recognised in other words? ``nox -s rewritten``, of all exercises or those named.

Each wrong solution is written anew by its syntax tree: with other names and formatting, with one construct for another,
and with both (``rewriting.py``). It must still get its own name. The solution and the right ones are written anew too:
they must earn every point, and get no name. The values that tests draw depend on a submission's bytes, so each draws
others.

The exit code is 0 if at least 95 % of the wrong ones are named rightly and no right one is named or loses points.
``--missed`` shows which are not, and how they were rewritten.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).parent
PROJECT = TESTS.parent
sys.path[:0] = [str(PROJECT), str(TESTS)]

from rewriting import CONSTRUCTS, NAMES, rewritten  # noqa: E402 (see sys.path)
from side_by_side import judged  # noqa: E402

from grader import recording  # noqa: E402
from grader.catalog import Exercise, load_catalog  # noqa: E402
from grader.judge.plugin import Report  # noqa: E402
from grader.misconception import recognise  # noqa: E402
from grader.practice import fingerprint  # noqa: E402

ENOUGH = 0.95  # of the wrong ones
WAYS = {"names": NAMES, "constructs": CONSTRUCTS, "both": (*CONSTRUCTS, *NAMES)}


@dataclass(frozen=True)
class Rewritten:
    """A submission in other words. `name` is its misconception; none, if it is right."""

    exercise: Exercise
    path: Path
    way: str
    source: str
    name: str | None


@dataclass(frozen=True)
class Seen:
    """What a check said: the misconception, and the tests that failed."""

    name: str | None
    failed: tuple[str, ...]


def main(words: Sequence[str]) -> int:
    """Write them anew, have them judged, count; the exit code."""
    options = _parser().parse_args(words)
    exercises = load_catalog(PROJECT).select(options.names)
    written = [one for exercise in exercises for one in _rewritten_of(exercise)]
    seen = list(judged([(one.exercise.slug, one.source) for one in written], _see))
    pairs = list(zip(written, seen, strict=True))

    for exercise in exercises:
        print(_line(exercise, [pair for pair in pairs if pair[0].exercise is exercise]))
    counted = Counter(_outcome(*pair) for pair in pairs)
    wrong = counted["named rightly"] + counted["named otherwise"] + counted["not named"]
    part = counted["named rightly"] / wrong if wrong else 1.0
    print(
        f"{counted['right']} right ones rewritten, {counted['right, not taken as right']} not taken as right."
    )
    print(f"Of {wrong} wrong ones rewritten, {part:.1%} are named rightly (at least {ENOUGH:.0%}),", end=" ")
    print(f"{counted['named otherwise']} otherwise, {counted['not named']} not at all.")
    if options.missed:
        for one, found in pairs:
            if _outcome(one, found) not in ("right", "named rightly"):
                print(_missed(one, found))
    return int(part < ENOUGH or counted["right, not taken as right"] > 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Rewrite wrong solutions, and see whether they are recognised."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="the exercises; all, if none is named")
    parser.add_argument("--missed", action="store_true", help="show what is not recognised")
    return parser


def _rewritten_of(exercise: Exercise) -> Iterator[Rewritten]:
    kept = frozenset(exercise.declared) | {
        node.arg
        for path in exercise.tests.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.keyword) and node.arg
    }
    for path in (exercise.solution, *exercise.right, *exercise.wrong):
        name = recording.name_of(path) if path in exercise.wrong else None
        before = path.read_text(encoding="utf-8")
        for way, steps in WAYS.items():
            yield Rewritten(exercise, path, way, rewritten(before, steps, kept), name)


def _see(exercise: Exercise, reports: list[Report]) -> Seen:
    known = recording.read(exercise.recorded).misconceptions
    name = recognise(fingerprint(reports), {name: one.fingerprint for name, one in known.items()})
    return Seen(name, tuple(r.verdict.name for r in reports if r.verdict.status == "failed"))


def _outcome(one: Rewritten, seen: Seen) -> str:
    if one.name is None:
        return "right, not taken as right" if seen.failed or seen.name else "right"
    return (
        "not named" if seen.name is None else "named rightly" if seen.name == one.name else "named otherwise"
    )


def _line(exercise: Exercise, pairs: Sequence[tuple[Rewritten, Seen]]) -> str:
    counted = Counter(_outcome(*pair) for pair in pairs)
    words = "".join(
        f" {counted[outcome]:4} {outcome}"
        for outcome in ("named rightly", "named otherwise", "not named", "right, not taken as right")
        if counted[outcome] or outcome == "named rightly"
    )
    return f"{exercise.number:>6}  {exercise.slug:26}{words}"


def _missed(one: Rewritten, seen: Seen) -> str:
    taken = seen.name or ("nothing known" if one.name else f"wrong: it fails {', '.join(seen.failed)}")
    return f"\n# {one.exercise.shown(one.path)} ({one.way}) is taken for {taken}\n{one.source}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
