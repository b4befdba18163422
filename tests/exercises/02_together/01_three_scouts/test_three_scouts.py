import pytest


def weather(world, stations):
    """A report for each station that nobody can guess."""
    numbers = world.random.sample(range(1000, 10_000), len(stations))
    return {station: f"rain {number}" for station, number in zip(stations, numbers, strict=True)}


def times(service):
    """Start and end of each call, by station: which of several calls at one moment is first is left open."""
    return {call.args[0]: (call.start, call.end) for call in service.calls}


@pytest.mark.points(2)
@pytest.mark.public
async def test_reports_come_in_the_order_of_the_stations(submission, world):
    """All three reports come back, in the order of the stations."""
    rain = weather(world, ["n", "w", "e"])
    ask = world.service("ask", seconds={"n": 2, "w": 3, "e": 1}, answer=rain)

    assert await submission.reports(ask, ["n", "w", "e"]) == [rain["n"], rain["w"], rain["e"]]


@pytest.mark.points(2)
@pytest.mark.public
async def test_three_stations_report_after_three_seconds(submission, world):
    """Three stations of 2, 3 and 1 s report after 3 s, not 6 s."""
    rain = weather(world, ["n", "w", "e"])
    ask = world.service("ask", seconds={"n": 2, "w": 3, "e": 1}, answer=rain)

    assert await submission.reports(ask, ["n", "w", "e"]) == [rain["n"], rain["w"], rain["e"]]
    assert world.elapsed == 3.0


@pytest.mark.points(1)
async def test_all_three_are_asked_at_the_beginning(submission, world):
    """Every station is asked at 0 s, and answers after its own time."""
    rain = weather(world, ["n", "w", "e"])
    ask = world.service("ask", seconds={"n": 2, "w": 3, "e": 1}, answer=rain)

    assert await submission.reports(ask, ["n", "w", "e"]) == [rain["n"], rain["w"], rain["e"]]
    assert times(ask) == {"n": (0.0, 2.0), "w": (0.0, 3.0), "e": (0.0, 1.0)}


@pytest.mark.points(1)
async def test_a_quick_station_does_not_wait_for_a_slow_one(submission, world):
    """Of two stations of 5 and 1 s, the second has answered long before the first."""
    rain = weather(world, ["far", "near"])
    ask = world.service("ask", seconds={"far": 5, "near": 1}, answer=rain)

    assert await submission.reports(ask, ["far", "near"]) == [rain["far"], rain["near"]]
    assert times(ask) == {"far": (0.0, 5.0), "near": (0.0, 1.0)}


@pytest.mark.points(1)
async def test_each_station_is_asked_once(submission, world):
    """No station is asked twice, and none is left out."""
    rain = weather(world, ["n", "w", "e"])
    ask = world.service("ask", seconds={"n": 0.3, "w": 0.1, "e": 0.2}, answer=rain)

    assert await submission.reports(ask, ["n", "w", "e"]) == [rain["n"], rain["w"], rain["e"]]
    assert sorted(call.args[0] for call in ask.calls) == ["e", "n", "w"]


@pytest.mark.points(1)
async def test_the_weather_has_changed(submission, world):
    """Asked a second time, the same stations give their new reports, and only these."""
    morning, evening = weather(world, ["n", "w"]), weather(world, ["n", "w"])
    ask = world.service("ask", seconds={"n": 2, "w": 1}, answer=morning)
    ask_again = world.service("ask again", seconds={"n": 0.5, "w": 1.5}, answer=evening)

    assert await submission.reports(ask, ["n", "w"]) == [morning["n"], morning["w"]]
    assert await submission.reports(ask_again, ["n", "w"]) == [evening["n"], evening["w"]]
    assert world.elapsed == 3.5


@pytest.mark.points(1)
async def test_any_number_of_stations(submission, world):
    """One station takes its own time; sixty take exactly as long as the slowest of them."""
    hut = world.service("hut", seconds=0.25, answer="fog")
    stations = [f"station {number}" for number in range(60)]
    rain = weather(world, stations)
    delays = world.random.sample(range(1, 777), 60)
    ask = world.service(
        "ask",
        seconds={station: delay / 100 for station, delay in zip(stations, delays, strict=True)},
        answer=rain,
    )

    assert await submission.reports(hut, ["hut"]) == ["fog"]
    assert world.elapsed == 0.25
    assert await submission.reports(ask, stations) == [rain[station] for station in stations]
    assert world.elapsed == 0.25 + max(delays) / 100


@pytest.mark.points(1)
async def test_no_stations(submission, world):
    """With no stations there is an empty list, at once."""
    ask = world.service("ask", seconds=1, answer="rain")

    assert await submission.reports(ask, []) == []
    assert world.elapsed == 0.0
    assert [call.label for call in ask.calls] == []
