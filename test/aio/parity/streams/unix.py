# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The same over a Unix socket; the server serves as a context, and forever until cancelled."""

import asyncio
import os
import shutil
import tempfile

from tracing import trace


async def serves(reader, writer):
    writer.write(await reader.readexactly(3))
    writer.write_eof()
    trace("server at its end", await reader.read())
    writer.close()


async def main():
    path = os.path.join(tempfile.mkdtemp(), "socket")
    async with await asyncio.start_unix_server(serves, path) as server:
        forever = asyncio.create_task(server.serve_forever())
        reader, writer = await asyncio.open_unix_connection(path)
        writer.write(b"abc")
        trace(await reader.read())
        writer.close()
        await writer.wait_closed()
        while len(asyncio.all_tasks()) > 2:
            await asyncio.sleep(0.001)
        forever.cancel()
        try:
            await forever
        except asyncio.CancelledError:
            trace("serving", server.is_serving())
    shutil.rmtree(os.path.dirname(path))


asyncio.run(main())
