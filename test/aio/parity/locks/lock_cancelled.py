# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A waiter that is cancelled leaves the line, also when it has been woken already."""

import asyncio

from tracing import trace


async def waits(name, lock):
    try:
        await lock.acquire()
        trace(name, "has it")
        lock.release()
    except asyncio.CancelledError:
        trace(name, "cancelled")
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a, b, c = [asyncio.create_task(waits(name, lock)) for name in "abc"]
    await asyncio.sleep(0)
    a.cancel()
    await asyncio.sleep(0)
    lock.release()
    trace("released", lock.locked())
    b.cancel()
    await asyncio.wait([a, b, c])
    trace(a.cancelled(), b.cancelled(), c.cancelled(), lock.locked())


asyncio.run(main())
