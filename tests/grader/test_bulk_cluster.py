"""The same run on a Dask cluster: other processes, perhaps of other machines, and the same verdicts."""

import gc

import pytest
from small_class import Class, marks, points, verdicts

from grader.bulk.grade import CannotGrade

distributed = pytest.importorskip(
    "distributed", reason="Dask is an extra: pip install 'overlap-kit[cluster]'"
)
config = pytest.importorskip("dask.config")

# Dask's own processes, sockets and loops are for Dask to close, and some are closed late.
pytestmark = [
    pytest.mark.once,
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def dask():
    """Two worker processes of two threads each, so that two batches come to one process at once. Dask itself tries
    nothing again here: that is left to the run."""
    with (
        config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=2, processes=True, dashboard_address=":0", silence_logs=50
        ) as dask,
    ):
        yield dask
    gc.collect()  # what Dask leaves open is reported here, where it is ignored, and not in the next test


@pytest.fixture
def a_class(kit):
    a_class = Class(kit)
    a_class.words(
        {f"student {number}": ("right", "wrong")[number % 2] + " " * number for number in range(40)}
    )
    return a_class


def test_the_verdicts_are_those_of_processes_of_this_machine(a_class, dask):
    here = a_class.grade(jobs=2)

    assert verdicts(a_class.grade(cluster=dask.scheduler_address, force=True)) == verdicts(here)


def test_a_worker_that_is_lost_on_the_way_costs_nothing(a_class, dask):
    a_class.words({"mal": "stumble"})
    record = a_class.grade(cluster=dask.scheduler_address)

    assert points(record)["mal"] == 4
    assert {mark.state for mark in marks(record).values()} == {"graded"}


def test_a_file_that_kills_every_worker_costs_one_verdict(a_class, dask):
    a_class.words({"mal": "die"})
    record = a_class.grade(cluster=dask.scheduler_address)

    assert {key for key, mark in marks(record).items() if mark.state == "error"} == {"mal"}
    assert "KilledWorker" in marks(record)["mal"].problem


def test_an_address_where_nobody_answers_is_told_with_what_to_do(a_class):
    with pytest.raises(CannotGrade, match="No Dask scheduler answers at"):
        a_class.grade(cluster="tcp://127.0.0.1:1")
