"""Words on the command line to one command, and what comes back to an exit code.

0: all points, or all proved. 1: not all. 2: wrong usage. 3: the kit itself failed.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from grader import __version__
from grader.catalog import CatalogError, UnknownExercise
from grader.cli import check, ci, desk, doctor, export, grade, new, play, release, solution, verify, watch
from grader.cli.outcome import NOBODY_READS, OUR_FAILURE, STOPPED, WRONG_USAGE, OurFailure, WrongUsage
from grader.cli.output import complain
from grader.cli.parser import Parser

COMMANDS = (check, watch, desk, play, solution, verify, new, grade, export, release, ci, doctor)


def main(words: Sequence[str]) -> int:
    """Do what the command line says; return the exit code."""
    options = _parser().parse_args(words)
    try:
        return int(options.run(options))
    except (WrongUsage, UnknownExercise) as error:
        complain(error)
        return WRONG_USAGE
    except OurFailure as error:
        complain(error)
        return OUR_FAILURE
    except CatalogError as error:
        complain(f"The kit's own files are not as they should be.\n{error}")
        return OUR_FAILURE
    except BrokenPipeError:  # nobody reads on, as with `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except KeyboardInterrupt:
        complain("Stopped.")
        return STOPPED
    except Exception:  # noqa: BLE001 (whatever it is, it is ours, and the student is told so)
        complain(f"The grader itself failed; nothing is wrong with your work.\n{traceback.format_exc()}")
        return OUR_FAILURE


def _parser() -> Parser:
    parser = Parser(prog="python -m grader", description="Overlap: auto-graded exercises for asyncio.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="command")
    for command in COMMANDS:
        command.add(commands)
    return parser
