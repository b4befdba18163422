"""The checks in an editor's test view: what pytest finds with `.vscode/settings.json`, and what it says."""

import json
import re
import shutil
import subprocess
import sys

import pytest
from small_kit import PROJECT

from grader import recording
from grader.recording import Recording

SETTINGS = json.loads(
    re.sub(r"^\s*//.*", "", (PROJECT / ".vscode/settings.json").read_text(), flags=re.MULTILINE)
)
STUB = 'async def run(say):\n    """Run."""\n    raise NotImplementedError\n'
TEST = '''
@pytest.mark.points(1)
async def test_run(submission, world):
    """It says what it does."""
    say = world.callback("say")
    await submission.run(say)
    secret = "done"
    assert [call.args[0] for call in say.calls] == [secret]
'''


@pytest.fixture
def desk(kit):
    """A kit of three exercises, recorded, with the grader: what a student has."""
    handed_out = recording.encode(Recording(stub=tuple(STUB.split("\n"))))
    for name in ("01_wrong", "02_solved", "03_untouched"):
        kit.add(TEST, path=f"01_probes/{name}", stub=STUB)
        kit.write(f"tests/exercises/01_probes/{name}/recorded.json", handed_out)
    kit.write("pyproject.toml", '[project]\nname = "exercises"\n')
    shutil.copytree(PROJECT / "grader", kit.root / "grader", ignore=shutil.ignore_patterns("__pycache__"))
    (kit.root / "exercises/01_probes/02_solved.py").write_text("async def run(say):\n    say('done')\n")
    (kit.root / "exercises/01_probes/01_wrong.py").write_text("async def run(say):\n    say('dne')\n")
    return kit


def view(kit, *words):
    """What pytest says with the editor's arguments, in the kit's folder."""
    command = [sys.executable, "-m", "pytest", *SETTINGS["python.testing.pytestArgs"], *words]
    return subprocess.run(command, cwd=kit.root, capture_output=True, text=True, check=False)


def test_every_exercise_is_found_in_its_own_file_and_nothing_else_is(desk):
    done = view(desk, "--collect-only", "-q")

    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted(line for line in done.stdout.splitlines() if "::" in line) == [
        "exercises/01_probes/01_wrong.py::wrong",
        "exercises/01_probes/02_solved.py::solved",
        "exercises/01_probes/03_untouched.py::untouched",
    ]


def test_a_test_passes_fails_with_the_report_or_is_not_begun(desk):
    done = view(desk)

    assert "1 failed, 1 passed, 1 skipped" in done.stdout, done.stdout + done.stderr
    assert "   ✗ It says what it does.\n       got ['dne'], expected ['done']\n" in done.stdout
    assert "secret" not in done.stdout + done.stderr
    assert "Traceback" not in done.stdout


def test_the_files_of_an_editor_are_read_by_it():
    for file in (PROJECT / ".vscode").glob("*.json"):
        json.loads(re.sub(r"^\s*//.*", "", file.read_text(), flags=re.MULTILINE))
