"""One result in the formats of other systems, held against what these systems document."""

import base64
import json
import re
from xml.etree import ElementTree as ET

import format_samples as samples
import jsonschema
import pytest
from format_samples import ATTACK, EVERY, FLOOD, GRADED, OUR_ERROR, PARTIAL, PASS, SYNTAX_ERROR

from grader.formats import autolab, classroom50, exercism, github, gradescope, junit, markdown, prairielearn
from grader.formats.settled import NotGraded

every = pytest.mark.parametrize("sample", EVERY.values(), ids=list(EVERY))
graded = pytest.mark.parametrize("sample", GRADED.values(), ids=list(GRADED))
WRITERS = (exercism, gradescope, junit, prairielearn)


def objects(**properties):
    return {"type": "object", "properties": properties, "required": list(properties)}


def array(items, **more):
    return {"type": "array", "items": items, **more}


TEXT, WHOLE, NUMBER = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "number"}


# GitHub: what the reporter's code does with the value


def reported(result):
    """What the reporter records: nothing, or (points, of how many); and whether its job fails."""
    read = json.loads(base64.b64decode(github.write(result)))
    points = sum(test["score"] for test in read["tests"])
    return (points, read["max_score"]) if read["max_score"] else None, read["status"] in {"fail", "error"}


GITHUB = objects(
    version={"enum": [1, 3]},
    status={"enum": ["pass", "fail", "error"]},
    max_score=WHOLE,
    tests=array(
        objects(
            name={"type": "string", "pattern": "^[^\n\r]+$"},
            status={"enum": ["pass", "fail", "error"]},
            score=WHOLE,
            message=TEXT,
            test_code=TEXT,
            filename=TEXT,
            line_no={"const": 0},
        ),
        minItems=1,
    ),
)


@every
def test_the_reporter_can_read_every_result(sample):
    jsonschema.validate(json.loads(base64.b64decode(github.write(sample))), GITHUB)


@graded
def test_the_reporter_records_the_points_of_the_result(sample):
    assert reported(sample) == ((sample.points, sample.max_points), sample is not PASS)


def test_the_reporter_records_nothing_when_the_kit_has_failed_and_its_job_fails():
    assert reported(OUR_ERROR) == (None, True)


def test_a_result_without_exercises_records_nothing_either():
    assert reported(samples.result()) == (None, True)


def test_the_value_is_one_line_of_base64():
    assert re.fullmatch(rb"[A-Za-z0-9+/]+=*", github.write(ATTACK))


def test_the_value_fits_into_one_variable_of_linux():
    assert len(github.write(FLOOD)) < 128 * 1024
    assert reported(FLOOD) == ((0, FLOOD.max_points), True)


# Classroom 50: schemas/result-v1.schema.json

RUNNER = {
    "CLASSROOM": "cs-principles",
    "ASSIGNMENT": "asyncio",
    "SUBMISSION_TAG": "submit/2026-06-01T14-32-05Z-a1b2c3d",
    "COMMIT_URL": "https://github.com/o/r/commit/a1b2c3d",
    "RELEASE_URL": "https://github.com/o/r/releases/tag/submit%2F1",
    "REVIEW_URL": "https://github.com/o/r/compare/b...a1b2c3d",
}
# The runner adds these itself.
STAMPED = {"owner": "alice", "assignment_type": "individual", "datetime": "2026-06-01T14:32:01Z"}
FILLED = {"type": "string", "minLength": 1}
CLASSROOM50 = {
    **objects(
        schema={"const": "classroom50/result/v1"},
        classroom=FILLED,
        assignment=FILLED,
        submission={"type": "string", "pattern": "^submit/"},
        commit=FILLED,
        release=FILLED,
        review=FILLED,
        owner=FILLED,
        assignment_type={"enum": ["individual", "group"]},
        datetime={"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$"},
        score=WHOLE,
        **{"max-score": WHOLE},
        tests=array(
            objects(
                **{"test-name": FILLED, "passed": {"type": "boolean"}, "score": WHOLE, "max-score": WHOLE}
            )
        ),
    ),
    "additionalProperties": False,
}


@graded
def test_classroom_50_takes_what_its_runner_has_stamped(sample):
    written = json.loads(classroom50.write(sample, RUNNER))

    jsonschema.validate({**written, **STAMPED}, CLASSROOM50)
    assert not written.keys() & STAMPED.keys()


@graded
def test_the_points_of_classroom_50_add_up(sample):
    written = json.loads(classroom50.write(sample, RUNNER))

    assert written["score"] == sum(test["score"] for test in written["tests"]) == sample.points
    assert written["max-score"] == sum(test["max-score"] for test in written["tests"]) == sample.max_points
    assert all(test["score"] <= test["max-score"] for test in written["tests"])


def test_without_anything_to_compare_the_review_is_the_commit():
    written = json.loads(classroom50.write(PASS, {**RUNNER, "REVIEW_URL": ""}))

    assert written["review"] == RUNNER["COMMIT_URL"]


def test_outside_of_its_runner_the_missing_variables_are_named():
    with pytest.raises(classroom50.NotInClassroom50, match=r"ASSIGNMENT, COMMIT_URL, REVIEW_URL is not set"):
        classroom50.write(
            PASS, {name: RUNNER[name] for name in ("CLASSROOM", "SUBMISSION_TAG", "RELEASE_URL")}
        )


# Gradescope: the autograder specification

GRADESCOPE_FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
GRADESCOPE = {
    **objects(
        score=NUMBER,
        output=TEXT,
        output_format=GRADESCOPE_FORMAT,
        test_output_format=GRADESCOPE_FORMAT,
        test_name_format=GRADESCOPE_FORMAT,
        extra_data={"type": "object"},
        tests=array(
            {
                **objects(
                    name=TEXT,
                    status={"enum": ["passed", "failed"]},
                    score=NUMBER,
                    max_score=NUMBER,
                    output=TEXT,
                    tags=array(TEXT),
                ),
                "additionalProperties": False,
            }
        ),
    ),
    "additionalProperties": False,
}


@graded
def test_gradescope_gets_the_score_and_shows_it(sample):
    written = json.loads(gradescope.write(sample))

    jsonschema.validate(written, GRADESCOPE)
    assert written["score"] == sample.points == sum(test["score"] for test in written["tests"])


# Exercism: version 3 of the test runner interface

EXERCISM = {
    **objects(
        version={"const": 3},
        status={"enum": ["pass", "fail", "error"]},
        message={"type": ["string", "null"]},
        tests=array(
            {
                "type": "object",
                "properties": {
                    "name": TEXT,
                    "status": {"enum": ["pass", "fail", "error"]},
                    "message": {"type": ["string", "null"]},
                    "output": {"type": ["string", "null"], "maxLength": 500},
                    "test_code": TEXT,
                    "task_id": {"type": "integer", "minimum": 1},
                },
                "required": ["name", "status", "test_code"],
                "additionalProperties": False,
            }
        ),
    ),
    "additionalProperties": False,
}


@every
def test_exercism_can_read_every_result(sample):
    written = json.loads(exercism.write(sample))

    jsonschema.validate(written, EXERCISM)
    assert written["status"] != "error" or written["message"]


@pytest.mark.parametrize(
    ("sample", "status"), [(PASS, "pass"), (PARTIAL, "fail"), (SYNTAX_ERROR, "error"), (OUR_ERROR, "error")]
)
def test_for_exercism_an_error_is_what_could_not_run(sample, status):
    assert json.loads(exercism.write(sample))["status"] == status


# PrairieLearn: external grading

PRAIRIELEARN = objects(
    gradable={"const": True},
    score={"type": "number", "minimum": 0, "maximum": 1},
    message=TEXT,
    tests=array(objects(name=TEXT, points=NUMBER, max_points=NUMBER, message=TEXT)),
)


@graded
def test_prairielearn_gets_a_share_and_points_for_every_test(sample):
    written = json.loads(prairielearn.write(sample))

    jsonschema.validate(written, PRAIRIELEARN)
    assert written["score"] == sample.points / sample.max_points


def test_for_prairielearn_a_failure_of_the_kit_is_not_gradable():
    written = json.loads(prairielearn.write(OUR_ERROR))

    assert written.keys() == {"gradable", "message"}
    assert written["gradable"] is False


# Autolab: the last line of the output


@graded
def test_autolab_gets_one_line_with_a_score_for_each_exercise(sample):
    (line,) = autolab.write(sample).splitlines()

    assert json.loads(line) == {"scores": {exercise.slug: exercise.points for exercise in sample.exercises}}


# JUnit XML: what pytest writes


@every
def test_junit_counts_what_it_holds(sample):
    root = ET.fromstring(junit.write(sample))  # strict: what is no XML raises

    assert root.tag == "testsuites"
    for element in [root, *root.findall("testsuite")]:
        assert int(element.get("tests")) == len(element.findall(".//testcase"))
        assert int(element.get("failures")) == len(element.findall(".//failure"))
        assert int(element.get("errors")) == len(element.findall(".//error"))


@graded
def test_the_points_in_junit_add_up(sample):
    root = ET.fromstring(junit.write(sample))
    points = {
        name: sum(int(found.get("value")) for found in root.iterfind(f".//property[@name='{name}']"))
        for name in ("points", "max_points")
    }

    assert points == {"points": sample.points, "max_points": sample.max_points}


def test_in_junit_a_failure_of_the_kit_has_no_points():
    root = ET.fromstring(junit.write(OUR_ERROR))
    (case,) = [case for case in root.iter("testcase") if case.find("error") is not None]

    assert [found.get("name") for found in case.iter("property")] == ["test"]


# All of them


@pytest.mark.parametrize(
    "write",
    [autolab.write, gradescope.write, lambda result: classroom50.write(result, RUNNER)],
    ids=["autolab", "gradescope", "classroom50"],
)
def test_where_a_format_cannot_say_that_the_kit_failed_there_is_no_file(write):
    with pytest.raises(NotGraded, match=r"three-scouts: this says nothing about the student"):
        write(OUR_ERROR)


@pytest.mark.parametrize(
    ("writer", "most"),
    [(exercism, 500_000), (prairielearn, 1_000_000), (gradescope, 1_000_000), (junit, 1_000_000)],
    ids=["exercism", "prairielearn", "gradescope", "junit"],
)
def test_a_flood_of_a_student_leaves_a_file_that_is_taken(writer, most):
    assert len(writer.write(FLOOD)) < most


@pytest.mark.parametrize(
    "written",
    [
        *(writer.write(OUR_ERROR) for writer in (exercism, junit, markdown, prairielearn)),
        base64.b64decode(github.write(OUR_ERROR)),
    ],
    ids=["exercism", "junit", "markdown", "prairielearn", "github"],
)
def test_a_failure_of_the_kit_quotes_nothing_of_hidden_tests(written):
    assert b"assert hidden" not in written
    assert b"three-scouts" in written


def decoded_texts(written):
    """Every text in a JSON file or an XML file, as its reader has it."""
    if written.startswith(b"<"):
        for element in ET.fromstring(written).iter():
            yield from (element.text or "", *element.attrib.values())
    else:
        yield from strings(json.loads(written))


def strings(value):
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(part)


@pytest.mark.parametrize(
    "written",
    [
        *(writer.write(ATTACK) for writer in WRITERS),
        classroom50.write(ATTACK, RUNNER),
        base64.b64decode(github.write(ATTACK)),
    ],
    ids=["exercism", "gradescope", "junit", "prairielearn", "classroom50", "github"],
)
def test_what_a_student_writes_steers_no_terminal_and_no_workflow(written):
    texts = [line for text in decoded_texts(written) for line in text.split("\n")]

    assert any("all is well" in line for line in texts)
    assert all(line.isprintable() for line in texts)
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in texts)
