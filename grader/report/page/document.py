"""The page as one document: the template, filled; style, scripts and data, inlined; a policy that lets nothing else in.

The policy allows the page's own style and scripts by their hashes, and no network at all. Should a piece of a student's
text ever become markup, the browser still would not run it.
"""

from __future__ import annotations

from importlib import resources
from typing import Any

from grader.classroom import ClassRecord
from grader.report.html import Inline, environment, harmless, policy_source
from grader.report.page import data
from grader.report.phrases import amount, counted, percent
from grader.report.statistics import FEWEST_STUDENTS, ClassFigures, class_figures
from grader.similarity import Similarity

MOST_PROBLEMS = 500
MOST_NEEDS_AT_FIRST = 10

_STYLE = "page.css"
_SCRIPTS = (
    "elements.js",
    "model.js",
    "timeline.js",
    "heatmap.js",
    "panel.js",
    "page.js",
)  # each knows those before it


def render_page(record: ClassRecord, *, similarity: Similarity | None = None) -> str:
    """The class page, `report.html`: one file that needs nothing else. `similarity` adds the pairs that were found."""
    templates = environment("grader.report.page", ".", finalize=harmless)
    templates.filters.update(amount=amount, percent=percent, points_of_hundred=_points_of_hundred)
    style, scripts = _asset(_STYLE), [_asset(name) for name in _SCRIPTS]
    figures = class_figures(record)
    return templates.get_template("page.html").render(
        policy=Inline(_policy(style, scripts)),
        style=Inline(style),
        scripts=[Inline(script) for script in scripts],
        record=record,
        figures=figures,
        infos={info.slug: info for info in record.exercises},
        places={student.student.key: place for place, student in enumerate(record.students)},
        names={student.student.key: student.student.name for student in record.students},
        sections=sorted({student.student.section for student in record.students} - {""}),
        hardest=_hardest(figures),
        problems=_problems(record),
        similarity=similarity,
        overview=_json(data.overview(record, {need.key: need.reason for need in figures.needs})),
        details=_json(data.details(record)),
        evidence=_json(data.evidence(similarity, record)) if similarity else None,
        counted=counted,
        paragraphs=data.paragraphs,
        fewest_students=FEWEST_STUDENTS,
        most_problems=MOST_PROBLEMS,
        most_needs=MOST_NEEDS_AT_FIRST,
    )


def _asset(name: str) -> str:
    return resources.files("grader.report.page").joinpath(name).read_text(encoding="utf-8")


def _json(block: bytes) -> Inline:
    """JSON that cannot end the element that it stands in. No string of it is changed: `<` is as good a `<`."""
    return Inline(block.decode().replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026"))


def _policy(style: str, scripts: list[str]) -> str:
    hashes = " ".join(map(policy_source, scripts))
    return (
        f"default-src 'none'; style-src {policy_source(style)}; script-src {hashes}; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hardest(figures: ClassFigures) -> Any:
    """The exercise with the lowest mean, if any was graded."""
    known = [exercise for exercise in figures.exercises if exercise.difficulty is not None]
    return min(known, key=lambda exercise: exercise.difficulty or 0.0, default=None)


def _problems(record: ClassRecord) -> list[tuple[str, str]]:
    """Where and what: files of nobody first, then what was left out of what a student handed in."""
    found = [(problem.path, problem.text) for problem in record.problems]
    found += [(student.student.name, problem) for student in record.students for problem in student.problems]
    return found


def _points_of_hundred(share: float) -> int:
    """The length of a bar, of 100."""
    return round(min(max(share, 0.0), 1.0) * 100)
