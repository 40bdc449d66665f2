# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Who cancels wait_for() cancels what it waits for; CancelledError comes out, no TimeoutError."""

import asyncio

from tracing import trace


async def inner():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError as error:
        trace("inner", error)
        raise


async def waits():
    try:
        await asyncio.wait_for(inner(), 10)
    except asyncio.CancelledError:
        trace("waits is cancelled")
        raise


async def main():
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        trace("main", task.cancelled())


asyncio.run(main())
