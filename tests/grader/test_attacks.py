"""Every attack of the corpus, through the real check: no point, no secret, nothing left behind, nobody else hurt."""

import sys

import pytest
from attack_corpus import BYTES_BACK, LONGEST, MEMORY, Grounds, adopting_orphans, load_attacks, verdict_bytes

if sys.platform != "linux":
    pytest.skip("the grounds watch processes by Linux's /proc", allow_module_level=True)

pytestmark = pytest.mark.timeout(300)  # the first of a batch runs for all of it

ATTACKS = load_attacks()
KERNEL = [attack for attack in ATTACKS if attack.layers]
# What hangs takes a second, and is stopped by the guard at any level.
PROCESS = [attack for attack in ATTACKS if not attack.layers and "hang" not in attack.reasons]
BATCH = 25


def named(attacks):
    return [pytest.param(attack, id=attack.name) for attack in attacks]


def sampled(attacks):
    """All on the newest Python, and every tenth on the others: what stops most of them is the system."""
    return [
        pytest.param(attack, id=attack.name, marks=[pytest.mark.once] if place % 10 else [])
        for place, attack in enumerate(attacks)
    ]


@pytest.fixture(scope="module")
def grounds(tmp_path_factory):
    """One warm parent for all attacks, and canaries that they must not reach."""
    with adopting_orphans():
        grounds = Grounds(tmp_path_factory.mktemp("grounds"))
        yield grounds
        grounds.close()


@pytest.fixture(scope="module")
def honest(grounds):
    """What an honest submission gets before any attack."""
    pool = grounds.pool()
    return {tests: grounds.check_honest(pool, tests) for tests in ("one", "two", "all")}


def with_everything(grounds, attack):
    """Why the attack cannot run so, and the layers that are left out."""
    level = grounds.pool().isolation.level
    too_low = f"stopped from level {attack.level} on; this is level {level}" if level < attack.level else ""
    return attack.missing or too_low, frozenset()


def without_any_layer(_grounds, attack):
    return attack.missing, frozenset({"all"})


def without_its_layers(grounds, attack):
    here = attack.layers & set(grounds.pool().isolation.layers)
    absent = "" if here else f"{', '.join(sorted(attack.layers))}: not there on this machine"
    return attack.missing or absent or attack.unproved, attack.layers


@pytest.fixture(scope="module")
def outcomes():
    """What came of attacks whose tests have not asked yet, by (how, name)."""
    return {}


@pytest.fixture
def run(request, grounds, outcomes):
    """What comes of an attack. It runs together with those of the next tests that need the same."""

    def run(attack, how, *, alone=False):
        problem, without = how(grounds, attack)
        if problem:
            pytest.skip(problem)
        if (how, attack.name) not in outcomes:
            others = [other for other in waiting(how) if other is not attack and other.kind == attack.kind]
            batch = [attack, *(other for other in others if how(grounds, other) == ("", without))][:BATCH]
            found = grounds.run(batch, without, alone=alone)
            outcomes.update({(how, one.name): outcome for one, outcome in zip(batch, found, strict=True)})
        return outcomes[how, attack.name]

    def waiting(how):
        """The attacks of this test that were selected and have not run."""
        items = [item for item in request.session.items if item.originalname == request.node.originalname]
        attacks = [item.callspec.params["attack"] for item in items]
        return [attack for attack in attacks if (how, attack.name) not in outcomes]

    return run


def check(outcome, attack, honest):
    assert outcome.breaches == []
    verdicts = [report.verdict for report in outcome.attack]
    assert {verdict.status for verdict in verdicts} == {"failed"}, verdicts
    assert {verdict.reason for verdict in verdicts} <= attack.reasons, verdicts
    assert verdict_bytes(outcome.honest) == honest[attack.tests]
    assert outcome.seconds < LONGEST
    assert outcome.memory < MEMORY
    assert len(outcome.bytes_back) < BYTES_BACK


class TestWithAllLayers:
    """As submissions run."""

    @pytest.mark.parametrize("attack", sampled(ATTACKS))
    def test_an_attack_gains_nothing(self, run, honest, attack):
        check(run(attack, with_everything), attack, honest)

    def test_an_honest_submission_passes(self, honest):
        assert all(b'"status":"failed"' not in verdicts for verdicts in honest.values())
        assert all(b'"status":"error"' not in verdicts for verdicts in honest.values())


@pytest.mark.once
class TestWithoutLayers:
    """As nobody should run them. A class of its own is a process of its own in `nox -s tests`: these take long."""

    @pytest.mark.parametrize("attack", named(PROCESS))
    def test_for_what_the_process_stops_no_kernel_is_needed(self, run, honest, attack):
        check(run(attack, without_any_layer), attack, honest)

    @pytest.mark.parametrize("attack", named(KERNEL))
    def test_without_its_layer_an_attack_breaches(self, run, attack):
        outcome = run(attack, without_its_layers, alone=True)

        assert outcome.breaches != [], [report.verdict for report in outcome.attack]


def test_the_corpus_is_large_and_its_names_are_its_own():
    assert len(ATTACKS) >= 150
    assert len({attack.tries for attack in ATTACKS}) == len(ATTACKS)
