import asyncio
import collections
import concurrent.futures
import enum
import math
import random
from typing import NamedTuple

import msgspec
import pytest

from grader.sim import values, wire
from grader.sim.messages import Done, Frame
from grader.sim.values import MAX_DEPTH, MAX_INT, MAX_NODES, Encoder, Malformed, Reader, Uncrossable


class Anything:
    """What a reference may stand for."""


class Border:
    """Both ways of a value: a table of references in place of two peers."""

    def __init__(self, where=lambda error: ()):
        self.objects = []
        self.encoder = Encoder(self.refer, where)
        self.reader = Reader(self.resolve)

    def refer(self, thing):
        self.objects.append(thing)
        return ["r", len(self.objects) - 1]

    def resolve(self, tree):
        if tree[0] != "r" or type(tree[1]) is not int or not 0 <= tree[1] < len(self.objects):
            raise Malformed("a reference to nothing")
        return self.objects[tree[1]]

    def cross(self, value):
        """What `value` is on the other side: as a tree, as bytes, and back."""
        decoder = wire.Decoder()
        decoder.feed(wire.encode(Frame(0, 0, None, None, Done(self.encoder.encode(value)))))
        return self.reader.read(decoder.next_frame().body.value)


@pytest.fixture
def border():
    return Border()


def nested(depth, make=lambda inner: [inner], innermost=()):
    value = list(innermost)
    for _ in range(depth - 1):
        value = make(value)
    return value


# --- what crosses by value

PLAIN = [
    None,
    True,
    False,
    0,
    -1,
    2**63 - 1,
    -(2**63),
    2**63,
    2**64,
    -(2**63) - 1,
    10**1000,
    -(10**1000),
    0.0,
    -0.0,
    1.5,
    math.inf,
    -math.inf,
    "",
    "rain",
    "Zürich ☂ 🌧",
    "nul \0 within",
    "a lone \ud800 surrogate",
    b"",
    b"\x00\xff",
    [],
    (),
    {},
    set(),
    frozenset(),
    [1, [2, [3]]],
    (1, (2, "three")),
    {"key": [1], 2: {"three": None}, (4, 5): b"6", None: True},
    {1, 2.5, (4,)},
    frozenset({frozenset({1}), 2}),
    [["l", 1], ["e", "builtins.ValueError", [], []], ["r", 0], ["y", 0], ["u", b""]],
]


@pytest.mark.parametrize(
    "value", PLAIN, ids=lambda value: repr(value).encode("ascii", "replace").decode()[:40]
)
def test_plain_data_crosses_by_value_with_its_exact_type(border, value):
    crossed = border.cross(value)

    assert (repr(crossed), type(crossed)) == (repr(value), type(value))
    assert border.objects == []


def test_nan_crosses(border):
    assert math.isnan(border.cross(math.nan))


def test_the_elements_of_a_container_keep_their_exact_types(border):
    assert [type(item) for item in border.cross([1, 1.0, True, "1", b"1", (1,), {1}, frozenset(), None])] == [
        int,
        float,
        bool,
        str,
        bytes,
        tuple,
        set,
        frozenset,
        type(None),
    ]


def test_a_dict_keeps_its_order(border):
    assert list(border.cross({"z": 1, "a": 2, "m": 3})) == ["z", "a", "m"]


def test_a_copy_crosses_and_not_the_value_itself(border):
    value = [[]]

    assert border.cross(value) is not value


def test_the_largest_int_crosses(border):
    largest = 2 ** (8 * MAX_INT - 1) - 1

    assert border.cross(largest) == largest
    assert border.cross(-largest) == -largest


# --- what does not


class Text(str):
    __slots__ = ()


class Number(int):
    pass


class Items(list):
    pass


class TooCold(ValueError):
    pass


class Colour(enum.IntEnum):
    RED = 1


class Pair(NamedTuple):
    first: int
    second: int


@pytest.mark.parametrize(
    "thing",
    [
        Text("text"),
        Number(1),
        Items([1]),
        Colour.RED,
        Pair(1, 2),
        collections.Counter("aab"),
        collections.OrderedDict(a=1),
        bytearray(b"bytes"),
        memoryview(b"bytes"),
        range(3),
        1j,
        Anything(),
        Anything,
        print,
        int,
        TooCold,
    ],
    ids=lambda thing: f"{type(thing).__name__} {getattr(thing, '__name__', '')}".strip(),
)
def test_a_subclass_or_another_type_is_a_reference_and_never_a_value(border, thing):
    assert border.cross([thing])[0] is thing
    assert border.objects == [thing]


def test_a_subclass_that_lies_about_its_class_is_a_reference(border):
    class Liar(int):
        __class__ = int

        def __eq__(self, other):
            return True

        __hash__ = int.__hash__

    liar = Liar(1)

    assert border.cross(liar) is liar


def test_an_int_that_is_too_large_does_not_cross(border):
    with pytest.raises(Uncrossable, match="an int of more than 4,096 bytes"):
        border.cross(1 << (8 * MAX_INT))


@pytest.mark.parametrize(
    "make",
    [
        lambda inner: [inner],
        lambda inner: (inner,),
        lambda inner: {1: inner},
        ValueError,
    ],
    ids=["list", "tuple", "dict", "exception"],
)
def test_a_value_may_be_nested_sixty_deep(border, make):
    deepest = nested(MAX_DEPTH, make)

    assert repr(border.cross(deepest)) == repr(deepest)


def test_a_value_that_is_nested_deeper_does_not_cross(border):
    with pytest.raises(Uncrossable, match="more than 60 deep"):
        border.cross(nested(MAX_DEPTH + 1))


def test_a_value_that_holds_itself_does_not_cross(border):
    value = []
    value.append(value)

    with pytest.raises(Uncrossable, match="more than 60 deep"):
        border.cross(value)


@pytest.mark.parametrize(
    "value",
    [
        [0] * (MAX_NODES + 1),
        [[0] * 1000 for _ in range(MAX_NODES // 1000)],
        dict.fromkeys(range(MAX_NODES + 1)),
    ],
    ids=["list", "lists", "dict"],
)
def test_a_value_of_too_many_parts_does_not_cross(border, value):
    with pytest.raises(Uncrossable, match="more than 200,000 parts"):
        border.cross(value)


def test_each_value_is_counted_for_itself(border):
    value = [0] * (MAX_NODES - 10)

    assert border.cross(value) == border.cross(value) == value


MANY = {
    "scalars": [0] * (MAX_NODES - 1),
    "pairs": dict.fromkeys(range(120_000), 1),
    "large ints": [2**64] * 120_000,
    "texts": ["é"] * 120_000,
    "exceptions": [ValueError()] * 60_000,
    "references": [print] * 80_000,
}


@pytest.mark.parametrize("name", list(MANY))
def test_what_the_encoder_lets_through_the_reader_takes(border, name):
    try:
        tree = border.encoder.encode(MANY[name])
    except Uncrossable:
        return

    assert len(border.reader.read(tree)) == len(MANY[name])


# --- exceptions


@pytest.mark.parametrize(
    "error",
    [
        ValueError(),
        ValueError("no beans"),
        KeyError("n", 3),
        ZeroDivisionError([1, (2, None)]),
        OSError(2, "No such file"),
        StopIteration(4),
        StopAsyncIteration(),
        TimeoutError(),
        SystemExit(3),
        KeyboardInterrupt(),
        GeneratorExit(),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"),
        asyncio.CancelledError("reason"),
        concurrent.futures.CancelledError(),
        asyncio.QueueFull(),
        asyncio.QueueEmpty(),
        asyncio.InvalidStateError(),
        concurrent.futures.InvalidStateError(),
        asyncio.IncompleteReadError(b"half", 8),
        asyncio.LimitOverrunError("long", 3),
    ],
    ids=lambda error: f"{type(error).__module__}.{type(error).__name__} {error.args!r}"[:60],
)
def test_an_exception_crosses_with_its_exact_class_and_arguments(border, error):
    crossed = border.cross(error)

    assert (type(crossed), crossed.args, str(crossed)) == (type(error), error.args, str(error))


def test_an_exception_is_no_value_but_a_copy(border):
    error = ValueError("text")

    assert border.cross(error) is not error


def test_an_argument_that_cannot_cross_is_left_out_of_its_exception(border):
    assert border.cross(ValueError("kept", nested(MAX_DEPTH + 1))).args == ("kept", "...")


def test_an_exception_whose_class_wants_other_arguments_arrives_all_the_same(border):
    error = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")
    error.args = ("one",)

    crossed = border.cross(error)

    assert (type(crossed), crossed.args) == (UnicodeDecodeError, ("one",))


def test_a_group_crosses_with_its_exceptions(border):
    group = ExceptionGroup("two", [ValueError(1), ExceptionGroup("inner", [KeyError("k"), OSError()])])

    crossed = border.cross(group)

    assert repr(crossed) == repr(group)
    assert crossed.split(KeyError)[0] is not None


def test_a_group_of_base_exceptions_keeps_its_class(border):
    crossed = border.cross(BaseExceptionGroup("stop", [asyncio.CancelledError()]))

    assert type(crossed) is BaseExceptionGroup


def test_a_lone_surrogate_in_the_message_of_a_group_crosses(border):
    assert border.cross(ExceptionGroup("\ud800", [ValueError()])).message == "\ud800"


def test_an_exception_group_that_is_too_deep_still_crosses_as_an_exception(border):
    group = ValueError("innermost")
    for _ in range(MAX_DEPTH + 5):
        group = ExceptionGroup("outer", [group])

    assert isinstance(border.cross(group), ExceptionGroup)


def test_a_class_of_exceptions_that_is_not_builtin_crosses_as_a_reference(border):
    class CircuitOpen(Exception):
        pass

    crossed = border.cross(CircuitOpen("north"))

    assert (type(crossed), crossed.args, border.objects) == (CircuitOpen, ("north",), [CircuitOpen])


def test_a_class_with_the_name_of_a_builtin_one_is_not_taken_for_it(border):
    class ValueError(Exception):  # noqa: A001 (that is the claim)
        pass

    assert type(border.cross(ValueError())) is ValueError


def test_the_two_cancelled_errors_are_told_apart(border):
    assert not isinstance(border.cross(concurrent.futures.CancelledError()), asyncio.CancelledError)


def test_the_lines_of_the_submission_cross_with_an_exception():
    border = Border(where=lambda error: ((3, "main"), (7, "fetch")))

    assert values.where(border.cross(ValueError())) == ((3, "main"), (7, "fetch"))


def test_an_exception_that_has_crossed_is_known_as_such(border):
    error = ValueError()

    assert (values.crossed(error), values.crossed(border.cross(error))) == (False, True)


def test_an_exception_that_has_not_crossed_has_no_lines():
    assert values.where(ValueError()) == ()


# --- trees that no encoder writes

BAD = [
    [],
    [[]],
    ["?"],
    [None],
    [0, 1],
    [b"l"],
    [1.5],
    {},
    {"l": 1},
    ("l",),
    ["l", []],
    ["d", 1],
    ["d", ["l"], 1],
    ["s", ["l"]],
    ["f", ["d"]],
    ["i"],
    ["i", None],
    ["i", "12"],
    ["i", 12],
    ["u"],
    ["u", b"\xff"],
    ["u", 3],
    ["u", "text"],
    ["u", None],
    ["u", ["l"]],
    ["e"],
    ["e", "builtins.ValueError"],
    ["e", "builtins.ValueError", [], [], []],
    ["e", "builtins.ValueError", None, []],
    ["e", "builtins.ValueError", [[]], []],
    ["e", "builtins.ValueError", [], None],
    ["e", "builtins.ValueError", [], [1]],
    ["e", "builtins.ValueError", [], [[1]]],
    ["e", "builtins.ValueError", [], [["one", "main"]]],
    ["e", "builtins.ValueError", [], [[math.inf, "main"]]],
    ["e", "builtins.NoError", [], []],
    ["e", "builtins.print", [], []],
    ["e", "os.system", ["true"], []],
    ["e", None, [], []],
    ["e", 3, [], []],
    ["e", {}, [], []],
    ["e", ["r", 0], [], []],
    ["e", "builtins.ExceptionGroup", ["two"], []],
    ["g", "builtins.ExceptionGroup", "none", [], []],
    ["g", "builtins.ExceptionGroup", "one", [1], []],
    ["g", "builtins.ExceptionGroup", "one", [["e", "builtins.KeyboardInterrupt", [], []]], []],
    ["g", "builtins.ExceptionGroup", "one", None, []],
    ["g", "builtins.ValueError", "one", [["e", "builtins.ValueError", [], []]], []],
    ["g", "builtins.ExceptionGroup", "one"],
    ["r"],
    ["r", 99],
    ["y", 0],
    pytest.param(nested(MAX_DEPTH + 1, lambda inner: ["l", inner], ["l"]), id="too deep"),
    pytest.param(nested(5000, lambda inner: ["l", inner], ["l"]), id="far too deep"),
    pytest.param(["l", *[0] * MAX_NODES], id="too long"),
    pytest.param(["l", *[["l", *[0] * 1000]] * 200], id="too much"),
    pytest.param(msgspec.msgpack.Ext(5, b"x"), id="an extension of msgpack"),
    pytest.param(msgspec.msgpack.decode(b"\xd6\xff\x00\x00\x00\x00"), id="a time of msgpack"),
]


@pytest.mark.parametrize("tree", BAD, ids=lambda tree: repr(tree)[:50])
def test_a_malformed_tree_is_malformed_and_never_another_error(border, tree):
    with pytest.raises(Malformed):
        border.reader.read(tree)


def test_an_int_is_read_up_to_its_cap_and_no_further(border):
    assert border.reader.read(["i", b"\x7f" * (MAX_INT + 1)]).bit_length() < 8 * MAX_INT


def test_the_lines_of_an_exception_are_capped(border):
    error = border.reader.read(["e", "builtins.ValueError", [], [[1, "f" * 1000]] * 1000])

    assert (len(values.where(error)), len(values.where(error)[0][1])) == (50, 200)


SCALARS = [None, True, 0, 1, -1, 2**63, 0.5, math.nan, "", "l", "text", "builtins.ValueError", b"", b"\xff"]
TAGS = ["l", "t", "s", "f", "d", "i", "u", "e", "g", "r", "y", "?", None, 1]


def junk(rng, depth=4):
    """A random tree, most often one that begins as a real one does."""
    if depth == 0 or rng.random() < 0.3:
        return rng.choice(SCALARS)
    if rng.random() < 0.05:
        return {rng.choice(["l", "e", "key"]): junk(rng, depth - 1)}
    tag = rng.choice(TAGS)
    parts = [junk(rng, depth - 1) for _ in range(rng.randint(0, 4))]
    if tag == "e" and rng.random() < 0.7:
        return [tag, rng.choice(list(values.KNOWN_ERRORS)), parts, []]
    return [tag, *parts]


def test_random_junk_is_malformed_or_a_value_and_never_another_error(border):
    rng = random.Random(5)
    border.objects = [print, ValueError, Anything()]

    met, others = {"value": 0, "malformed": 0}, []
    for _ in range(5000):
        tree = junk(rng)
        try:
            border.reader.read(tree)
            met["value"] += 1
        except Malformed:
            met["malformed"] += 1
        except BaseException as error:  # noqa: BLE001 (that there is none is the claim)
            others.append((tree, error))

    assert others == []
    assert min(met.values()) > 500
