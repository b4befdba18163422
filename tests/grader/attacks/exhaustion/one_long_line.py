"""Print a line without an end
stopped by: process
reasons: assertion livelock hang
"""

for _ in range(2000):
    print("rain" * 1000, end="")
print(flush=True)


async def reports(ask, stations):
    return []
