"""Each of your feeds has a session of its own, but all of them count their pages in one variable of the
module. When two readers take turns, one of them skips a page. Where has a variable to be made, so that
every feed has its own?
"""

n = 0


async def items(open_session):
    global n
    n = 0
    s = await open_session()
    try:
        more = True
        while more:
            p, more = await s.page(n)
            n += 1
            for x in p:
                yield x
    finally:
        await s.close()
