"""Imports go down the page only (docs/design.md, "The parts")."""

import ast
from pathlib import Path

import pytest

GRADER = Path(__file__).parents[2] / "grader"

# From top to bottom. Parts on one line do not know each other.
LAYERS = (
    {"__main__"},
    {"cli"},
    {"export", "release", "scaffold", "testview", "watch"},
    {"verify"},
    {"bulk"},
    {"practice"},
    {"formats"},
    {"report"},
    {"desk"},
    {"judge", "worker"},
    {"handout"},
    {"recording"},
    {"classroom", "misconception", "progress", "score", "similarity"},
    {"sandbox"},
    {"sim"},
    {"atomic", "catalog", "editor", "evidence", "verdict"},
    {"__init__"},
)
DEPTH = {part: depth for depth, layer in enumerate(LAYERS) for part in layer}


def modules():
    return sorted(GRADER.rglob("*.py"))


def part_of(module):
    """The first name below `grader`: the part that a module belongs to."""
    return Path(module.relative_to(GRADER).parts[0]).stem


def imported_parts(module, source):
    """The parts that `source` imports anywhere, inside functions too."""
    package = ("grader", *module.relative_to(GRADER).parts[:-1])
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            origin = ".".join([*start, *filter(None, [node.module])])
            # `from grader import sim` imports a part, `from grader import __version__` the package.
            names = [f"{origin}.{alias.name}" for alias in node.names] if origin == "grader" else [origin]
        else:
            continue
        for name in names:
            top, _, rest = name.partition(".")
            if top == "grader":
                part = rest.partition(".")[0]
                yield part if part in DEPTH else "__init__"


def upward_imports(module, source):
    own = part_of(module)
    return [part for part in imported_parts(module, source) if part != own and DEPTH[part] <= DEPTH[own]]


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.relative_to(GRADER).as_posix())
def test_every_module_belongs_to_a_layer_and_imports_from_lower_ones_only(module):
    assert part_of(module) in DEPTH, "give it a place in LAYERS, and in the design"
    assert upward_imports(module, module.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "import grader.worker.clocks",
        "from grader.worker import clocks",
        "from grader import worker",
        "from ..worker import clocks",
        "from .. import worker",
        "def late():\n    import grader.worker",
    ],
)
def test_no_way_of_importing_is_overlooked(source):
    assert upward_imports(GRADER / "judge" / "session.py", source) == ["worker"]


def test_lower_parts_the_own_part_and_other_packages_may_be_imported():
    source = "from grader import __version__\nfrom grader.sim import clock\nfrom . import trace\nimport ast"

    assert upward_imports(GRADER / "judge" / "session.py", source) == []
