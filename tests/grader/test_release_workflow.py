"""A push, graded by the steps of the released workflow: each `run:` executed in order, with the files of GitHub."""

from __future__ import annotations

import re

import pytest
import yaml
from released_repository import HALF, SOLVED, STUB, Repository, releasable

from grader.bulk.intake.folder import Folder
from grader.bulk.manifest import KIT, WORKFLOW, changes

pytestmark = pytest.mark.once

ALL, HALF_OF_IT, NONE = (10, 10), (1, 10), (0, 10)


@pytest.fixture
def repository(kit):
    return Repository.released(releasable(kit))


def changed(repository):
    found = changes(Folder(repository.root), (), repository.manifest)
    return [(change.path, change.kind) for change in found]


# --- an honest push


def test_a_solved_exercise_earns_all_points_of_public_and_sealed_tests(repository, tmp_path):
    repository.write(STUB, SOLVED)

    run = repository.push(tmp_path / "run", installs=True)

    assert (run.code, run.points) == (0, ALL), run.log
    assert run.environment == ""


def test_half_a_solution_earns_its_points_and_a_red_cross(repository, tmp_path):
    repository.write(STUB, HALF)

    run = repository.push(tmp_path / "run")

    assert (run.code, run.points) == (1, HALF_OF_IT)
    assert "1 of 10 points" in run.summary


def test_what_the_reporter_decodes_has_the_same_points(repository, tmp_path):
    repository.write(STUB, HALF)

    run = repository.push(tmp_path / "run")

    assert sum(test["score"] for test in run.result["tests"]) == 1
    assert run.result["max_score"] == 10


def test_the_stub_earns_nothing(repository, tmp_path):
    assert repository.push(tmp_path / "run").points == NONE


def test_with_public_tests_only_these_count(kit, tmp_path):
    repository = Repository.released(releasable(kit), "public")
    repository.write(STUB, HALF)

    run = repository.push(tmp_path / "run", secrets={})

    assert (run.code, run.points) == (0, (1, 1))
    assert "public tests" in run.summary


def test_remote_tests_come_from_the_instructors_repository(kit, tmp_path):
    repository = Repository.released(releasable(kit), "remote")
    repository.write(STUB, HALF)

    run = repository.push(tmp_path / "run", secrets={})

    assert (run.code, run.points) == (1, HALF_OF_IT), run.log


def test_where_remote_tests_are_missing_there_is_no_mark(kit, tmp_path):
    repository = Repository.released(releasable(kit), "remote")
    (kit.root / "tests/exercises/01_probes/01_probe/test_probe.py").unlink()

    run = repository.push(tmp_path / "run", secrets={})

    assert (run.code, run.points) == (3, None)
    assert "the hidden tests of probe are not there" in run.log


@pytest.mark.parametrize(
    "broken",
    ["SECRET_WORD = 1 / 0\n", "SECRET_WORD = (\n", "def test_it(no_such_fixture):\n    SECRET_WORD = 1\n"],
    ids=["import", "syntax", "fixture"],
)
def test_a_broken_hidden_test_is_no_mark_and_shows_no_line_of_itself(kit, tmp_path, broken):
    repository = Repository.released(releasable(kit), "remote")
    kit.write("tests/exercises/01_probes/01_probe/test_probe.py", broken)

    run = repository.push(tmp_path / "run", secrets={})

    assert run.code == 3
    assert "SECRET_WORD" not in run.log + run.summary
    assert run.points is None


def test_without_its_key_there_is_no_mark(repository, tmp_path):
    repository.write(STUB, SOLVED)

    run = repository.push(tmp_path / "run", secrets={})

    assert (run.code, run.points) == (3, None)
    assert "OVERLAP_KEY is not set" in run.log


def test_with_another_key_there_is_no_mark(repository, tmp_path):
    run = repository.push(tmp_path / "run", secrets={"OVERLAP_KEY": "B" * 43 + "="})

    assert (run.code, run.points) == (3, None)
    assert "the key is another one" in run.log


# --- what the workflow asks of GitHub


def test_the_workflow_may_only_read(repository):
    workflow = yaml.safe_load((repository.root / WORKFLOW).read_text(encoding="utf-8"))

    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in workflow["jobs"].values())


@pytest.mark.parametrize("tests", ["public", "sealed", "remote"])
def test_every_action_is_pinned_and_keeps_no_credentials(kit, tests):
    repository = Repository.released(releasable(kit), tests)
    workflow = yaml.safe_load((repository.root / WORKFLOW).read_text(encoding="utf-8"))

    used = [step for step in workflow["jobs"]["grade"]["steps"] if "uses" in step]

    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]) for step in used)
    assert all(step["with"]["persist-credentials"] is False for step in used if "checkout" in step["uses"])


@pytest.mark.parametrize(("tests", "secrets"), [("public", 0), ("sealed", 1), ("remote", 1)])
def test_no_secret_is_given_that_is_not_needed(kit, tests, secrets):
    repository = Repository.released(releasable(kit), tests)

    assert (repository.root / WORKFLOW).read_text(encoding="utf-8").count("secrets.") == secrets


def test_python_is_isolated_wherever_it_starts(repository):
    text = (repository.root / WORKFLOW).read_text(encoding="utf-8")

    assert re.findall(r"\bpython (\S+)", text) == ["-I"] * 3


# --- a push that is not honest

HARMFUL = "import os, sys\nprint('planted')\nos._exit(0)\n"
PLANTED = {
    "conftest.py": HARMFUL,
    "tests/conftest.py": HARMFUL,
    "exercises/conftest.py": HARMFUL,
    "sitecustomize.py": HARMFUL,
    "usercustomize.py": HARMFUL,
    "evil.pth": "import os; os._exit(0)\n",
    "pytest.ini": "[pytest]\naddopts = --co\n",
    "tox.ini": "[pytest]\naddopts = --co\n",
    "noxfile.py": HARMFUL,
    "asyncio.py": HARMFUL,
    "zipfile.py": HARMFUL,
    "pip.py": HARMFUL,
    "pip/__main__.py": HARMFUL,
    "grader.py": HARMFUL,
    "msgspec/__init__.py": HARMFUL,
    "requirements.txt": "no-such-package-anywhere\n",
    ".python-version": "2.7\n",
}


def test_no_file_beside_the_exercises_is_read(repository, tmp_path):
    repository.write(STUB, HALF)
    for path, content in PLANTED.items():
        repository.write(path, content)

    run = repository.push(tmp_path / "run", installs=True)

    assert (run.code, run.points) == (1, HALF_OF_IT), run.log
    assert "planted" not in run.log


def test_an_edited_grader_does_not_run_and_is_reported(repository, tmp_path):
    repository.write(STUB, HALF)
    for path in ("grader/score.py", "grader/__main__.py", "grader/judge/session.py"):
        repository.write(path, HARMFUL)
    repository.write("grader/catalog/__init__.py", HARMFUL)

    run = repository.push(tmp_path / "run")

    assert (run.code, run.points) == (1, HALF_OF_IT), run.log
    assert "grader/score.py (changed)" in run.summary
    assert "grader/catalog/__init__.py (added)" in run.summary
    assert any(line.startswith("::warning title=Files of the course were changed::") for line in run.obeyed)


def test_edited_tests_settings_and_manifest_change_no_mark(repository, tmp_path):
    repository.write(STUB, HALF)
    test = "tests/exercises/01_probes/01_probe/test_probe.py"
    repository.write(test, "import pytest\n\n@pytest.mark.points(99)\ndef test_easy():\n    pass\n")
    repository.write("exercises/01_probes/01_probe.toml", "stretch = true\n")
    repository.write("tests/exercises/01_probes/01_probe/recorded.json", "{}")
    repository.write("manifest.json", "{}")

    run = repository.push(tmp_path / "run")

    assert (run.code, run.points) == (1, HALF_OF_IT), run.log
    assert f"{test} (changed)" in run.summary


def test_deleting_all_but_the_archive_and_the_exercise_changes_no_mark(repository, tmp_path):
    repository.write(STUB, HALF)
    for path in repository.manifest.files:
        if path not in (KIT, WORKFLOW):
            (repository.root / path).unlink()

    run = repository.push(tmp_path / "run")

    assert run.points == HALF_OF_IT
    assert "(missing)" in run.summary


def test_an_edited_archive_is_not_run(repository, tmp_path):
    repository.write(STUB, SOLVED)
    archive = bytearray((repository.root / KIT).read_bytes())
    archive[-30] ^= 1
    repository.write(KIT, bytes(archive))

    run = repository.push(tmp_path / "run")

    assert (run.code, run.points) == (3, None)
    assert run.obeyed[-1].startswith("::error title=Not graded::")


def test_an_edited_workflow_is_found_by_the_push_itself_and_by_the_instructor(repository, tmp_path):
    text = (repository.root / WORKFLOW).read_text(encoding="utf-8")
    repository.write(WORKFLOW, text.replace("timeout-minutes: 15", "timeout-minutes: 300"))

    assert f"{WORKFLOW} (changed)" in repository.push(tmp_path / "run").summary
    assert changed(repository) == [(WORKFLOW, "changed")]


def test_a_workflow_that_lies_is_found_by_the_instructor(repository):
    repository.write(WORKFLOW, "name: Overlap\non: push\njobs: {}\n")
    repository.write(".github/workflows/other.yml", "on: push\n")

    assert changed(repository) == [(".github/workflows/other.yml", "added"), (WORKFLOW, "changed")]


def test_a_submission_that_exits_with_zero_earns_nothing(repository, tmp_path):
    repository.write(STUB, "import os\nos._exit(0)\n")

    run = repository.push(tmp_path / "run")

    assert (run.code, run.points) == (1, NONE)


SPEAKS = """
WORDS = [
    "::notice title=Autograding complete::Points 10/10",
    "::set-output name=points::10",
    "::set-env name=PATH::/nowhere",
    "::add-path::/nowhere",
    "::stop-commands::mine",
    "::mine::",
    "##[error]mine",
    "  ::error::mine",
    "a\\r::error::mine",
]

async def run(say):
    print(*WORDS, sep="\\n")
    for word in WORDS:
        say(word)
    raise ValueError("\\n".join(["", *WORDS]))
"""


def test_nothing_that_a_submission_says_is_obeyed(repository, tmp_path):
    repository.write(STUB, SPEAKS)

    run = repository.push(tmp_path / "run")

    assert (run.code, run.points) == (1, NONE)
    assert [line.partition(" ")[0] for line in run.obeyed] == ["::remove-matcher", "::notice"]
    assert "mine" not in "".join(run.obeyed)
    assert set(run.outputs) == {"result", "points", "max-points"}
    assert run.environment == ""


def test_a_link_is_not_followed(repository, tmp_path):
    solution = tmp_path / "solution.py"
    solution.write_text(SOLVED)
    (repository.root / STUB).unlink()
    (repository.root / STUB).symlink_to(solution)

    run = repository.push(tmp_path / "run")

    assert run.points == NONE
    assert f"{STUB} is a link" in run.summary


def test_a_link_in_the_place_of_a_folder_is_not_followed(repository, tmp_path):
    folder = tmp_path / "elsewhere"
    (repository.root / "exercises").rename(folder)
    (folder / "01_probes/01_probe.py").write_text(SOLVED)
    (repository.root / "exercises").symlink_to(folder)

    run = repository.push(tmp_path / "run")

    assert run.points == NONE


def test_a_submission_cannot_read_the_opened_tests(repository, tmp_path):
    repository.write(
        STUB,
        """
import glob, os

async def run(say):
    found = []
    for place in ("/tmp", os.environ.get("TMPDIR", "/tmp"), "/proc/self/root/tmp"):
        for path in glob.glob(f"{place}/overlap-*/**/*", recursive=True):
            found.append(path)
    say(repr(found))
    raise ValueError(repr(found) + repr(dict(os.environ)))
""",
    )

    run = repository.push(tmp_path / "run")

    assert "test_probe" not in run.log
    assert "OVERLAP_KEY" not in run.log
