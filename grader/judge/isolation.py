"""How far a worker is locked away: measured on a real one, not believed."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from grader.catalog import Declaration
from grader.judge.trial import Trial
from grader.judge.workers import Workers
from grader.sandbox import probes
from grader.sim.endings import Ending
from grader.verdict import Isolation

ORACLE = "see whether a known file exists"  # all that may be left at level 1


@dataclass(frozen=True)
class Findings:
    """What a worker could do, by the names of `probes.ATTEMPTS`; and which layers it says that it has put on."""

    possible: dict[str, bool]
    layers: tuple[str, ...]
    missing: tuple[str, ...]  # layers that are not there, and why

    @property
    def isolation(self) -> Isolation:
        """The level that these findings amount to: 0 process, 1 kernel, 2 boxed."""
        holes = {name for name, was_possible in self.possible.items() if was_possible}
        level = 0 if holes - {ORACLE} else 1 if holes else 2
        return Isolation(level, ("process", *self.layers))


def probe(workers: Workers) -> Findings:
    """Start a worker, and let it try everything."""
    source = Path(probes.__file__).read_bytes()
    trial = Trial(workers, "probe", source, "probes.py", follow=False)
    try:
        with tempfile.NamedTemporaryFile(prefix="overlap-probe-") as secret:
            submission = trial.submission({"probe": Declaration("def", 0, "secret, parent")})
            possible = submission.probe(secret.name, os.getpid())
            Path(f"{secret.name}.probe").unlink(missing_ok=True)  # it may write a file, and not delete it
        layers, missing = trial.peer.call(0, "layers", (), {})
    except Ending as ending:  # it died of trying
        raise RuntimeError(f"the worker that was to be probed ended: {ending}") from ending
    finally:
        trial.end()
    return Findings(
        {name: possible.get(name) is not False for name in probes.ATTEMPTS},
        (*(str(layer) for layer in layers), *(["box"] if getattr(workers, "box", None) else [])),
        tuple(str(reason) for reason in missing),
    )
