# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A task that catches the cancellation goes on; uncancel() takes the request back."""

import asyncio

from tracing import trace


async def stubborn():
    for turn in range(2):
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            trace("swallows", turn, asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    task = asyncio.current_task()
    trace("uncancel", task.uncancel(), task.uncancel(), task.uncancel())
    return "result"


async def main():
    task = asyncio.create_task(stubborn())
    for _ in range(2):
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0)
        trace("done", task.done(), task.cancelling())
    trace(await task, task.cancelled())


asyncio.run(main())
