# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Cancelling who awaits gather() cancels all children and waits for their ends."""

import asyncio

from tracing import trace


async def part(name):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError as error:
        trace(name, error)
        await asyncio.sleep(0)
        raise
    finally:
        trace(name, "ends")


async def waits():
    try:
        await asyncio.gather(part("a"), part("b"))
    finally:
        trace("gather ends")


async def main():
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    trace(task.cancel("why"))
    try:
        await task
    except asyncio.CancelledError as error:
        trace("main", error, task.cancelled())


asyncio.run(main())
