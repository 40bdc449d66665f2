# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The task that waits for an item is cancelled: the body gets CancelledError at its await."""

import asyncio

from tracing import trace


async def items():
    try:
        yield 1
        await asyncio.sleep(3600)
    except asyncio.CancelledError as error:
        trace("body", error)
        raise
    finally:
        trace("body ends")


async def takes(agen):
    async for item in agen:
        trace("item", item)


async def main():
    agen = items()
    task = asyncio.create_task(takes(agen))
    await asyncio.sleep(0)
    task.cancel("why")
    try:
        await task
    except asyncio.CancelledError:
        trace("cancelled", task.cancelled())
    trace("end", await anext(agen, None))


asyncio.run(main())
