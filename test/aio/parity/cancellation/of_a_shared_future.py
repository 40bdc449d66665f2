# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Cancelling one of two tasks that await the same future cancels the future, and so both."""

import asyncio

from tracing import trace


async def waits(name, future):
    try:
        await future
    except asyncio.CancelledError:
        trace(name, "cancelled", asyncio.current_task().cancelling())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waits(name, future), name=name) for name in "ab"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    trace("future", future.cancelled())
    await asyncio.wait(tasks)
    trace(*[task.cancelled() for task in tasks])


asyncio.run(main())
