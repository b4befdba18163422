import asyncio

import pytest


def release(world, *hosts):
    """An id for each host that nobody can guess."""
    numbers = world.random.sample(range(1000, 10_000), len(hosts))
    return {host: f"{host}-{number}" for host, number in zip(hosts, numbers, strict=True)}


class Error:
    """An exception as plain data: equal to another one of the same type with the same arguments."""

    def __init__(self, error):
        self.error = error

    def __eq__(self, other):
        return isinstance(other, Error) and (type(self.error), self.error.args) == (
            type(other.error),
            other.error.args,
        )

    def __hash__(self):
        return hash(repr(self))

    def __repr__(self):
        return repr(self.error)


def errors(caught):
    """What an exception group holds, in no particular order."""
    return sorted((Error(error) for error in caught.value.exceptions), key=repr)


def ends(deploy):
    """End and outcome of each call, by host."""
    return {call.args[0]: (call.end, call.outcome) for call in deploy.calls}


@pytest.mark.points(2)
@pytest.mark.public
async def test_all_hosts_succeed(submission, world):
    """Hosts of 3, 1 and 2 s give their release ids after 3 s, in the order of the hosts."""
    ids = release(world, "a", "b", "c")
    deploy = world.service("deploy", seconds={"a": 3, "b": 1, "c": 2}, answer=ids, cleanup=0.5)

    assert await submission.deploy_all(deploy, ["a", "b", "c"]) == [ids["a"], ids["b"], ids["c"]]
    assert world.elapsed == 3.0


@pytest.mark.points(2)
@pytest.mark.public
async def test_the_error_comes_out_in_a_group(submission, world):
    """Host b fails after 1 s, the others roll back for 0.5 s: a group with b's error arrives after 1.5 s."""
    reason = f"disk full {world.random.randrange(1000, 10_000)}"
    deploy = world.service(
        "deploy", seconds={"a": 3, "b": 1, "c": 2}, error={"b": OSError(reason)}, cleanup=0.5
    )

    with pytest.raises(ExceptionGroup) as caught:
        await submission.deploy_all(deploy, ["a", "b", "c"])

    assert errors(caught) == [Error(OSError(reason))]
    assert world.elapsed == 1.5


@pytest.mark.points(2)
async def test_the_others_are_rolled_back_before_the_error_arrives(submission, world):
    """When the first host fails, the others are stopped, and all have ended when the error arrives."""
    cause = {"b": OSError("disk full")}
    deploy = world.service("deploy", seconds={"b": 1, "a": 3, "c": 4}, error=cause, cleanup=0.5)

    with pytest.raises(ExceptionGroup) as caught:
        await submission.deploy_all(deploy, ["b", "a", "c"])
    under_way = [call.label for call in deploy.calls if call.outcome == "running"]
    await asyncio.sleep(5)  # whatever is still under way ends in this time

    assert errors(caught) == [Error(OSError("disk full"))]
    assert ends(deploy) == {"b": (1.0, "failed"), "a": (1.5, "cancelled"), "c": (1.5, "cancelled")}
    assert under_way == []


@pytest.mark.points(1)
async def test_two_hosts_fail_at_the_same_moment(submission, world):
    """If two hosts fail at the same moment, both errors are in the group."""
    causes = {"b": OSError("disk full"), "c": ValueError("wrong version")}
    deploy = world.service("deploy", seconds={"a": 3, "b": 1, "c": 1}, error=causes, cleanup=0.5)

    with pytest.raises(ExceptionGroup) as caught:
        await submission.deploy_all(deploy, ["a", "b", "c"])

    assert errors(caught) == [Error(OSError("disk full")), Error(ValueError("wrong version"))]
    assert world.elapsed == 1.5


@pytest.mark.points(1)
async def test_a_rollback_fails_too(submission, world):
    """If another host fails while it rolls back, both errors are in the group."""

    async def deploy(host):
        if host == "b":
            await asyncio.sleep(1)
            raise OSError("disk full")
        try:
            await asyncio.sleep(3)
        except asyncio.CancelledError:
            await asyncio.sleep(0.5)
            raise RuntimeError("no way back") from None

    with pytest.raises(ExceptionGroup) as caught:
        await submission.deploy_all(world.watched(deploy), ["a", "b"])

    assert errors(caught) == [Error(OSError("disk full")), Error(RuntimeError("no way back"))]
    assert world.elapsed == 1.5


@pytest.mark.points(1)
async def test_a_cancelled_deploy_rolls_back_every_host(submission, world):
    """Cancelled at 0.5 s, it ends as cancelled at 1.0 s, when every host is rolled back."""
    deploy = world.service("deploy", seconds={"a": 3, "b": 1, "c": 2}, answer="release", cleanup=0.5)
    rollout = asyncio.create_task(submission.deploy_all(deploy, ["a", "b", "c"]))

    await asyncio.sleep(0.5)
    rollout.cancel()
    with pytest.raises(asyncio.CancelledError):
        await rollout

    assert ends(deploy) == {"a": (1.0, "cancelled"), "b": (1.0, "cancelled"), "c": (1.0, "cancelled")}
    assert world.elapsed == 1.0


@pytest.mark.points(1)
async def test_no_hosts(submission, world):
    """With no hosts there is an empty list, at once."""
    deploy = world.service("deploy", seconds=1, answer="release")

    assert await submission.deploy_all(deploy, []) == []
    assert world.elapsed == 0.0
    assert [call.label for call in deploy.calls] == []
