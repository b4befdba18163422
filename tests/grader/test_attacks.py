"""Every attack of the corpus, through the real check: no point, no secret, nothing left behind, nobody else hurt."""

import sys

import pytest
from attack_corpus import LONGEST, MEMORY, Grounds, adopting_orphans, load_attacks, verdict_bytes

if sys.platform != "linux":
    pytest.skip("the grounds watch processes by Linux's /proc", allow_module_level=True)

ATTACKS = load_attacks()
KERNEL = [attack for attack in ATTACKS if attack.layers]
PROCESS = [
    attack for attack in ATTACKS if not attack.layers and "hang" not in attack.reasons
]  # a hang takes 1 s


def named(attacks):
    return [pytest.param(attack, id=attack.name) for attack in attacks]


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


@pytest.mark.parametrize("attack", named(ATTACKS))
def test_an_attack_gains_nothing(grounds, honest, attack):
    pool = grounds.pool()
    if attack.missing:
        pytest.skip(attack.missing)
    if pool.workers.isolation.level < attack.level:
        pytest.skip(f"stopped from level {attack.level} on; this is {pool.workers.isolation}")

    check(grounds.run(attack, pool), attack, honest)


@pytest.mark.parametrize("attack", named(PROCESS))
def test_for_what_the_process_stops_no_kernel_is_needed(grounds, honest, attack):
    if attack.missing:
        pytest.skip(attack.missing)

    check(grounds.run(attack, grounds.pool(frozenset({"all"}))), attack, honest)


def check(outcome, attack, honest):
    assert outcome.breaches == []
    verdicts = [report.verdict for report in outcome.attack]
    assert {verdict.status for verdict in verdicts} == {"failed"}, verdicts
    assert {verdict.reason for verdict in verdicts} <= attack.reasons, verdicts
    assert verdict_bytes(outcome.honest) == honest[attack.tests]
    assert outcome.seconds < LONGEST
    assert outcome.memory < MEMORY


@pytest.mark.parametrize("attack", named(KERNEL))
def test_without_its_layer_an_attack_breaches(grounds, attack):
    if attack.missing:
        pytest.skip(attack.missing)
    here = attack.layers & set(grounds.pool().workers.isolation.layers)
    if not here:
        pytest.skip(f"{', '.join(sorted(attack.layers))}: not there on this machine")
    if attack.unproved:
        pytest.skip(attack.unproved)

    outcome = grounds.run(attack, grounds.pool(attack.layers), alone=True)

    assert outcome.breaches != [], [report.verdict for report in outcome.attack]


def test_an_honest_submission_passes(honest):
    assert all(b'"status":"failed"' not in verdicts for verdicts in honest.values())
    assert all(b'"status":"error"' not in verdicts for verdicts in honest.values())


def test_the_corpus_is_large_and_its_names_are_its_own():
    assert len(ATTACKS) >= 150
    assert len({attack.tries for attack in ATTACKS}) == len(ATTACKS)
