"""You ask the next mirror only when the one before it has failed. That is no race: the first mirror of the
list wins if it works at all, however slow it is. Start all of them before you wait for any of them.
"""


async def first_good(fetchers):
    errors = []
    for fetch in fetchers:
        try:
            return await fetch()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("no mirror works", errors)
