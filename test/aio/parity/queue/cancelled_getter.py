# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A getter that is cancelled when its item is there already: the next one gets it."""

import asyncio

from tracing import trace


async def gets(name, queue):
    try:
        trace(name, "has", await queue.get())
    except asyncio.CancelledError:
        trace(name, "cancelled")
        raise


async def main():
    queue = asyncio.Queue()
    first, second = [asyncio.create_task(gets(name, queue)) for name in "ab"]
    await asyncio.sleep(0)
    queue.put_nowait(1)
    first.cancel()
    await asyncio.wait([first, second])
    trace(first.cancelled(), queue.qsize())


asyncio.run(main())
