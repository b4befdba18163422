"""Do the hidden tests notice when a solution is changed? ``nox -s mutants``, of all exercises or those named.

Cosmic Ray makes the mutants: in each, one comparison, operator, number, constant, exception, `break` or loop of the
reference solution is another one; with two operators of our own, one statement or one `await` is gone. The hidden
tests judge each as a submission. A mutant is killed if it loses points. One that does not is a survivor, and somebody
has to look at it: either it does what the solution does, then ``tests/mutants.toml`` says why; or the hidden tests
have a hole.

The exit code is 0 if at least 95 % of the mutants that change behaviour are killed, every survivor is in the file, and
nothing in the file has died meanwhile. ``--unlisted`` prints what is missing there, ready to be pasted.
"""

from __future__ import annotations

import argparse
import ast
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).parent
PROJECT = TESTS.parent
sys.path[:0] = [str(PROJECT), str(TESTS)]

import msgspec  # noqa: E402 (see sys.path)
from cosmic_ray import plugins  # noqa: E402
from cosmic_ray.mutating import mutate_code  # noqa: E402
from cosmic_ray.operators.operator import Operator  # noqa: E402
from parso.python.tree import Keyword  # noqa: E402
from parso.tree import NodeOrLeaf  # noqa: E402
from side_by_side import judged  # noqa: E402

from grader.catalog import Exercise, load_catalog  # noqa: E402
from grader.judge.plugin import Report  # noqa: E402

SURVIVORS = Path(__file__).with_suffix(".toml")
ENOUGH = 0.95  # of the mutants that change behaviour
NO_STEPS = {"string", "strings", "import_name", "import_from"}


class DropStatement(Operator):
    """`task.cancel()` becomes `pass`. Docstrings and imports stay."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """A simple statement is one."""
        if node.type == "simple_stmt" and node.children[0].type not in NO_STEPS:
            yield node.start_pos, node.end_pos

    def mutate(self, node: NodeOrLeaf, _index: int) -> NodeOrLeaf:
        """Nothing is done there."""
        first = node.children[0]
        node.children[0] = Keyword("pass", first.start_pos, first.get_first_leaf().prefix)
        return node

    @classmethod
    def examples(cls) -> tuple[()]:
        """None are needed."""
        return ()


class DropAwait(DropStatement):
    """`await call()` becomes `call()`."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """An `await` and what it awaits are one node."""
        if node.type == "atom_expr" and node.children[0] == "await":
            yield node.start_pos, node.end_pos

    def mutate(self, node: NodeOrLeaf, _index: int) -> NodeOrLeaf:
        """What was awaited is left."""
        word, what, *_ = node.children
        what.get_first_leaf().prefix = word.prefix
        del node.children[0]
        return node


@dataclass(frozen=True)
class Mutant:
    """A changed solution. `before` and `after` are its changed lines, without their indentation."""

    slug: str
    source: str
    before: str
    after: str

    @property
    def name(self) -> tuple[str, str, str]:
        """What a survivor is found by in the file: no line number, so that a comment above moves nothing."""
        return self.slug, self.before, self.after


class Survivor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mutant that may live, and why: it does what the solution does."""

    exercise: str
    before: str
    after: str
    reason: str


def main(words: Sequence[str]) -> int:
    """Make the mutants, have them judged, compare with what is known; the exit code."""
    options = _parser().parse_args(words)
    exercises = load_catalog(PROJECT).select(options.names)
    mutants = [mutant for exercise in exercises for mutant in mutants_of(exercise)]
    # One failure is enough: a mutant that computes for ever would use a second in each test.
    killed = judged([(mutant.slug, mutant.source) for mutant in mutants], _is_killed, until_failed=True)
    living = [mutant for mutant, killed in zip(mutants, killed, strict=True) if not killed]
    known = {(one.exercise, one.before, one.after): one for one in _read_survivors()}
    unlisted = [mutant for mutant in living if mutant.name not in known]
    slugs = {exercise.slug for exercise in exercises}
    alive = {mutant.name for mutant in living}
    dead = [one for name, one in known.items() if one.exercise in slugs and name not in alive]

    for exercise in exercises:
        print(_line(exercise, mutants, living, known))
    changing = len(mutants) - (len(living) - len(unlisted))
    part = 1 - len(unlisted) / changing if changing else 1.0
    print(f"{len(mutants)} mutants, {len(living) - len(unlisted)} known to do what the solution does.")
    print(f"Of {changing} that change behaviour, {part:.1%} are killed (at least {ENOUGH:.0%}).")
    for one in dead:
        print(f"Remove it from {SURVIVORS.name}, it is killed: {one.exercise}: {one.before}  ->  {one.after}")
    if options.unlisted:
        print("".join(_entry(mutant) for mutant in unlisted))
    elif unlisted:
        print(f"{len(unlisted)} survivors are not in {SURVIVORS.name}: --unlisted shows them.")
    return int(bool(dead or unlisted) or part < ENOUGH)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Change the solutions, and see whether the tests notice.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="the exercises; all, if none is named")
    parser.add_argument("--unlisted", action="store_true", help="print survivors as the file holds them")
    return parser


def mutants_of(exercise: Exercise) -> Iterator[Mutant]:
    """The mutants of an exercise's solution, without its demo. What changes annotations only is none."""
    source = _without_demo(exercise.solution.read_text(encoding="utf-8"))
    seen = {_behaviour(source)}
    for operator in _operators():
        occurrence = 0
        while (changed := mutate_code(source, operator, occurrence)) is not None:
            occurrence += 1
            try:
                behaviour = _behaviour(changed)
            except SyntaxError:  # some operators put `not` before whatever stands there
                continue
            if behaviour not in seen:
                seen.add(behaviour)
                yield Mutant(exercise.slug, changed, *_changed_lines(source, changed))


def _operators() -> Iterator[object]:
    for name in sorted(plugins.operator_names()):
        operator = plugins.get_operator(name)
        if not operator.arguments():  # the others need names of variables
            yield operator()
    yield DropStatement()
    yield DropAwait()


def _without_demo(source: str) -> str:
    """Up to `if __name__ == "__main__":`, which is never run by a test."""
    demo = next((node.lineno for node in ast.parse(source).body if isinstance(node, ast.If)), None)
    return "".join(source.splitlines(keepends=True)[: demo - 1 if demo else None])


class _NoAnnotations(ast.NodeTransformer):
    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)


def _behaviour(source: str) -> str:
    return ast.dump(_NoAnnotations().visit(ast.parse(source)))


def _changed_lines(source: str, changed: str) -> tuple[str, str]:
    before, after = source.splitlines(), changed.splitlines()
    first = next(place for place, pair in enumerate(zip(before, after, strict=False)) if len(set(pair)) == 2)
    rest = len(before) - first
    while rest and before[-rest:] != after[len(after) - rest :]:
        rest -= 1
    ends = (lines[first : len(lines) - rest] for lines in (before, after))
    old, new = ("\n".join(line.strip() for line in lines) for lines in ends)
    return old, new


def _is_killed(_exercise: Exercise, reports: list[Report]) -> bool:
    return any(report.verdict.status == "failed" for report in reports)


def _read_survivors() -> list[Survivor]:
    return msgspec.convert(
        tomllib.loads(SURVIVORS.read_text(encoding="utf-8")).get("survivor", []), list[Survivor]
    )


def _line(
    exercise: Exercise,
    mutants: Sequence[Mutant],
    living: Sequence[Mutant],
    known: dict[tuple[str, str, str], Survivor],
) -> str:
    made = sum(mutant.slug == exercise.slug for mutant in mutants)
    survived = [mutant for mutant in living if mutant.slug == exercise.slug]
    unlisted = sum(mutant.name not in known for mutant in survived)
    words = f"{made - len(survived):4} killed {len(survived) - unlisted:4} the same"
    return f"{exercise.number:>6}  {exercise.slug:26}{words}{f' {unlisted:4} NOT KILLED' if unlisted else ''}"


def _entry(mutant: Mutant) -> str:
    def quoted(text: str) -> str:
        return msgspec.json.encode(text).decode()  # a basic string of TOML is one of JSON

    return (
        f'\n[[survivor]]\nexercise = "{mutant.slug}"\nbefore = {quoted(mutant.before)}\n'
        f'after = {quoted(mutant.after)}\nreason = ""\n'
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
