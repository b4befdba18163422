"""A small release, the repository of a student who has received it, and the steps of its workflow, run here."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from small_kit import Kit

from grader import recording
from grader.bulk.manifest import WORKFLOW, Manifest
from grader.catalog import read_declarations
from grader.recording import Recording
from grader.release.sealed import read_key
from grader.release.workflow import Remote
from grader.release.writing import HiddenTests, release

INSTALLS = "python -I -m pip install"  # the beginning of a line of the workflow
KEY = "A" * 43 + "="
STUB = "exercises/01_probes/01_probe.py"
SOLVED = 'async def run(say):\n    say("first")\n    say("second")\n'
HALF = 'async def run(say):\n    say("first")\n'

# The public test is worth 1 point, the hidden one 9.
TESTS = '''
SECRET_OF_THE_HIDDEN_TEST = "nobody outside knows this"


def heard(world):
    return [call.args[0] for call in world.calls]


@pytest.mark.points(1)
@pytest.mark.public
async def test_says_something(submission, world):
    """It says the first word."""
    await submission.run(world.callback("say"))
    assert heard(world)[:1] == ["first"]


@pytest.mark.points(9)
async def test_says_both(submission, world):
    """It says both words."""
    await submission.run(world.callback("say"))
    assert heard(world) == ["first", "second"], SECRET_OF_THE_HIDDEN_TEST
'''

HIDDEN = {
    "public": HiddenTests(),
    "sealed": HiddenTests(key=read_key(None, {"OVERLAP_KEY": KEY})),
    "remote": HiddenTests(remote=Remote("course/tests", "v1")),
}


def releasable(kit: Kit) -> Kit:
    """`kit` with one exercise that can be released."""
    kit.add(TESTS)
    source = (kit.root / STUB).read_text(encoding="utf-8")
    recorded = Recording(read_declarations(source), stub=tuple(source.split("\n")))
    kit.write("tests/exercises/01_probes/01_probe/recorded.json", recording.encode(recorded))
    return kit


@dataclass
class Repository:
    """What a student has on GitHub; `course` is the repository with the hidden tests, for who may read it."""

    root: Path
    manifest: Manifest
    course: Path

    @classmethod
    def released(cls, kit: Kit, tests: str = "sealed") -> Repository:
        root = kit.root / "released"
        manifest = release(kit.catalog, kit.catalog.exercises, root, HIDDEN[tests])
        return cls(root, manifest, kit.root)

    def write(self, path: str, content: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def push(self, place: Path, secrets: Mapping[str, str] | None = None, *, installs: bool = False) -> Run:
        """Run the steps of the workflow in order, as GitHub would. What is to be installed is here already; finding
        that out takes pip as long as all the rest, so it is only asked where a test `installs`."""
        return Run.of(self, place, {"OVERLAP_KEY": KEY} if secrets is None else secrets, installs=installs)


@dataclass(frozen=True)
class Run:
    """What came of a workflow: the exit code of the step that ended it, and all that was written."""

    code: int
    log: str
    outputs: Mapping[str, str]
    summary: str
    environment: str  # what was appended to GITHUB_ENV and GITHUB_PATH

    @property
    def points(self) -> tuple[int, int] | None:
        """(points, of how many), as the outputs say; None where there is no mark."""
        if "points" not in self.outputs:
            return None
        return int(self.outputs["points"]), int(self.outputs["max-points"])

    @property
    def result(self) -> Any:
        """What the reporter decodes."""
        return json.loads(base64.b64decode(self.outputs["result"]))

    @property
    def obeyed(self) -> list[str]:
        """The commands in the log that GitHub's runner would obey."""
        return list(_obeyed(self.log))

    @classmethod
    def of(cls, repository: Repository, place: Path, secrets: Mapping[str, str], *, installs: bool) -> Run:
        workspace, temp = place / "workspace", place / "temp"
        files = {
            name: place / name
            for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH")
        }
        for folder in (workspace, temp):
            folder.mkdir(parents=True)
        for file in files.values():
            file.touch()
        variables = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(place),
            "GITHUB_ACTIONS": "true",
            "RUNNER_TEMP": str(temp),
            "PIP_NO_INDEX": "1",  # what is needed is here: nothing may ask the network
            **{name: str(file) for name, file in files.items()},
        }
        code, log = _run_steps(repository, workspace, variables, secrets, "" if installs else INSTALLS)
        lines = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        return cls(
            code,
            log,
            dict(line.split("=", 1) for line in lines),
            files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8"),
            files["GITHUB_ENV"].read_text() + files["GITHUB_PATH"].read_text(),
        )


def _run_steps(
    repository: Repository,
    workspace: Path,
    variables: Mapping[str, str],
    secrets: Mapping[str, str],
    without: str,
) -> tuple[int, str]:
    workflow = yaml.safe_load((repository.root / WORKFLOW).read_text(encoding="utf-8"))
    log = ""
    for step in workflow["jobs"]["grade"]["steps"]:
        if "uses" in step:
            _use(step, repository, workspace)
            continue
        own = {name: _expanded(text, secrets) for name, text in step.get("env", {}).items()}
        lines = [line for line in step["run"].splitlines() if not without or not line.startswith(without)]
        done = subprocess.run(
            [
                "bash",
                "--noprofile",
                "--norc",
                "-eo",
                "pipefail",
                "-c",
                "\n".join(lines),
            ],  # as `shell: bash` does
            cwd=workspace,
            env={**variables, **own},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        log += done.stdout.decode()
        if done.returncode:
            return done.returncode, log
    return 0, log


def _use(step: Mapping[str, Any], repository: Repository, workspace: Path) -> None:
    action = step["uses"].partition("@")[0]
    if action == "actions/checkout":
        wanted = step["with"]
        place = workspace / wanted["path"]
        if "repository" in wanted:
            shutil.copytree(repository.course / "tests", place / "tests")
        else:
            shutil.copytree(repository.root, place, symlinks=True)
    else:
        assert action == "actions/setup-python"


def _expanded(text: str, secrets: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ secrets\.(\w+) \}\}", lambda found: secrets.get(found[1], ""), text)


def _obeyed(log: str) -> Iterator[str]:
    """As the runner reads a log: `::word` begins a line, `##[word]` is anywhere; neither while it is told to stop."""
    token = None
    for line in log.splitlines():
        text = line.strip()
        if token is not None:
            if text == f"::{token}::":
                token = None
        elif text.startswith("::stop-commands::"):
            token = text.removeprefix("::stop-commands::")
        elif text.startswith("::") or "##[" in text:
            yield text
