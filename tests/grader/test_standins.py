import asyncio
import contextlib
import dataclasses
import functools
import inspect

import pytest
from border import over_the_border

from grader.sim import standins
from grader.sim.standins import ASYNC, COROUTINE, ERROR, FUNCTION, OBJECT, describe, make


class CircuitOpen(ConnectionError):
    pass


class Device:
    """An object with a bit of everything."""

    unit: str
    _serial = 7

    def __init__(self):
        self.unit = "°C"
        self.undeclared = "secret"
        self.log = []

    @property
    def temperature(self):
        return 21.5

    @property
    def _hidden(self):
        return "hidden"

    def read(self, *args, **kwargs):
        return args, kwargs

    async def measure(self, seconds=1):
        await asyncio.sleep(seconds)
        return seconds

    @staticmethod
    def static(value):
        return "static", value

    @classmethod
    async def made(cls, value):
        return cls.__name__, value

    def _private(self):
        return "private"

    def __len__(self):
        return 3

    def __getitem__(self, index):
        return range(3)[index]

    def __contains__(self, item):
        return item == "rain"

    def __enter__(self):
        self.log.append("enter")
        return self

    def __exit__(self, *reason):
        self.log.append("exit")

    async def __aenter__(self):
        self.log.append("aenter")
        return self

    async def __aexit__(self, kind, error, traceback):
        self.log.append(f"aexit {kind.__name__ if kind else None}")
        return kind is not None and issubclass(kind, ValueError)


class Caller:
    async def __call__(self):
        return "called"


async def fetch(station):
    await asyncio.sleep(2)
    return f"rain {station}"


def plain(value):
    return value


class FakePeer:
    """Notes the calls that stand-ins make. Says yes to everything."""

    far_name = "the submission"

    def __init__(self):
        self.classes = {}
        self.coroutines_made = 0
        self.calls = []

    def call(self, number, method, args, kwargs, name=""):
        self.calls.append((number, method, args, kwargs))
        return True

    def get(self, number, name):
        self.calls.append((number, name))
        return True

    async def call_async(self, number, method, args, kwargs, name):
        return self.call(number, method, args, kwargs)


@pytest.fixture
def peer():
    return FakePeer()


# --- descriptions


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (fetch, (ASYNC, "fetch", None)),
        (plain, (FUNCTION, "plain", None)),
        (functools.partial(fetch, "n"), (ASYNC, "partial", None)),
        (functools.partial(plain, 1), (FUNCTION, "partial", None)),
        (Device().measure, (ASYNC, "measure", None)),
        (Device().read, (FUNCTION, "read", None)),
        (Caller(), (ASYNC, "Caller", None)),
        (print, (FUNCTION, "print", None)),
        (Device, (FUNCTION, "Device", None)),
        (CircuitOpen, (ERROR, "CircuitOpen", "ConnectionError")),
        (KeyError, (ERROR, "KeyError", "KeyError")),
    ],
    ids=lambda value: None if isinstance(value, tuple) else repr(value).split(" at ")[0][:30].strip("<"),
)
def test_a_description_says_what_the_receiver_must_make(thing, expected):
    assert describe(thing) == expected


def test_a_coroutine_object_is_described_as_one():
    coroutine = fetch("n")
    described = describe(coroutine)
    coroutine.close()

    assert described == (COROUTINE, "fetch", None)


def test_an_object_is_described_by_its_methods_and_which_of_them_are_async():
    kind, name, methods = describe(Device())

    assert (kind, name) == (OBJECT, "Device")
    assert methods == {
        "__aenter__": True,
        "__aexit__": True,
        "__contains__": False,
        "__enter__": False,
        "__exit__": False,
        "__getitem__": False,
        "__len__": False,
        "made": True,
        "measure": True,
        "read": False,
        "static": False,
    }


def test_fields_are_properties_slots_and_annotated_names_that_are_public():
    @dataclasses.dataclass
    class Reading:
        value: float
        _raw: int = 0

    class Slotted:
        __slots__ = ("_hidden", "shown")

    assert [standins.fields(kind) for kind in (Device, Reading, Slotted)] == [
        {"unit", "temperature"},
        {"value"},
        {"shown"},
    ]


def test_inherited_methods_and_fields_count():
    class Thermometer(Device):
        pass

    assert "measure" in standins.methods(Thermometer)
    assert "unit" in standins.fields(Thermometer)


# --- shapes


def test_a_stand_in_of_an_async_function_is_a_coroutine_function(peer):
    function = make(peer, 1, ASYNC, "fetch", None)

    assert inspect.iscoroutinefunction(function) or asyncio.iscoroutinefunction(function)


def test_asyncio_takes_the_stand_in_of_an_async_method_for_a_coroutine_function():
    async def main(border):
        device = border.device
        both = inspect, asyncio
        return [
            any(m.iscoroutinefunction(f) for m in both) for f in (device.measure, device.made, device.read)
        ]

    assert over_the_border(main, device=Device()) == [True, True, False]


def test_calling_it_gives_a_real_coroutine_object_with_the_name_of_the_original(peer):
    coroutine = make(peer, 1, ASYNC, "fetch", None)("n")
    seen = inspect.iscoroutine(coroutine), coroutine.__name__, coroutine.__qualname__, peer.calls
    coroutine.close()

    assert seen == (True, "fetch", "fetch", [])


def test_a_coroutine_object_is_counted_when_it_is_made_and_not_when_it_starts(peer):
    function = make(peer, 1, ASYNC, "fetch", None)
    for _ in range(3):
        function("n").close()

    assert peer.coroutines_made == 3


def test_a_stand_in_of_a_plain_function_calls_at_once(peer):
    make(peer, 4, FUNCTION, "plain", None)(1, key=2)

    assert peer.calls == [(4, "", (1,), {"key": 2})]


def test_a_function_keeps_its_name(peer):
    function = make(peer, 1, FUNCTION, "ring", None)

    assert (function.__name__, function.__qualname__) == ("ring", "ring")


def test_objects_of_one_description_share_a_class(peer):
    first, second = (make(peer, number, OBJECT, "Device", {"read": False}) for number in (1, 2))
    other = make(peer, 3, OBJECT, "Device", {"write": False})

    assert type(first) is type(second)
    assert type(first) is not type(other)


def test_a_stand_in_says_what_it_stands_for(peer):
    assert repr(make(peer, 1, OBJECT, "Task", {})) == "<Task of the submission>"


def test_a_stand_in_is_equal_to_nothing_but_itself(peer):
    first, second = (make(peer, number, OBJECT, "Device", {"read": False}) for number in (1, 2))

    assert first == first  # noqa: PLR0124 (that is the claim)
    assert first != second
    assert first != []
    assert peer.calls == []


@pytest.mark.parametrize(
    "name", ["__eq__", "__ne__", "__class__", "__bool__", "__hash__", "__getattribute__", "_number"]
)
def test_a_description_cannot_give_a_stand_in_more_than_public_methods_and_protocols(peer, name):
    thing = make(peer, 1, OBJECT, "list", {name: False})

    assert name not in vars(type(thing))


def test_the_other_side_cannot_make_its_object_equal_to_what_a_test_expects(peer):
    forged = make(peer, 1, OBJECT, "list", {"__eq__": False})

    assert forged != ["rain n", "rain w"]


@pytest.mark.parametrize("name", ["__init__", "__new__"])
def test_a_description_that_names_the_makings_of_a_class_still_makes_a_stand_in(peer, name):
    assert isinstance(make(peer, 1, OBJECT, "Device", {name: False}), standins.StandIn)


def test_private_attributes_are_refused_without_asking(peer):
    thing = make(peer, 1, OBJECT, "Device", {})

    for name in ("_serial", "__dict__of", "__wrapped__"):
        with pytest.raises(AttributeError, match=name):
            getattr(thing, name)
    assert peer.calls == []


def test_a_class_of_exceptions_has_its_name_and_the_nearest_builtin_base(peer):
    kind = make(peer, 1, ERROR, "CircuitOpen", "ConnectionError")

    assert (kind.__name__, kind.__mro__[1]) == ("CircuitOpen", ConnectionError)


@pytest.mark.parametrize("base", ["print", "int", "NoSuchError", "__import__"])
def test_a_base_that_is_no_exception_becomes_exception(peer, base):
    assert make(peer, 1, ERROR, "Odd", base).__bases__ == (Exception,)


# --- over the border


def test_a_task_can_be_made_of_a_stand_ins_coroutine():
    async def main(border):
        tasks = [asyncio.create_task(border.fetch(station)) for station in "nw"]
        return await asyncio.gather(*tasks), asyncio.get_running_loop().time()

    assert over_the_border(main, fetch=fetch) == (["rain n", "rain w"], 2.0)


def test_methods_of_every_kind_can_be_called():
    async def main(border):
        device = border.device
        return (
            device.read(1, key=[2]),
            await device.measure(3),
            device.static(4),
            await device.made(5),
        )

    assert over_the_border(main, device=Device()) == (((1,), {"key": [2]}), 3, ("static", 4), ("Device", 5))


def test_an_object_that_can_be_called_is_a_function():
    async def main(border):
        return await border.caller()

    assert over_the_border(main, caller=Caller()) == "called"


def test_a_class_can_be_called_for_an_object():
    async def main(border):
        return await border.Device().measure(2)

    assert over_the_border(main, Device=Device) == 2


def test_properties_and_public_data_can_be_read():
    async def main(border):
        return border.device.temperature, border.device.unit

    assert over_the_border(main, device=Device()) == (21.5, "°C")


def test_the_side_that_trusts_lets_undeclared_public_data_be_read():
    async def main(border):
        return border.device.undeclared

    assert over_the_border(main, device=Device()) == "secret"


def test_the_side_that_does_not_trust_shows_declared_data_only():
    def look(device):
        return (
            device.unit,
            device.temperature,
            [hasattr(device, name) for name in ("undeclared", "_hidden", "no")],
        )

    async def main(border):
        return border.look(Device())

    assert over_the_border(main, look=look) == ("°C", 21.5, [False, False, False])


def test_private_methods_cannot_be_called_even_by_who_asks_for_them_on_the_wire():
    async def main(border):
        device = border.device
        with pytest.raises(AttributeError, match="no method '_private'"):
            border.near.call(device._number, "_private", (), {})
        with pytest.raises(AttributeError, match="no attribute '_serial'"):
            border.near.get(device._number, "_serial")
        with pytest.raises(AttributeError, match="_things"):
            border.near.call(0, "_things", (), {})

    over_the_border(main, device=Device())


def test_an_attribute_that_does_not_exist_is_an_attribute_error():
    async def main(border):
        with pytest.raises(AttributeError, match="humidity"):
            _ = border.device.humidity
        return hasattr(border.device, "humidity")

    assert over_the_border(main, device=Device()) is False


def test_the_protocols_of_containers_cross():
    async def main(border):
        device = border.device
        return len(device), device[1], "rain" in device, "sun" in device

    assert over_the_border(main, device=Device()) == (3, 1, True, False)


def test_a_plain_iterator_crosses():
    async def main(border):
        return list(border.numbers())

    assert over_the_border(main, numbers=lambda: iter(range(3))) == [0, 1, 2]


def test_a_generator_is_an_iterator_and_no_coroutine():
    async def main(border):
        return list(border.numbers())

    assert over_the_border(main, numbers=lambda: (number for number in range(3))) == [0, 1, 2]


def test_with_crosses():
    device = Device()

    async def main(border):
        with border.device as entered:
            return entered is border.device

    assert over_the_border(main, device=device)
    assert device.log == ["enter", "exit"]


def test_async_with_crosses_and_sees_exceptions():
    device = Device()

    async def main(border):
        async with border.device as entered:
            inside = entered is border.device
        async with border.device:
            raise ValueError
        return inside

    assert over_the_border(main, device=device)
    assert device.log == ["aenter", "aexit None", "aenter", "aexit ValueError"]


def test_async_for_crosses():
    async def numbers():
        for number in range(3):
            await asyncio.sleep(1)
            yield number

    async def main(border):
        return [number async for number in border.numbers()], asyncio.get_running_loop().time()

    assert over_the_border(main, numbers=numbers) == ([0, 1, 2], 3.0)


def test_closing_an_asynchronous_generator_runs_its_clean_up():
    closed = []

    async def numbers():
        try:
            yield 1
        finally:
            await asyncio.sleep(0.5)
            closed.append(True)

    async def main(border):
        async with contextlib.aclosing(border.numbers()) as generator:
            await anext(generator)
        return asyncio.get_running_loop().time()

    assert over_the_border(main, numbers=numbers) == 0.5
    assert closed == [True]


def test_an_awaitable_object_can_be_awaited():
    class Ticket:
        def __await__(self):
            yield from asyncio.sleep(1).__await__()
            return "ticket"

    async def main(border):
        return await border.ticket, asyncio.get_running_loop().time()

    assert over_the_border(main, ticket=Ticket()) == ("ticket", 1.0)


def test_a_task_of_the_other_side_can_be_awaited_and_cancelled():
    async def start():
        return asyncio.create_task(fetch("n"))

    async def main(border):
        first, second = await border.start(), await border.start()
        cancelled = second.cancel()
        with pytest.raises(asyncio.CancelledError):
            await second
        return await first, cancelled, second.done(), asyncio.get_running_loop().time()

    assert over_the_border(main, start=start) == ("rain n", True, True, 2.0)


def test_a_coroutine_object_crosses_and_starts_when_it_is_awaited():
    started = []

    async def late():
        started.append(True)
        return "late"

    def late_coroutine():
        return late()

    async def main(border):
        coroutine = border.give()
        await asyncio.sleep(1)
        before = list(started)
        return inspect.iscoroutine(coroutine), before, await coroutine

    assert over_the_border(main, give=late_coroutine) == (True, [], "late")


def test_what_is_sent_back_is_the_original():
    given = []

    async def main(border):
        mine = Device()
        stand_in = border.device
        given.append(border.same(mine, fetch) == [mine, fetch])
        given.append(border.same(stand_in)[0] is stand_in)
        return border.is_device(stand_in)

    device = Device()

    assert over_the_border(
        main, device=device, same=lambda *things: list(things), is_device=lambda thing: thing is device
    )
    assert given == [True, True]


def test_the_same_object_is_the_same_stand_in_every_time():
    async def main(border):
        return border.device is border.device, border.fetch is border.fetch

    assert over_the_border(main, device=Device(), fetch=fetch) == (True, True)


def test_a_bound_method_sent_back_is_the_original_one():
    device = Device()
    read = device.read

    async def main(border):
        return border.is_read(border.read)

    assert over_the_border(main, read=read, is_read=lambda method: method is read)


def test_a_class_of_exceptions_is_a_value_that_can_be_raised_and_caught():
    def call(fail):
        try:
            fail()
        except CircuitOpen as error:
            return "caught", error.args
        return None

    async def main(border):
        def fail():
            raise border.CircuitOpen("north")

        return border.call(fail)

    assert over_the_border(main, CircuitOpen=CircuitOpen, call=call) == ("caught", ("north",))


def test_an_exception_of_such_a_class_is_caught_by_its_stand_in():
    def fail():
        raise CircuitOpen("north")

    async def main(border):
        kind = border.CircuitOpen
        with pytest.raises(kind, match="north") as caught:
            border.fail()
        return isinstance(caught.value, ConnectionError), type(caught.value) is kind

    assert over_the_border(main, CircuitOpen=CircuitOpen, fail=fail) == (True, True)


@pytest.mark.parametrize("kind", [ValueError, TimeoutError, asyncio.CancelledError])
def test_a_class_of_exceptions_that_both_sides_know_is_itself(kind):
    async def main(border):
        return border.kind is kind

    assert over_the_border(main, kind=kind)


def test_a_builtin_class_of_exceptions_that_is_passed_catches_what_is_raised():
    async def retry(function, on):
        try:
            return await function()
        except on:
            return "again"

    async def fail():
        raise OSError

    async def main(border):
        return await border.retry(fail, on=OSError)

    assert over_the_border(main, retry=retry) == "again"


def test_stand_ins_work_within_containers_and_as_keys():
    async def main(border):
        stand_in = border.device
        found = border.same({"devices": [stand_in], stand_in: (stand_in,)})
        return found == {"devices": [stand_in], stand_in: (stand_in,)}

    assert over_the_border(main, device=Device(), same=lambda thing: thing)
