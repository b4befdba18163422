import asyncio

import pytest


class Store:
    """Balances behind a read and a write of 0.1 s each. The next such call raises its error in `broken`."""

    def __init__(self, world, **balances):
        self.balances = balances
        self.broken = {}
        self.read = world.watched(self.read)
        self.write = world.watched(self.write)

    async def read(self, acct):
        await asyncio.sleep(0.1)
        if "read" in self.broken:
            raise self.broken.pop("read")
        return self.balances[acct]

    async def write(self, acct, value):
        await asyncio.sleep(0.1)
        if "write" in self.broken:
            raise self.broken.pop("write")
        self.balances[acct] = value


async def withdraw_together(bank, acct, amount, times):
    return await asyncio.gather(*(bank.withdraw(acct, amount) for _ in range(times)))


@pytest.mark.points(2)
@pytest.mark.public
async def test_five_cards_never_overdraw_the_account(submission, world):
    """Of five equal withdrawals at once, an account with money for three allows exactly three."""
    amount = world.random.randint(20, 90)
    rest = world.random.randint(1, amount - 1)
    store = Store(world, family=3 * amount + rest)
    bank = submission.Bank(store)

    answers = await withdraw_together(bank, "family", amount, 5)

    assert sorted(answers) == [False, False, True, True, True]
    assert store.balances == {"family": rest}


@pytest.mark.points(2)
@pytest.mark.public
async def test_one_account_has_one_turn_at_a_time(submission, world):
    """Three paid and two refused withdrawals take 3 x 0.2 + 2 x 0.1 = 0.8 s, one after the other."""
    store = Store(world, family=100)
    bank = submission.Bank(store)

    answers = await withdraw_together(bank, "family", 30, 5)

    paid = answers.count(True)
    assert paid == 3, f"{paid} of the five withdrawals were paid, expected 3"
    assert world.elapsed == 0.8
    assert len(store.read.calls) == 5
    assert len(store.write.calls) == 3, "a refused withdrawal writes nothing"


@pytest.mark.points(1)
async def test_two_accounts_do_not_wait_for_each_other(submission, world):
    """Two withdrawals from each of two accounts take 0.4 s in all, not 0.8 s."""
    store = Store(world, anna=100, ben=100)
    bank = submission.Bank(store)

    answers = await asyncio.gather(
        withdraw_together(bank, "anna", 10, 2),
        withdraw_together(bank, "ben", 20, 2),
    )

    assert answers == [[True, True], [True, True]]
    assert store.balances == {"anna": 80, "ben": 60}
    assert world.elapsed == 0.4


@pytest.mark.points(1)
async def test_who_comes_while_the_second_has_its_turn(submission, world):
    """A withdrawal that comes when the first is over and the second has its turn waits for the second."""
    store = Store(world, anna=100)
    bank = submission.Bank(store)

    early = asyncio.gather(bank.withdraw("anna", 60), bank.withdraw("anna", 30))
    await asyncio.sleep(0.25)  # the first turn ended at 0.2
    late = await bank.withdraw("anna", 30)

    assert [*sorted(await early), late] == [True, True, False]
    assert store.balances == {"anna": 10}
    assert [call.start for call in store.read.calls] == [0.0, 0.2, 0.4]


@pytest.mark.points(1)
async def test_the_balance_is_read_afresh(submission, world):
    """Each withdrawal sees what others have done to the store in the meantime, down to the last coin."""
    store = Store(world, anna=100)
    bank = submission.Bank(store)
    salary = world.random.randint(200, 900)

    assert await bank.withdraw("anna", 60) is True
    store.balances["anna"] = 5
    assert await bank.withdraw("anna", 30) is False
    assert store.balances == {"anna": 5}
    store.balances["anna"] = salary
    assert await bank.withdraw("anna", salary) is True
    assert store.balances == {"anna": 0}
    assert await bank.withdraw("anna", 1) is False
    assert store.balances == {"anna": 0}


@pytest.mark.points(1)
async def test_a_failing_store_does_not_lock_the_account(submission, world):
    """An error of the store comes out of withdraw, and the next withdrawal of that account works."""
    store = Store(world, anna=100)
    bank = submission.Bank(store)

    store.broken["write"] = OSError("disk full")
    with pytest.raises(OSError, match="disk full"):
        await bank.withdraw("anna", 30)
    assert await bank.withdraw("anna", 30) is True

    store.broken["read"] = OSError("no such disk")
    with pytest.raises(OSError, match="no such disk"):
        await bank.withdraw("anna", 30)
    assert await bank.withdraw("anna", 30) is True

    assert store.balances == {"anna": 40}


@pytest.mark.points(1)
async def test_cancelled_in_its_turn(submission, world):
    """A withdrawal that is cancelled while it reads or writes leaves the turn to the next at that moment."""
    store = Store(world, anna=100)
    bank = submission.Bank(store)

    reading = asyncio.create_task(bank.withdraw("anna", 10))
    await asyncio.sleep(0.02)
    writing = asyncio.create_task(bank.withdraw("anna", 20))
    await asyncio.sleep(0.02)
    waiting = asyncio.create_task(bank.withdraw("anna", 30))
    await asyncio.sleep(0.01)
    reading.cancel()  # at 0.05
    await asyncio.sleep(0.15)
    writing.cancel()  # at 0.2: it has read from 0.05 to 0.15
    answers = await asyncio.gather(reading, writing, waiting, return_exceptions=True)

    assert [type(answer) for answer in answers] == [asyncio.CancelledError, asyncio.CancelledError, bool]
    assert answers[2] is True
    assert [call.start for call in store.read.calls] == [0.0, 0.05, 0.2]
    assert store.balances == {"anna": 70}


@pytest.mark.points(1)
async def test_cancelled_while_waiting(submission, world):
    """A withdrawal that is cancelled while it waits for its turn lets nobody in early, and uses no store."""
    store = Store(world, anna=100)
    bank = submission.Bank(store)

    first = asyncio.create_task(bank.withdraw("anna", 30))
    await asyncio.sleep(0.02)
    second = asyncio.create_task(bank.withdraw("anna", 30))
    await asyncio.sleep(0.02)
    third = asyncio.create_task(bank.withdraw("anna", 30))
    await asyncio.sleep(0.01)
    second.cancel()  # at 0.05: the first one reads, the others wait
    answers = await asyncio.gather(first, second, third, return_exceptions=True)

    assert answers[0] is True
    assert isinstance(answers[1], asyncio.CancelledError)
    assert answers[2] is True
    assert [call.start for call in store.read.calls] == [0.0, 0.2]
    assert store.balances == {"anna": 40}
