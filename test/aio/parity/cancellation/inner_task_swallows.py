# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The awaited task ends well in spite of it: so does who awaits it, cancelled or not."""

import asyncio

from tracing import trace


async def inner():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        trace("inner swallows")
    return "result"


async def outer(task):
    trace("outer has", await task)
    await asyncio.sleep(0)
    trace("outer goes on")


async def main():
    inner_task = asyncio.create_task(inner())
    outer_task = asyncio.create_task(outer(inner_task))
    await asyncio.sleep(0)
    outer_task.cancel()
    await outer_task
    trace("main", outer_task.cancelled(), outer_task.cancelling())


asyncio.run(main())
