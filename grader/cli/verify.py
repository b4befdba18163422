"""`verify`: prove that the exercises are fair."""

from __future__ import annotations

import argparse

from grader.cli import kit
from grader.cli.outcome import OUR_FAILURE
from grader.cli.output import complain, write
from grader.cli.parser import Commands
from grader.cli.real_time import add_real_time, speed_of


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    verify = commands.add_parser("verify", help="prove that the exercises are fair (for authors)")
    verify.add_argument("names", nargs="*", metavar="NAME", help="the exercises; all, if none is named")
    verify.add_argument("--record", action="store_true", help="write what was seen beside the hidden tests")
    add_real_time(verify)
    verify.set_defaults(run=_verify)


def _verify(options: argparse.Namespace) -> int:
    from grader.bulk.executors import cores
    from grader.judge.session import JudgeFailed
    from grader.report.proofs import render_proofs
    from grader.verify import verify_side_by_side

    catalog = kit.load_catalog()
    chosen = catalog.select(options.names)
    jobs = min(cores(), len(chosen))
    try:
        proofs = verify_side_by_side(
            catalog, chosen, jobs, record=options.record, speed=speed_of(options.real_time)
        )
    except JudgeFailed as error:
        complain(error)
        return OUR_FAILURE
    write(render_proofs(proofs))
    return int(any(proof.problems for proof in proofs))
