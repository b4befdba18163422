"""Makes the world's functions fail in many ways, and reads what their errors tell.

stopped by: process
reasons: assertion exception
"""


async def reports(ask, stations):
    for args, kwargs in (
        ((), {}),
        (([],), {}),
        (({},), {}),
        ((1, 2, 3), {}),
        ((), {"x": [1]}),
        ((object(),), {}),
    ):
        try:
            await ask(*args, **kwargs)
        except Exception as error:
            text = repr(error) + repr(error.__traceback__.tb_frame.f_locals)
            while error is not None:
                text += str(error)
                error = error.__cause__ or error.__context__
            if "test_" in text or "/tests/" in text or "judge" in text:
                print("BREACH:", text)
    return None
