"""pytest.skip for the whole module
stopped by: process
reasons: load
"""

import pytest

pytest.skip("no time", allow_module_level=True)
