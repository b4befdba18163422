"""Small graded classes, built by hand, and texts that a student might try."""

from grader.classroom import (
    SCHEMA,
    ClassRecord,
    ExerciseInfo,
    Mark,
    Student,
    StudentRecord,
    TestInfo,
)
from grader.score import exercise_verdict
from grader.verdict import Expected, Isolation, Span, TestVerdict

SCOUTS, DINNER = "three-scouts", "dinner-for-one"
IN_TURN = (Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 2.0, 5.0, "ok"))
TOGETHER = (Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 0.0, 3.0, "ok"))

HOSTILE = {
    "colours": "\x1b[31mred\x1b[0m",
    "title of the terminal": "\x1b]0;owned\x07",
    "carriage return": "Jane\rRoot",
    "line separator": "Jane\u2028Root",
    "next line": "Jane\x85Root",
    "right to left": "Jane\u202etxt.exe",
    "null": "Jane\x00Root",
    "lone surrogate": "Jane\udc80",
    "line ends": "Jane\n\n# Root\n- x\n",
    "formula": "=HYPERLINK(1)",
    "formula in another column": 'Jane";=1+1;"',
    "script": "<script>alert(1)</script>",
    "end of the title": "</title><img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)',
    "entity": "&lt;b&gt;",
    "fence": "```\n</code></pre>\n# Root\n~~~~\n````",
    "backticks": "`` ` ```",
    "mention behind backticks": "`` @everyone ` https://example.org ``",
    "link": "[Jane](javascript:alert(1)) https://example.org www.example.org",
    "image": "![](https://example.org/x.png)",
    "mention": "@everyone #1 jane@example.org",
    "cell of a table": "Jane | Root | 10",
    "workflow command": "::error::Jane ##[error]Jane",
    "markup of rich": "[bold]Jane[/bold]",
    "jinja": "{{ 7 * 7 }}{% raw %}",
    "path": "../../etc/passwd",
    "windows path": "C:\\Windows\\..\\x",
    "device": "CON",
    "spaces": "   ",
    "empty": "",
    "long": "J" * 300,
    "megabyte": "ü" * 1_000_000,
}


def passed(name="test_a", title="It holds.", points=5):
    return TestVerdict(name, title, "passed", points, points, None, "", 0.0, ())


def failed(name="test_b", title="Both at once.", message="took 5.0 s", reason="assertion", timeline=IN_TURN):
    return TestVerdict(name, title, "failed", 0, 5, reason, message, 5.0, tuple(timeline))


def broken(name="test_b", message="def test_b(): assert secret == 42"):
    return TestVerdict(name, "Both at once.", "error", 0, 5, None, message, 0.0, ())


def verdict(*tests, slug=SCOUTS, misconception=None):
    return exercise_verdict(slug, "02_together", tests, misconception)


def graded(*tests, slug=SCOUTS, misconception=None, **more):
    found = verdict(*tests, slug=slug, misconception=misconception)
    more.setdefault("points", float(found.points))
    return Mark(slug, "graded", max_points=10, path="x.py", digest="d1", verdict=found, **more)


def without_verdict(state, slug=SCOUTS, **more):
    more.setdefault("points", 0.0)
    return Mark(slug, state, max_points=10, **more)


def student(key="jane@example.org", name="Jane Doe", marks=(), **more):
    marks = tuple(marks) or (graded(passed(), failed()),)
    return StudentRecord(
        Student(key, name, email=more.pop("email", "")),
        marks,
        sum(mark.points for mark in marks),
        sum(mark.max_points for mark in marks),
        **more,
    )


def exercise(slug=SCOUTS, number="2.1", title="three scouts", explanations=None):
    tests = (
        TestInfo("test_a", "It holds.", 5),
        TestInfo("test_b", "Both at once.", 5, Expected(3.0, TOGETHER)),
    )
    return ExerciseInfo(slug, number, "02_together", title, 10, tests, explanations or {})


def class_record(*students, exercises=None, problems=(), level=2):
    return ClassRecord(
        SCHEMA,
        "1.0",
        "3.13.0",
        Isolation(level, ("process",)),
        "Canvas download",
        exercises or (exercise(),),
        students,
        problems,
    )
