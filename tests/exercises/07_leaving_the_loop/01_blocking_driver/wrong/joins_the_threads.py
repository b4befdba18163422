"""You start a thread for each sensor, and that is right. Then you join them, and `join` waits without an
`await`: the loop's own thread stands still until the last of them has ended. How can a thread tell the loop
that it is done?
"""

import threading
from collections.abc import Callable


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    readings: dict[str, int] = {}
    errors: list[Exception] = []

    def work(sensor: str) -> None:
        try:
            readings[sensor] = read(sensor)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(sensor,)) for sensor in sensors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return [readings[sensor] for sensor in sensors]
