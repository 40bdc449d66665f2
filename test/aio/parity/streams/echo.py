# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A server that echoes lines, one connection, each end closed in its turn."""

import asyncio

from tracing import trace


async def main():
    ended = asyncio.Event()

    async def serves(reader, writer):
        while line := await reader.readline():
            trace("server has", line)
            writer.write(b"re: " + line)
            await writer.drain()
        trace("server is at the end", reader.at_eof())
        writer.close()
        await writer.wait_closed()
        ended.set()

    server = await asyncio.start_server(serves, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    trace("serving", server.is_serving())
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for line in (b"one\n", b"two\n"):
        writer.write(line)
        trace("client has", await reader.readline())
    writer.writelines([b"thr", b"ee\n"])
    trace(writer.can_write_eof())
    writer.write_eof()
    trace("client has", await reader.read())
    trace(writer.is_closing())
    writer.close()
    trace(writer.is_closing())
    await writer.wait_closed()
    await ended.wait()
    server.close()
    await server.wait_closed()
    trace("serving", server.is_serving())


asyncio.run(main())
