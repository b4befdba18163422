"""Threads that the test makes in the submission's process, and the context that follows a task."""

import pytest
from world_probe import passed, tried

CALL_FROM_OUTSIDE = {
    "the textbook's": """
        def run(loop, price, limit):
            def callback(code):
                future = asyncio.run_coroutine_threadsafe(price(code), loop)
                try:
                    return future.result(limit)
                except TimeoutError:
                    future.cancel()
                    raise
            return callback
    """,
    "by hand": """
        def run(loop, price, limit):
            async def look_up(code, outcome):
                try:
                    async with asyncio.timeout(limit):
                        outcome.set_result(await price(code))
                except Exception as error:
                    outcome.set_exception(error)
            def callback(code):
                outcome = concurrent.futures.Future()
                loop.call_soon_threadsafe(lambda: tasks.append(loop.create_task(look_up(code, outcome))))
                return outcome.result()
            tasks = []
            return callback
    """,
    "by a queue": """
        import queue

        def run(loop, price, limit):
            def callback(code):
                answers = queue.Queue()
                def done(task):
                    answers.put(None if task.cancelled() else task)
                def start():
                    task = loop.create_task(asyncio.wait_for(price(code), limit))
                    task.add_done_callback(done)
                loop.call_soon_threadsafe(start)
                return answers.get().result()
            return callback
    """,
}


@pytest.mark.parametrize("way", CALL_FROM_OUTSIDE)
def test_a_thread_from_outside_calls_into_the_loop(kit, way):
    report = tried(
        kit,
        """
        price = world.service("price", seconds={"tea": 1, "gold": 60}, answer=199, error={"ink": LookupError("ink")})
        callback = submission.run(world.asyncio("get_running_loop"), price, 5)

        assert await world.in_thread(callback, "tea") == 199
        assert world.elapsed == 1.0
        with pytest.raises(LookupError, match="ink"):
            await world.in_thread(callback, "ink")
        with pytest.raises(TimeoutError):
            await world.in_thread(callback, "gold")
        assert world.elapsed == 6.0
        await asyncio.sleep(0)
        assert [(call.outcome, call.end) for call in price.calls] == [
            ("ok", 1.0), ("failed", 1.0), ("cancelled", 6.0)
        ]
        assert world.loops == 0
        """,
        CALL_FROM_OUTSIDE[way],
    )

    assert passed(report) is True


def test_two_threads_from_outside_call_together(kit):
    report = tried(
        kit,
        """
        price = world.service("price", seconds=1, answer={"tea": 199, "ink": 5})
        callback = submission.run(world.asyncio("get_running_loop"), price, 5)

        assert await asyncio.gather(*(world.in_thread(callback, code) for code in ("tea", "ink"))) == [199, 5]
        assert world.elapsed == 1.0
        """,
        CALL_FROM_OUTSIDE["the textbook's"],
    )

    assert passed(report) is True


def test_a_loop_that_the_submission_makes_in_the_thread_is_seen(kit):
    report = tried(
        kit,
        """
        price = world.service("price", seconds=1, answer=199)
        callback = submission.run(world.asyncio("get_running_loop"), price, 5)

        assert await world.in_thread(callback, "tea") == 199
        assert world.loops == 0, f"{world.loops} loop of its own"
        """,
        """
        def run(loop, price, limit):
            return lambda code: asyncio.run(look_up(price, code))

        async def look_up(price, code):
            return await price(code)
        """,
    )

    assert passed(report) == "1 loop of its own"


def test_a_function_that_blocks_a_thread_of_the_test_leaves_the_loop_free(kit):
    report = tried(
        kit,
        """
        function = submission.run()
        assert await asyncio.gather(world.in_thread(function, 2), asyncio.sleep(1, "slept")) == [2.0, "slept"]
        assert world.blocked == []
        """,
        """
        def run():
            def nap(seconds):
                time.sleep(seconds)
                return time.monotonic()
            return nap
        """,
    )

    assert passed(report) is True


def test_a_thread_that_never_comes_back_is_a_deadlock(kit):
    report = tried(
        kit,
        "await world.in_thread(submission.run)",
        "def run():\n    threading.Event().wait()\n",
    )

    assert report.verdict.reason == "deadlock"


def test_who_waits_for_a_thread_can_be_cancelled(kit):
    report = tried(
        kit,
        """
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(1):
                await world.in_thread(submission.run)
        await asyncio.sleep(5)
        assert world.elapsed == 6.0
        """,
        "def run():\n    time.sleep(3)\n",
    )

    assert passed(report) is True


# Context variables


REQUEST_ID = """
current = contextvars.ContextVar("current", default="-")

def current_id():
    return current.get()

async def run(requests, handle, sink):
    def log(text):
        sink(current.get(), text)

    async def one(request):
        current.set(request)
        await handle(request, log, current_id)

    await asyncio.gather(*[one(request) for request in requests])
    return current.get()
"""
HANDLE = """
lines = []

async def handle(request, log, current_id):
    log("begin")
    await asyncio.sleep(1)
    found.append(current_id())
    found.append(await world.in_thread(current_id))
    async def child():
        await asyncio.sleep(1)
        log("child")
        found.append(current_id())
    await asyncio.create_task(child())
    await world.in_thread(log, "thread")

found = []
outside = await submission.run(["a", "b"], handle, lambda request, text: lines.append((request, text)))
"""


def test_data_follows_the_task_through_the_test_and_back(kit):
    report = tried(
        kit,
        HANDLE
        + """
assert sorted(lines) == [(request, text) for request in "ab" for text in ("begin", "child", "thread")]
assert found == ["a", "b", "a", "b", "a", "b"]
assert outside == "-"
""",
        REQUEST_ID,
    )

    assert passed(report) is True


NOT_CONTEXTS = """
class Global:
    def __init__(self, name, default):
        self.value = default
    def set(self, value):
        self.value = value
    def get(self):
        return self.value

class ThreadLocal:
    def __init__(self, name, default):
        self.local, self.default = threading.local(), default
    def set(self, value):
        self.local.value = value
    def get(self):
        return getattr(self.local, "value", self.default)
"""


@pytest.mark.parametrize("kind", ["Global", "ThreadLocal"])
def test_data_that_does_not_follow_the_task_is_seen(kit, kind):
    report = tried(
        kit,
        HANDLE + 'assert found == ["a", "b", "a", "b", "a", "b"]\n',
        NOT_CONTEXTS + REQUEST_ID.replace("contextvars.ContextVar(", f"{kind}("),
    )

    assert (report.verdict.status, report.verdict.reason) == ("failed", "assertion")
