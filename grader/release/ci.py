"""One push, graded on a machine of GitHub's: the student's files, with the course's own grader and tests.

It is run from the course's archive (see the workflow), and takes from the student's checkout nothing but the files of
the exercises. What it writes: the log, a summary, annotations, the step's outputs; in Classroom 50, `result.json`.
"""

from __future__ import annotations

import dataclasses
import os
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from grader.bulk.intake.folder import Folder
from grader.bulk.manifest import (
    KIT,
    NAME,
    WORKFLOW,
    Change,
    Manifest,
    NoManifest,
    changes,
    digest,
    in_words,
    read_manifest,
)
from grader.catalog import Catalog, Exercise, load_catalog
from grader.formats import classroom50, github, markdown
from grader.formats.classroom50 import NotInClassroom50
from grader.formats.settled import NotGraded, message
from grader.judge.workers import Workers
from grader.practice import Check
from grader.release import actions
from grader.release.contents import NotReleasable, hidden_files
from grader.release.handed_in import check_together, in_repository, tests_in_clear
from grader.release.released import open_sealed
from grader.release.sealed import SealError, read_key
from grader.release.writing import SEALED, WORKFLOW_TEMPLATE, workflow_for
from grader.report.terminal import render_check
from grader.score import OUR_FAILURE, exit_code
from grader.verdict import Result

ONLY_PUBLIC = "These are the public tests; this assignment runs no others here."


@dataclass(frozen=True)
class Push:
    """What is to be graded, and with what: `work` is the student's checkout, `kit` the unpacked archive; `hidden`, if
    given, is a checkout of the repository that has the hidden tests."""

    work: Path
    kit: Path
    hidden: Path | None = None


@dataclass(frozen=True)
class Graded:
    """What came of a push, and which files of the course were changed in it."""

    check: Check
    exercises: tuple[Exercise, ...]
    changes: tuple[Change, ...]

    @property
    def result(self) -> Result:
        return self.check.result


def run(
    push: Push,
    workers: Workers,
    environment: Mapping[str, str],
    write: Callable[[str], None],
    *,
    is_classroom50: bool = False,
) -> int:
    """Grade a push and report it; return the exit code: 0, 1 and 3 as of `check`, and for Classroom 50 0 wherever there
    is a mark. `environment` is the step's, `write` prints into its log."""
    on_github = environment.get("GITHUB_ACTIONS") == "true"
    try:
        graded = grade(push, workers, environment)
        write(_log(graded) if not on_github else actions.quiet(_log(graded)) + "".join(_annotations(graded)))
        _publish(graded, environment)
        if is_classroom50:
            _publish_to_classroom50(graded, push.work, environment)
    except (NotGraded, NoManifest, NotReleasable, SealError, NotInClassroom50) as error:
        write(
            actions.command("error", {"title": "Not graded"}, str(error))
            if on_github
            else f"Not graded: {error}\n"
        )
        return OUR_FAILURE
    code = exit_code(graded.result)
    return 0 if is_classroom50 and code != OUR_FAILURE else code


def grade(push: Push, workers: Workers, environment: Mapping[str, str]) -> Graded:
    """Grade a push. Raises NotGraded, NoManifest, NotReleasable and SealError."""
    manifest = read_manifest(push.kit / NAME)
    catalog = load_catalog(push.kit)
    tests = _tests(push, manifest, catalog, workers, environment)
    submitted, left_out = in_repository(catalog.exercises, push.work)
    done = check_together(catalog.exercises, submitted, tests, workers)
    found = tuple(_changes(push, manifest))
    notes = [*left_out, *_notes(found), *([ONLY_PUBLIC] if manifest.tests == "public" else [])]
    result = replace(_without_tracebacks(done.result), notes=tuple(notes))
    return Graded(dataclasses.replace(done, result=result), catalog.exercises, found)


def _changes(push: Push, manifest: Manifest) -> list[Change]:
    """What is not as it was released in the student's checkout, by the kit's own manifest."""
    files = dict(manifest.files)
    archive, started_by = push.work / KIT, push.kit / WORKFLOW_TEMPLATE
    if started_by.is_file():
        # The workflow has compared the archive with its own words before it came here.
        kit_digest = digest(archive.read_bytes()) if archive.is_file() else ""
        files |= {KIT: kit_digest, WORKFLOW: digest(workflow_for(started_by.read_bytes(), kit_digest))}
    return changes(Folder(push.work), (), replace(manifest, files=files))


def _log(graded: Graded) -> str:
    return render_check(
        graded.result,
        {exercise.slug: exercise for exercise in graded.exercises},
        expected=graded.check.expected,
        explanations=graded.check.explanations,
        output=graded.check.output,
        has_solutions=False,
        width=100,
    )


def _publish(graded: Graded, environment: Mapping[str, str]) -> None:
    """Append to the files that GitHub reads: the summary, and the outputs of the step."""
    result = graded.result
    if summary := environment.get("GITHUB_STEP_SUMMARY"):
        _append(Path(summary), markdown.write(result, graded.check.expected))
    if output := environment.get("GITHUB_OUTPUT"):
        # Numbers and base64 only: no text of a student's can begin another output.
        outputs = {"result": github.write(result).decode("ascii")}
        if exit_code(result) != OUR_FAILURE:
            outputs |= {"points": str(result.points), "max-points": str(result.max_points)}
        _append(Path(output), "".join(f"{name}={value}\n" for name, value in outputs.items()).encode())


def _publish_to_classroom50(graded: Graded, folder: Path, environment: Mapping[str, str]) -> None:
    """Write what Classroom 50's runner reads in the student's checkout."""
    _put(folder / "result.json", classroom50.write(graded.result, environment))
    _put(folder / "release-body.md", markdown.write(graded.result, graded.check.expected))


def _tests(
    push: Push, manifest: Manifest, catalog: Catalog, workers: Workers, environment: Mapping[str, str]
) -> Mapping[str, bytes]:
    if push.hidden is not None:
        if workers.isolation.level == 0:
            raise NotGraded(
                "The hidden tests were not run: on this machine a submission could read them (isolation level 0). "
                "`python -m grader doctor` says why. Use a runner on Linux with Landlock."
            )
        return hidden_files(push.hidden, catalog.exercises)
    if manifest.tests == "public":
        return tests_in_clear(catalog.exercises)
    if manifest.tests == "remote":
        raise NotGraded("The hidden tests are in another repository. Say where: ci WORK --hidden FOLDER")
    key = read_key(None, environment)
    if key is None:
        raise NotGraded(
            "The hidden tests are sealed, and OVERLAP_KEY is not set, so there is no mark. Add the secret OVERLAP_KEY "
            "to the repository or the organization (docs/github.md); a fork has no secrets."
        )
    return open_sealed((push.kit / SEALED).read_bytes(), key, (push.kit / NAME).read_bytes(), workers)


def _notes(found: Sequence[Change]) -> Iterator[str]:
    if not found:
        return
    yield (
        f"{in_words(found)} This changed no mark: grader and tests come from the course's own archive. README.md "
        "says how to restore a file."
    )


def _annotations(graded: Graded) -> Iterator[str]:
    """A line for each exercise that was begun, in the course's own words: no text of the student's is in it."""
    files = {exercise.slug: exercise.shown(exercise.stub) for exercise in graded.exercises}
    if graded.changes:
        yield actions.command(
            "warning", {"title": "Files of the course were changed"}, "The summary of this run names them."
        )
    for verdict in graded.result.exercises:
        failed = [test for test in verdict.tests if test.status != "passed"]
        if any(test.reason != "not-implemented" for test in failed):
            text = f"{verdict.points} of {verdict.max_points} points. {failed[0].title}"
            yield actions.command("notice", {"file": files[verdict.slug], "title": verdict.slug}, text)


def _without_tracebacks(result: Result) -> Result:
    """Where the kit itself has failed, its traceback shows lines of hidden tests."""
    exercises = [
        replace(exercise, tests=tuple(replace(test, message=message(test)) for test in exercise.tests))
        for exercise in result.exercises
    ]
    return replace(result, exercises=tuple(exercises))


def _append(file: Path, content: bytes) -> None:
    with file.open("ab") as opened:
        opened.write(content)


def _put(file: Path, content: bytes) -> None:
    """Write a file in the student's checkout. A link of theirs is replaced, and not followed."""
    if file.is_dir() and not file.is_symlink():
        raise NotGraded(
            f"{file.name} is a folder in this repository. Remove it: the result is written there."
        )
    fresh = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "wb") as opened:
        opened.write(content)
    fresh.replace(file)
