"""JUnit XML in the shape that pytest writes (`xunit2`), with points as properties."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from grader.formats import bounded
from grader.formats.settled import message
from grader.verdict import ExerciseVerdict, Result, TestVerdict


def write(result: Result) -> bytes:
    """The file: a suite for each exercise, a case for each test.

    `time` is in virtual seconds. `points` and `max_points` are properties of each case; a test in which the kit failed
    is an `error`, and has no points.
    """
    tests = [test for exercise in result.exercises for test in exercise.tests]
    root = ET.Element("testsuites", {"name": "overlap", **_counts(tests)})
    for exercise in result.exercises:
        _add_suite(root, exercise)
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add_suite(root: ET.Element, exercise: ExerciseVerdict) -> None:
    suite = ET.SubElement(root, "testsuite", {"name": exercise.slug, **_counts(exercise.tests)})
    for test in exercise.tests:
        case = ET.SubElement(
            suite,
            "testcase",
            {
                "classname": f"{exercise.chapter}.{exercise.slug}",
                "name": bounded.line(test.title or test.name),
                "time": f"{test.virtual_seconds:.3f}",
            },
        )
        _add_points(case, test)
        if test.status != "passed":
            problem = ET.SubElement(
                case,
                "error" if test.status == "error" else "failure",
                {"message": bounded.line(message(test)), "type": test.reason or "error"},
            )
            problem.text = bounded.block(message(test))


def _add_points(case: ET.Element, test: TestVerdict) -> None:
    known = {"test": test.name}
    if test.status != "error":
        known |= {"points": str(test.points), "max_points": str(test.max_points)}
    properties = ET.SubElement(case, "properties")
    for name, value in known.items():
        ET.SubElement(properties, "property", {"name": name, "value": value})


def _counts(tests: tuple[TestVerdict, ...] | list[TestVerdict]) -> dict[str, str]:
    return {
        "tests": str(len(tests)),
        "failures": str(sum(test.status == "failed" for test in tests)),
        "errors": str(sum(test.status == "error" for test in tests)),
        "skipped": "0",
        "time": f"{sum(test.virtual_seconds for test in tests):.3f}",
    }
