"""What the tests of judge, worker, check and verify share: one pool of workers, and small kits."""

from collections.abc import Callable, Iterator

import pytest
from small_kit import PROJECT, Kit

from grader import cli
from grader.judge.plugin import Report
from grader.judge.workers import ForkingWorkers, Workers

collect_ignore = ["attacks"]  # a conftest.py in there is an attack

ASYNC_TEST = '''
@pytest.mark.points(1)
async def test_run(submission, world):
    """It runs."""
    await submission.run(world.callback("say"))
'''
PLAIN_TEST = ASYNC_TEST.replace("async def", "def").replace("await ", "")
PLAIN_STUB = 'def run(say):\n    """Run."""\n    raise NotImplementedError\n'


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    """One warm parent for all tests."""
    workers = ForkingWorkers()
    yield workers
    workers.close()


@pytest.fixture
def borrowed_workers(monkeypatch, workers) -> None:
    """Commands in this process run with the one warm parent, and leave it running."""

    class Borrowed:
        def close(self):
            pass

        def __getattr__(self, name):
            return getattr(workers, name)

    monkeypatch.setattr(cli.kit, "start_workers", Borrowed)


@pytest.fixture
def kit(tmp_path, workers) -> Kit:
    """An empty kit."""
    return Kit(tmp_path, workers)


@pytest.fixture(scope="session")
def project(workers) -> Kit:
    """This project itself, with its exercises."""
    return Kit(PROJECT, workers)


@pytest.fixture(scope="session")
def probes(tmp_path_factory, workers) -> Kit:
    """A kit with two exercises, each of one test that calls `run(say)`: `probe` in a loop, `plain` without one."""
    kit = Kit(tmp_path_factory.mktemp("probes"), workers)
    kit.add(ASYNC_TEST)
    return kit.add(PLAIN_TEST, path="01_probes/02_plain", stub=PLAIN_STUB)


@pytest.fixture
def run(probes) -> Callable[[str], Report]:
    """Run a submission whose `run(say)` is async: what came of it."""
    return lambda source: probes.judge(source)[0]


@pytest.fixture
def run_plain(probes) -> Callable[[str], Report]:
    """Run a submission whose `run(say)` is a plain function: what came of it."""
    return lambda source: probes.judge(source, name="plain")[0]
