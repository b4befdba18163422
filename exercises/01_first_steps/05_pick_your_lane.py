"""Pick your lane.

A planning tool of a small company gets descriptions of jobs and decides in which lane each one is run.
Wrong lanes are expensive: a film in the wrong one has stopped the whole web site once. The descriptions are
not guessed. Somebody has measured how long a job computes, and how long it only waits.

Write `lane(cpu_s, wait_s, client)`, a plain function. It answers with one of four words (a plain str):

- "asyncio": the job mostly waits, and the library that does the waiting has an async client.
- "thread": the job mostly waits, but only by a blocking library.
- "process": the job is pure Python computation that keeps a core busy, whatever its client is.
- "inline": the job is so short that any hand-over costs more than the job: less than 1 ms of work, and no
  wait at all.

What you get:

- `cpu_s`: how long the job computes, in seconds, 0 or more.
- `wait_s`: how long it waits for others, in seconds: 0, or at least 1 ms.
- `client`: "async" or "blocking". Jobs that do not wait have one, too; it says nothing about them.

Where a job both computes and waits, one of the two is at least ten times the other, and the larger one
decides. A job that waits is never "inline", however short its work is. Work of exactly 1 ms is not "less
than 1 ms".
"""

import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    """The lane for a job that computes for `cpu_s` seconds and waits for `wait_s` seconds by its `client`."""
    # Your turn: replace the next line.
    raise NotImplementedError


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
