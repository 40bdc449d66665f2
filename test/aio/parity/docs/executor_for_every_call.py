# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A blocking call in a task stops the others; through the executor it does not."""

import asyncio
import threading

from tracing import trace

go_on = threading.Event()


def blocking_io():
    go_on.wait(10)
    trace("blocking call ends")
    return "result"


async def ticks():
    for tick in range(3):
        trace("tick", tick)
        await asyncio.sleep(0)
    go_on.set()


async def main():
    results = await asyncio.gather(asyncio.to_thread(blocking_io), ticks())
    trace(results[0])


asyncio.run(main())
