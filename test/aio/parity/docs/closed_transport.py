# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The fix: close() it, and wait until the connection has ended."""

import asyncio
import gc

from tracing import trace


async def main():
    ended = asyncio.Event()

    async def serves(reader, writer):
        await reader.read()
        writer.close()
        await writer.wait_closed()
        ended.set()

    server = await asyncio.start_server(serves, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
    await writer.wait_closed()
    await ended.wait()
    server.close()
    await server.wait_closed()


asyncio.run(main())
gc.collect()
trace("end")
