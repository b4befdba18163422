"""Hidden tests of `never-awaited`."""

import asyncio

import pytest


@pytest.mark.points(2)
@pytest.mark.public
async def test_returns_the_total(submission, world):
    """The total is right, and comes when both the price and the receipt are done: after 1.5 seconds."""
    price, qty = world.random.randrange(5, 500), world.random.randrange(2, 20)
    price_of = world.service("price_of", seconds=1, answer=price)
    save = world.service("save", seconds=0.5)

    assert await submission.checkout(price_of, save, "mug", qty) == price * qty
    assert world.elapsed == 1.5


@pytest.mark.points(2)
@pytest.mark.public
async def test_the_receipt_is_stored_when_the_customer_leaves(submission, world):
    """The receipt is stored once, after the total is known, and before the customer leaves."""
    price = world.random.randrange(5, 500)
    price_of = world.service("price_of", seconds=1, answer=price)
    save = world.service("save", seconds=4)

    assert await submission.checkout(price_of, save, "mug", 3) == price * 3
    assert [call.args for call in save.calls] == [("mug", price * 3)]
    assert [(call.start, call.end, call.outcome) for call in save.calls] == [(1.0, 5.0, "ok")]
    assert [(call.args, call.start) for call in price_of.calls] == [(("mug",), 0.0)]


@pytest.mark.points(1)
async def test_an_error_of_save_reaches_the_caller(submission, world):
    """A receipt that cannot be stored is an error of checkout."""
    printer = world.random.randrange(10_000)
    price_of = world.service("price_of", seconds=1, answer=12)
    save = world.service("save", seconds=0.5, error=OSError(f"printer {printer} is out of paper"))

    with pytest.raises(OSError, match=f"printer {printer} is out of paper"):
        await submission.checkout(price_of, save, "mug", 3)
    assert world.elapsed == 1.5
    assert len(save.calls) == 1


@pytest.mark.points(1)
async def test_without_a_price_nothing_is_stored(submission, world):
    """If the price cannot be found, the error comes out and nothing is stored."""
    price_of = world.service("price_of", seconds=1, error=LookupError("no such item"))
    save = world.service("save", seconds=0.5)

    with pytest.raises(LookupError, match="no such item"):
        await submission.checkout(price_of, save, "unicorn", 1)
    assert world.elapsed == 1.0
    assert [call.args for call in save.calls] == []


@pytest.mark.points(1)
async def test_cancelled_during_the_look_up_nothing_is_stored(submission, world):
    """If the sale is cancelled while the price is looked up, the look-up ends and nothing is stored."""
    price_of = world.service("price_of", seconds=1, answer=12)
    save = world.service("save", seconds=0.5)

    sale = asyncio.create_task(submission.checkout(price_of, save, "mug", 3))
    await asyncio.sleep(0.25)
    sale.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sale
    assert world.elapsed == 0.25
    await asyncio.sleep(5)
    assert [(call.outcome, call.end) for call in price_of.calls] == [("cancelled", 0.25)]
    assert [call.args for call in save.calls] == []


@pytest.mark.points(1)
async def test_a_total_of_zero_has_a_receipt(submission, world):
    """A sale of nothing, or of something free, is stored like any other."""
    price_of = world.service("price_of", seconds=1, answer={"mug": 12, "leaflet": 0})
    save = world.service("save", seconds=0.5)

    assert await submission.checkout(price_of, save, "mug", 0) == 0
    assert await submission.checkout(price_of, save, "leaflet", 7) == 0
    assert [(call.args, call.outcome) for call in save.calls] == [(("mug", 0), "ok"), (("leaflet", 0), "ok")]
    assert world.elapsed == 3.0


@pytest.mark.points(1)
async def test_the_price_has_changed(submission, world):
    """The second mug is sold at the price of the second mug."""
    prices = world.random.sample(range(5, 500), 2)
    remaining = iter(prices)
    price_of = world.service("price_of", seconds=1, answer=lambda item: next(remaining, 0))
    save = world.service("save", seconds=0.5)

    assert await submission.checkout(price_of, save, "mug", 3) == prices[0] * 3
    assert await submission.checkout(price_of, save, "mug", 3) == prices[1] * 3
    assert [call.args for call in save.calls] == [("mug", prices[0] * 3), ("mug", prices[1] * 3)]
    assert world.elapsed == 3.0


@pytest.mark.points(1)
async def test_two_sales_at_once(submission, world):
    """Two sales that go on at the same time both come out right, and take no longer than the slower one."""
    prices = {"mug": world.random.randrange(5, 500), "poster": world.random.randrange(5, 500)}
    price_of = world.service("price_of", seconds={"mug": 1, "poster": 1.25}, answer=prices)
    save = world.service("save", seconds=0.5)

    mugs = asyncio.create_task(submission.checkout(price_of, save, "mug", 2))
    posters = asyncio.create_task(submission.checkout(price_of, save, "poster", 3))
    assert [await mugs, await posters] == [prices["mug"] * 2, prices["poster"] * 3]
    assert [call.args for call in save.calls] == [
        ("mug", prices["mug"] * 2),
        ("poster", prices["poster"] * 3),
    ]
    assert world.elapsed == 1.75
