# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Two requests before the task runs again are one CancelledError, and count two."""

import asyncio

from tracing import trace


async def work():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError as error:
        trace("first", error, asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    trace("not again")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    trace(task.cancel("one"), task.cancel("two"))
    try:
        await task
        trace("ends well", task.cancelled(), task.cancelling())
    except asyncio.CancelledError as error:
        trace("main", error, task.cancelled(), task.cancelling())


asyncio.run(main())
