"""The times and the texts apart, put together by zip; floating seconds."""


def predictions() -> dict[str, list[tuple[float, str]]]:
    columns = {
        "a": ([0.0, 0.0, 2.0, 2.0], ["created", "start 1", "done 1", "end"]),
        "b": ([0.0, 0.0, 2.0, 2.0, 4.0, 4.0], ["created", "start 1", "done 1", "start 2", "done 2", "end"]),
        "c": ([0.0, 0.0, 0.0, 2.0, 2.0, 2.0], ["created", "start 1", "start 2", "done 1", "done 2", "end"]),
        "d": ([0.0, 3.0, 3.0, 4.0, 4.0], ["created", "worked", "start 1", "done 1", "end"]),
    }
    return {name: list(zip(times, texts, strict=True)) for name, (times, texts) in columns.items()}
