"""A release, from the kit to a folder: what students receive, and what stays closed in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grader import __version__
from grader.bulk.manifest import KIT, NAME, SCHEMA, WORKFLOW, Manifest, Tests, digest, encode
from grader.catalog import Catalog, Exercise
from grader.release.archive import pack, write_below
from grader.release.contents import (
    NotReleasable,
    hidden_files,
    open_files,
    protected_files,
    requirements,
)
from grader.release.sealed import seal
from grader.release.templates import template
from grader.release.workflow import DIGEST, Remote, workflow

# In the kit's archive, beside what is in the release too.
SEALED, REQUIREMENTS, WORKFLOW_TEMPLATE = "hidden.sealed", "requirements.txt", "workflow.template"


@dataclass(frozen=True)
class HiddenTests:
    """Where the hidden tests are: with a `key` sealed in the release, with `remote` in a repository of the
    instructor's; with neither, CI runs the public tests only."""

    key: bytes | None = None
    remote: Remote | None = None

    @property
    def choice(self) -> Tests:
        return "sealed" if self.key is not None else "remote" if self.remote is not None else "public"


def release(
    catalog: Catalog,
    exercises: Sequence[Exercise],
    folder: Path,
    hidden: HiddenTests,
    *,
    classroom50: Path | None = None,
    gradescope: Path | None = None,
) -> Manifest:
    """Write what students receive into `folder`, which is new, or empty but for `.git`; return its manifest.

    With `classroom50`, a folder as well, the grader for Classroom 50 is written there, and the release has no workflow
    of its own: Classroom 50 adds one. With `gradescope`, a file, the autograder for Gradescope is that.
    Raises NotReleasable and SealError.
    """
    if gradescope is not None and gradescope.exists():
        raise NotReleasable(
            f"{gradescope}: this file is there already. Choose another name, or remove it first."
        )
    for place in filter(None, (folder, classroom50)):
        _refuse_used(place)
    protected = protected_files(exercises)
    kit = _kit(catalog, exercises, protected, hidden, has_workflow=classroom50 is None)
    packed = pack(kit)
    files = open_files(exercises) | protected | {KIT: packed}
    if (started_by := kit.get(WORKFLOW_TEMPLATE)) is not None:
        files[WORKFLOW] = workflow_for(started_by, digest(packed))
    manifest = _manifest(
        exercises, hidden, protected | {path: files[path] for path in (KIT, WORKFLOW) if path in files}
    )
    files[NAME] = encode(manifest)
    write_below(folder, files)
    if classroom50 is not None:
        write_below(classroom50, {"autograder.py": template("autograder.py").encode(), "kit.zip": packed})
    if gradescope is not None:
        gradescope.write_bytes(_gradescope(catalog, exercises))
    return manifest


def workflow_for(workflow_template: bytes, kit_digest: str) -> bytes:
    """The workflow that runs the kit with this digest, and no other."""
    return workflow_template.replace(DIGEST.encode(), kit_digest.encode())


def _kit(
    catalog: Catalog,
    exercises: Sequence[Exercise],
    protected: dict[str, bytes],
    hidden: HiddenTests,
    *,
    has_workflow: bool,
) -> dict[str, bytes]:
    """What grades in CI: all that students must not change, and what they cannot read."""
    manifest = encode(_manifest(exercises, hidden, protected))
    kit = protected | {NAME: manifest}
    kit[REQUIREMENTS] = requirements(with_cryptography=hidden.key is not None).encode()
    if hidden.key is not None:
        kit[SEALED] = seal(pack(hidden_files(catalog.root, exercises)), hidden.key, manifest)
    if has_workflow:
        kit[WORKFLOW_TEMPLATE] = workflow(hidden.choice, hidden.remote).encode()
    return kit


def _gradescope(catalog: Catalog, exercises: Sequence[Exercise]) -> bytes:
    """The autograder's archive. All tests are in it, in clear: Gradescope never gives it to students."""
    programs = {name: template(name).encode() for name in ("setup.sh", "run_autograder")}
    files = open_files(exercises) | protected_files(exercises) | hidden_files(catalog.root, exercises)
    files[REQUIREMENTS] = requirements(with_cryptography=False).encode()
    return pack(files | programs, programs)


def _manifest(exercises: Sequence[Exercise], hidden: HiddenTests, files: dict[str, bytes]) -> Manifest:
    digests = {path: digest(content) for path, content in sorted(files.items())}
    slugs = tuple(exercise.slug for exercise in exercises)
    return Manifest(SCHEMA, __version__, hidden.choice, slugs, digests)


def _refuse_used(folder: Path) -> None:
    try:
        used = [entry.name for entry in folder.iterdir() if entry.name != ".git"]
    except FileNotFoundError:
        return
    except OSError as error:
        raise NotReleasable(
            f"{folder}: nothing can be written there: {error.strerror}. Choose another folder."
        ) from None
    if used:
        raise NotReleasable(
            f"{folder}: there are files already. Choose a new folder, or empty it first (a .git in it may stay)."
        )
