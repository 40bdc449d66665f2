# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A second cancellation interrupts the clean-up of the first."""

import asyncio

from tracing import trace


async def work():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        trace("cleans up")
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError as error:
            trace("interrupted", error)
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("first")
    await asyncio.sleep(0)
    trace("done", task.done())
    task.cancel("second")
    try:
        await task
    except asyncio.CancelledError:
        trace("main", task.cancelled())


asyncio.run(main())
