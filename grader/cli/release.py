"""`release`: what students receive; `compare`: what they have changed in it."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.cli import kit
from grader.cli.outcome import wrong_usage
from grader.cli.output import write
from grader.cli.parser import Commands


def add(commands: Commands) -> None:
    """Add the commands to the command line."""
    release = commands.add_parser("release", help="write what students receive (docs/github.md)")
    release.add_argument("folder", type=Path, metavar="DIR", help="where to: a new or an empty folder")
    release.add_argument("--exercises", nargs="+", default=[], metavar="NAME", help="these only; else all")
    release.add_argument(
        "--tests",
        choices=("public", "sealed", "remote"),
        default="public",
        help="hidden tests: left out, encrypted in the release, or fetched by CI",
    )
    release.add_argument(
        "--key", type=Path, metavar="FILE", help="sealed: the key; a new one is made if it is not there"
    )
    release.add_argument("--repository", metavar="OWNER/NAME", help="remote: where the hidden tests are")
    release.add_argument("--ref", default="main", help="remote: a branch, a tag, or best a commit")
    release.add_argument(
        "--classroom50", type=Path, metavar="DIR", help="write the grader for Classroom 50 there"
    )
    release.add_argument(
        "--gradescope", type=Path, metavar="FILE", help="write the autograder for Gradescope there, a zip"
    )
    release.set_defaults(run=_release)

    compare = commands.add_parser("compare", help="see what students have changed in a release")
    compare.add_argument(
        "manifest", type=Path, metavar="MANIFEST", help="the manifest.json that you have kept"
    )
    compare.add_argument("folders", type=Path, nargs="+", metavar="REPOSITORY", help="a student's copy")
    compare.set_defaults(run=_compare)


def _release(options: argparse.Namespace) -> int:
    from grader.release.command import release
    from grader.release.contents import NotReleasable
    from grader.release.sealed import SealError

    with wrong_usage(NotReleasable, SealError):
        sentences = release(kit.load_catalog(), options)
    write("".join(f"{sentence}\n" for sentence in sentences))
    return 0


def _compare(options: argparse.Namespace) -> int:
    from grader.bulk.manifest import NoManifest
    from grader.release.command import compare

    with wrong_usage(NoManifest):
        changed = compare(options.manifest, options.folders)
    write("".join(f"{line}\n" for line in changed))
    return int(bool(changed))
