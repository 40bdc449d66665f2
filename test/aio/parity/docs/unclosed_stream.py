# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# python: >=3.12
"""A writer that is dropped without close(); later releases of 3.11 say this too."""

import asyncio
import socket

from tracing import trace


async def main(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    trace("drop")
    del writer
    trace("dropped")
    await asyncio.sleep(0)


with socket.create_server(("127.0.0.1", 0)) as listening:
    asyncio.run(main(listening.getsockname()[1]))
