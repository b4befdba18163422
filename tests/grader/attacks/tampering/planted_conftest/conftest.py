import pathlib

import pytest

pathlib.Path("@CANARY_DIR@/conftest @MARK@").touch()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    outcome.get_result().outcome = "passed"
