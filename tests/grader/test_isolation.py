"""The level of isolation is what a real worker could do, with all layers and with some left out."""

import subprocess
import sys
from pathlib import Path

import pytest

from grader.judge.isolation import Findings, probe
from grader.judge.workers import ForkingWorkers, SpawnedWorkers
from grader.report.doctor import render_findings
from grader.sandbox import enforce, probes
from grader.verdict import Isolation

KIT = Path(__file__).parents[2]
KERNEL_LAYERS = ("rlimits", "prctl", "landlock", "seccomp")
NOTHING = dict.fromkeys(probes.ATTEMPTS, False)

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel layers are Linux's")


def probed(kind, without=()):
    workers = kind(without=without)
    try:
        return probe(workers)
    finally:
        workers.close()


def has(*layers):
    """Skip a test where the machine lacks a layer: what is not there cannot be left out."""
    prepared = enforce.prepare()
    lacking = [layer for layer in layers if layer not in prepared.layers]
    if lacking:
        pytest.skip("; ".join(prepared.missing))


def test_without_any_layer_a_process_can_do_what_its_user_can():
    findings = probed(ForkingWorkers, ["all"])

    assert findings.isolation == Isolation(0, ("process",))
    assert all(findings.possible.values())


@linux
@pytest.mark.parametrize("kind", [ForkingWorkers, SpawnedWorkers])
def test_with_all_kernel_layers_only_the_existence_of_a_file_can_be_seen(kind):
    has(*KERNEL_LAYERS)
    findings = probed(kind, ["box"])

    possible = {name for name, was_possible in findings.possible.items() if was_possible}
    assert possible == {"see whether a known file exists"}
    assert findings.isolation == Isolation(1, ("process", *KERNEL_LAYERS))


@linux
@pytest.mark.parametrize(
    ("layer", "then"),
    [
        ("landlock", {"read files", "list folders"}),
        ("seccomp", {"fork", "start programs"}),
        ("rlimits", {"take 4 GB of memory"}),
    ],
)
def test_each_layer_stops_what_nothing_else_does(layer, then):
    has(*KERNEL_LAYERS)
    findings = probed(ForkingWorkers, ["box", layer])

    assert then <= {name for name, was_possible in findings.possible.items() if was_possible}
    assert findings.isolation.level == 0
    assert any(layer in reason for reason in findings.missing)


@linux
def test_in_the_box_not_even_that():
    has(*KERNEL_LAYERS)
    findings = probed(ForkingWorkers)
    if "box" not in findings.layers:
        pytest.skip("there is no bubblewrap here, or it may make no box")

    assert findings.possible == NOTHING
    assert findings.isolation.level == 2


@pytest.mark.parametrize(
    ("possible", "level"),
    [({}, 2), ({"see whether a known file exists"}, 1), ({"read files"}, 0), ({"fork", "read files"}, 0)],
)
def test_the_level_follows_from_what_was_possible(possible, level):
    findings = Findings({name: name in possible for name in probes.ATTEMPTS}, (), ())

    assert findings.isolation.level == level


@pytest.mark.parametrize("level", [0, 1, 2])
def test_doctor_names_the_level_what_was_tried_and_the_next_step(level):
    text = render_findings(Isolation(level, ("process",)), {"fork": level == 0}, ["landlock: not there"])

    assert f"Isolation: level {level}," in text
    assert ("POSSIBLE  fork" in text) == (level == 0)
    assert "Not there: landlock: not there." in text
    assert ("Do not grade other people's files" in text) == (level == 0)


def test_doctor_runs_from_the_command_line():
    done = subprocess.run(
        [sys.executable, "-m", "grader", "doctor"], cwd=KIT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0
    assert done.stdout.startswith("Isolation: level ")
    assert done.stderr == ""
