"""The programs that students read in `predict-the-timeline` are the programs that the judge runs."""

import ast
import textwrap
from pathlib import Path

import pytest

KIT = Path(__file__).parents[3]
EXERCISE = "01_first_steps/04_predict_the_timeline"
HIDDEN = KIT / "tests/exercises" / EXERCISE
NAMES = ["job", "a", "b", "c", "d"]


def programs(source: str) -> dict[str, str]:
    """The five coroutine functions in a source text, in the normal form of `ast.unparse`."""
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.AsyncFunctionDef)]
    return {function.name: ast.unparse(function) for function in functions}


def programs_in_the_text_of(path: Path) -> dict[str, str]:
    """The programs in a module's docstring: its indented lines."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return programs(
        textwrap.dedent("\n".join(line for line in text.splitlines() if not line or line[:4].isspace()))
    )


@pytest.mark.parametrize(
    "path",
    [
        KIT / "exercises" / f"{EXERCISE}.py",
        KIT / "solutions" / f"{EXERCISE}.py",
        HIDDEN / "right/runs_the_programs.py",
    ],
    ids=["stub", "solution", "right"],
)
def test_the_judge_runs_what_the_student_reads(path):
    judged = (
        (HIDDEN / "test_predict_the_timeline.py")
        .read_text(encoding="utf-8")
        .replace("block(3)", "time.sleep(3)")
    )

    shown = programs_in_the_text_of(path)
    assert list(shown) == NAMES
    assert shown == programs(judged)
