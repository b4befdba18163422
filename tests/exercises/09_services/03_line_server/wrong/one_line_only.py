"""You answer one line and close. A client who wants to send more finds the door shut, in the middle of its text.
When is a connection over, and who decides that?"""


async def handle(reader, writer):
    try:
        if line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionError:
            pass
