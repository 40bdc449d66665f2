# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A connection that nobody has closed when the loop ends."""

import asyncio
import gc
import socket

from tracing import trace


async def main(port):
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_connection(asyncio.Protocol, "127.0.0.1", port)
    trace("closing", transport.is_closing())


listening = socket.create_server(("127.0.0.1", 0))
loop = asyncio.new_event_loop()
loop.run_until_complete(main(listening.getsockname()[1]))
trace("close")
loop.close()
gc.collect()
trace("end")
listening.close()
