import asyncio

import pytest


def bank(world, seconds=3, **settings):
    """A bank whose receipts nobody can guess, and the book in which payments are recorded."""
    receipt = f"receipt {world.random.randrange(10**6)}"
    charge = world.service("charge", seconds=seconds, answer=receipt, **settings)
    return charge, world.callback("record"), receipt


async def ending(payment):
    """How a payment ends. The error of one that fails comes out here."""
    await asyncio.wait([payment], timeout=10)
    assert payment.done(), "10 s later the payment was still under way"
    return "cancelled" if payment.cancelled() else f"returned {payment.result()}"


def charged(charge):
    return [(*call.args, call.outcome, call.end) for call in charge.calls]


def recorded(record):
    return [(*call.args, call.start) for call in record.calls]


@pytest.mark.points(1)
@pytest.mark.public
async def test_undisturbed(submission, world):
    """A charge of 3 s gives its receipt at 3 s, and is recorded once, at that moment."""
    charge, record, receipt = bank(world)

    assert await submission.pay(charge, record, "order 1") == receipt
    assert world.elapsed == 3.0
    assert charged(charge) == [("order 1", "ok", 3.0)]
    assert recorded(record) == [("order 1", receipt, 3.0)]


@pytest.mark.points(2)
async def test_cancelled_while_the_charge_is_under_way(submission, world):
    """Cancelled at 1 s, it ends as cancelled at 3 s, when the charge has ended well and is recorded."""
    charge, record, receipt = bank(world, cleanup=0.5)
    payment = asyncio.create_task(submission.pay(charge, record, "order 1"))

    await asyncio.sleep(1)
    payment.cancel()

    assert await ending(payment) == "cancelled"
    assert world.elapsed == 3.0
    assert charged(charge) == [("order 1", "ok", 3.0)]
    assert recorded(record) == [("order 1", receipt, 3.0)]


@pytest.mark.points(2)
async def test_cancelled_twice(submission, world):
    """Cancelled at 1 s and again at 2 s, it does the same: cancelled at 3 s, charged and recorded."""
    charge, record, receipt = bank(world)
    payment = asyncio.create_task(submission.pay(charge, record, "order 1"))

    for _ in range(2):
        await asyncio.sleep(1)
        payment.cancel()

    assert await ending(payment) == "cancelled"
    assert world.elapsed == 3.0
    assert charged(charge) == [("order 1", "ok", 3.0)]
    assert recorded(record) == [("order 1", receipt, 3.0)]


@pytest.mark.points(1)
async def test_cancelled_again_and_again(submission, world):
    """Cancelled six times, twice at each of three moments, it still ends when all is recorded."""
    charge, record, receipt = bank(world)
    payment = asyncio.create_task(submission.pay(charge, record, "order 1"))

    for _ in range(3):
        await asyncio.sleep(0.75)
        payment.cancel()
        payment.cancel()

    assert await ending(payment) == "cancelled"
    assert charged(charge) == [("order 1", "ok", 3.0)]
    assert recorded(record) == [("order 1", receipt, 3.0)]


@pytest.mark.points(1)
async def test_the_charge_fails(submission, world):
    """A charge that fails after 3 s: its error comes out, and nothing is recorded."""
    reason = f"card {world.random.randrange(10**6)} is refused"
    charge, record, _ = bank(world, error=OSError(reason))

    with pytest.raises(OSError) as caught:
        await submission.pay(charge, record, "order 1")

    assert (type(caught.value), caught.value.args) == (OSError, (reason,))
    assert world.elapsed == 3.0
    assert recorded(record) == []


@pytest.mark.points(1)
async def test_the_charge_fails_after_a_cancellation(submission, world):
    """Cancelled at 1 s, and the charge fails at 3 s: its error wins, and nothing is recorded."""
    reason = f"card {world.random.randrange(10**6)} is refused"
    charge, record, _ = bank(world, error=ValueError(reason))
    payment = asyncio.create_task(submission.pay(charge, record, "order 1"))

    await asyncio.sleep(1)
    payment.cancel()
    with pytest.raises(ValueError) as caught:
        assert await ending(payment) == "failed"

    assert caught.value.args == (reason,)
    assert world.elapsed == 3.0
    assert recorded(record) == []


@pytest.mark.points(1)
async def test_three_payments_at_once(submission, world):
    """Three payments of 3, 2 and 1 s at the same time; only the second is cancelled, at 0.5 s."""
    seconds = {"a": 3, "b": 2, "c": 1}
    receipts = {order: f"{order}-{world.random.randrange(10**6)}" for order in seconds}
    charge = world.service("charge", seconds=seconds, answer=receipts)
    record = world.callback("record")
    payments = [asyncio.create_task(submission.pay(charge, record, order)) for order in seconds]

    await asyncio.sleep(0.5)
    payments[1].cancel()
    endings = await asyncio.gather(*map(ending, payments))

    assert endings == [f"returned {receipts['a']}", "cancelled", f"returned {receipts['c']}"]
    assert recorded(record) == [
        ("c", receipts["c"], 1.0),
        ("b", receipts["b"], 2.0),
        ("a", receipts["a"], 3.0),
    ]
    assert world.elapsed == 3.0


@pytest.mark.points(1)
async def test_two_payments_of_the_same_order(submission, world):
    """Two payments of the same order, the second begins at 0.5 s and is cancelled: each has its own receipt."""
    (slow, record, first), (quick, _, second) = bank(world, seconds=3), bank(world, seconds=1)
    payments = [asyncio.create_task(submission.pay(slow, record, "day ticket"))]
    await asyncio.sleep(0.5)
    payments.append(asyncio.create_task(submission.pay(quick, record, "day ticket")))
    await asyncio.sleep(0.5)
    payments[1].cancel()

    assert await asyncio.gather(*map(ending, payments)) == [f"returned {first}", "cancelled"]
    assert recorded(record) == [("day ticket", second, 1.5), ("day ticket", first, 3.0)]
    assert world.elapsed == 3.0
