# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Nobody listens there; a path where no socket is."""

import asyncio

from tracing import trace


async def main():
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        trace("refused", isinstance(error, OSError))
    try:
        await asyncio.open_unix_connection("/nonexistent/socket")
    except FileNotFoundError as error:
        trace("not found", isinstance(error, OSError))


asyncio.run(main())
