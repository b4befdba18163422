"""The workflow that grades each push in a student's repository."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.bulk.manifest import Tests
from grader.release.templates import template

# The digest of the kit is filled in last: the kit itself holds the rest of the workflow, to compare with.
DIGEST = "@@kit_sha256"

_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}")
_REF = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,199}")

_KEY = """\
        env:
          OVERLAP_KEY: ${{ secrets.OVERLAP_KEY }}
"""
_CHECKOUT = """\
      - name: Get the hidden tests
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          repository: "%s"
          ref: "%s"
          token: ${{ secrets.OVERLAP_TESTS_TOKEN }}
          path: hidden
          persist-credentials: false

"""


@dataclass(frozen=True)
class Remote:
    """Where the hidden tests are, when CI fetches them: a repository on GitHub, and a branch, a tag or a commit.

    Raises ValueError for what cannot stand in a workflow.
    """

    repository: str  # "owner/name"
    ref: str

    def __post_init__(self) -> None:
        if not _REPOSITORY.fullmatch(self.repository):
            raise ValueError(f"{self.repository!r} is no repository. Write it as OWNER/NAME.")
        if not _REF.fullmatch(self.ref):
            raise ValueError(
                f"{self.ref!r} is no branch, tag or commit. A commit's full number is the safest."
            )


def workflow(tests: Tests, remote: Remote | None) -> str:
    """The workflow, with `DIGEST` in the place of the kit's digest."""
    checkout = _CHECKOUT % (remote.repository, remote.ref) if remote else ""
    return template(
        "workflow.yml",
        hidden_tests=checkout,
        key=_KEY if tests == "sealed" else "",
        kit_sha256=DIGEST,
        arguments=" --hidden hidden" if remote else "",
    )
