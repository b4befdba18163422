"""`doctor`: how far a submission is locked away on this machine."""

from __future__ import annotations

import argparse
from contextlib import closing

from grader.cli import kit
from grader.cli.output import write
from grader.cli.parser import Commands


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    doctor = commands.add_parser("doctor", help="look how far a submission is locked away on this machine")
    doctor.set_defaults(run=_doctor)


def _doctor(_options: argparse.Namespace) -> int:
    from grader.judge.isolation import probe
    from grader.report.doctor import render_findings

    with closing(kit.start_workers()) as workers:
        findings = probe(workers)
    write(render_findings(findings.isolation, findings.possible, findings.missing))
    return 0
