"""The report of `verify`: a line an exercise, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from grader.catalog import Exercise


class Proof(Protocol):
    """What this report needs of `verify.Proof`."""

    @property
    def exercise(self) -> Exercise: ...
    @property
    def right(self) -> int: ...
    @property
    def wrong(self) -> int: ...
    @property
    def problems(self) -> tuple[str, ...]: ...


def render_proofs(proofs: Iterable[Proof]) -> str:
    """The text, with a line end after each line."""
    lines = []
    proofs = list(proofs)
    for proof in proofs:
        word = "fair" if not proof.problems else "NOT FAIR"
        name = f"{proof.exercise.number:>5}  {proof.exercise.slug:<26}"
        lines.append(f"{name} {proof.right:>2} right  {proof.wrong:>2} wrong  {word}")
        lines += [f"       - {line}" for problem in proof.problems for line in problem.splitlines()]
    unfair = sum(bool(proof.problems) for proof in proofs)
    lines.append(f"{len(proofs) - unfair} of {len(proofs)} exercises proved.")
    return "\n".join(lines) + "\n"
