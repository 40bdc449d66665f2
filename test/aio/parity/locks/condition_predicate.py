# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""wait_for() of a condition, and a waiter that is cancelled: it holds the lock again."""

import asyncio

from tracing import trace


async def waits_for(values, condition):
    async with condition:
        trace("length", await condition.wait_for(lambda: len(values) >= 2))


async def cancelled(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError:
            trace("cancelled, locked", condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    values = []
    task = asyncio.create_task(waits_for(values, condition))
    await asyncio.sleep(0)
    for value in range(3):
        async with condition:
            values.append(value)
            trace("value", value)
            condition.notify()
        for _ in range(3):
            await asyncio.sleep(0)
    await task
    task = asyncio.create_task(cancelled(condition))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    trace(task.cancelled(), condition.locked())


asyncio.run(main())
