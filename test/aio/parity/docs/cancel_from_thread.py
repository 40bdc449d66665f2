# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""loop.call_soon_threadsafe(fut.cancel): the right way to cancel from another thread."""

import asyncio
import threading

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    thread = threading.Thread(target=lambda: loop.call_soon_threadsafe(fut.cancel))
    thread.start()
    try:
        await fut
    except asyncio.CancelledError:
        trace("cancelled", fut.cancelled())
    thread.join()


asyncio.run(main())
