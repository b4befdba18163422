"""`release` and `compare` on the command line: from its words to what an instructor is told."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from grader.bulk.intake.folder import Folder
from grader.bulk.manifest import NAME, NoManifest, changes, read_manifest
from grader.catalog import Catalog
from grader.release.contents import NotReleasable
from grader.release.sealed import read_key, write_key
from grader.release.workflow import Remote
from grader.release.writing import HiddenTests
from grader.release.writing import release as write_release
from grader.report import plain
from grader.report.phrases import counted


def release(catalog: Catalog, options: argparse.Namespace) -> list[str]:
    """Write the release that `options` describe; return sentences about it.

    Raises NotReleasable, SealError and UnknownExercise.
    """
    exercises = catalog.select(options.exercises)
    hidden, sentences = _hidden_tests(options)
    manifest = write_release(
        catalog,
        exercises,
        options.folder,
        hidden,
        classroom50=options.classroom50,
        gradescope=options.gradescope,
    )
    if options.gradescope is not None:
        sentences.append(
            f"{options.gradescope}: for Gradescope. It holds all tests: never give it to students."
        )
    return [
        f"{options.folder}: {counted(len(exercises), 'exercise')}, tests: {manifest.tests}.",
        f"Keep a copy of {options.folder / NAME}: it finds what students have changed.",
        *sentences,
    ]


def compare(manifest_file: Path, folders: Sequence[Path]) -> list[str]:
    """A line for each file in one of `folders` that is not as it was released. Raises NoManifest."""
    manifest = read_manifest(manifest_file)
    lines = []
    for folder in folders:
        if not folder.is_dir():
            raise NoManifest(f"{folder}: there is no such folder. Give a student's copy of the release.")
        lines += [
            f"{folder}: {plain.one_line(change.path)} ({change.kind})"
            for change in changes(Folder(folder), (), manifest)
        ]
    return lines


def _hidden_tests(options: argparse.Namespace) -> tuple[HiddenTests, list[str]]:
    _refuse_what_does_not_belong(options)
    if options.tests == "sealed":
        key, sentences = _key(options.key)
        return HiddenTests(key=key), sentences
    if options.tests == "remote":
        try:
            remote = Remote(options.repository, options.ref)
        except ValueError as error:
            raise NotReleasable(str(error)) from None
        advice = "Store a token that may read it, and no more, as the secret OVERLAP_TESTS_TOKEN."
        return HiddenTests(remote=remote), [f"CI reads {remote.repository} at {remote.ref}. {advice}"]
    return HiddenTests(), ["CI runs the public tests only. The marks come from `grade`, with all tests."]


def _key(file: Path) -> tuple[bytes, list[str]]:
    advice = (
        f"Store the text of {file} as the secret OVERLAP_KEY, and keep the file: nothing else opens them."
    )
    if file.exists():
        key = read_key(file, {})
        assert key is not None
        return key, [advice]
    return write_key(file), [f"A new key is in {file}.", advice]


def _refuse_what_does_not_belong(options: argparse.Namespace) -> None:
    if (options.tests == "sealed") != (options.key is not None):
        raise NotReleasable("Sealed tests need a key, and nothing else does: --tests sealed --key FILE.")
    if (options.tests == "remote") != (options.repository is not None):
        raise NotReleasable(
            "Remote tests need a repository, and nothing else does: --tests remote --repository OWNER/NAME."
        )
    if options.tests == "remote" and options.classroom50 is not None:
        raise NotReleasable(
            "Classroom 50 gives a grader no secret, so it cannot fetch tests. Choose --tests public or sealed."
        )
