"""Pick your lane: the solution.

The question is never "which one is the fastest?". It is: what does the job spend its time on? Waiting costs
no core, so one thread can wait for thousands. Computing costs a core, so more of it at once needs more
cores.
"""

import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    """The lane for a job that computes for `cpu_s` seconds and waits for `wait_s` seconds by its `client`."""
    if wait_s > cpu_s:
        # `async def` around a blocking call does not make it async: the call would stop the event loop, and
        # everybody on it. A thread may block, because it stops nobody but itself.
        return "asyncio" if client == "async" else "thread"
    if cpu_s < 0.001 and wait_s == 0:
        # To wake up a thread costs some ten microseconds, to send work to a process some hundred, and more
        # with the data.
        return "inline"
    # Threads share one interpreter lock: pure Python in four threads is no faster than in one. Processes each
    # have a lock of their own. (Free-threaded builds of Python, from 3.13 on, run without that lock; there
    # threads compute side by side. Libraries that let go of the lock while they compute, as NumPy often does,
    # gain from threads everywhere.)
    return "process"


if __name__ == "__main__":
    jobs = {
        "fetch a page, async client": (0.01, 5.0, "async"),
        "query by a blocking driver": (0.05, 2.0, "blocking"),
        "resize a film": (40.0, 1.0, "blocking"),
        "format a line": (0.0001, 0.0, "blocking"),
    }
    begin = time.perf_counter()

    def show(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    try:
        for job, (cpu_s, wait_s, client) in jobs.items():
            show(f"{job}: {lane(cpu_s, wait_s, client)}")
    except NotImplementedError:
        print("No job has a lane yet: `lane` has no body. Write it in this file, then run the file again.")
    else:
        # See for yourself. Threads wait together; do they compute together, too?
        with ThreadPoolExecutor(4) as threads, ProcessPoolExecutor(4) as processes:
            list(processes.map(abs, range(4)))  # a pool of processes takes a moment to start
            show("four waits of half a second, in threads ...")
            list(threads.map(time.sleep, [0.5] * 4))
            show("... done. Four sums of ten million numbers, in threads ...")
            list(threads.map(sum, [range(10_000_000)] * 4))
            show("... done. The same sums in processes ...")
            list(processes.map(sum, [range(10_000_000)] * 4))
            show("... done.")
