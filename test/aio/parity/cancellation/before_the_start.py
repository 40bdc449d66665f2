# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A task that is cancelled before its first step never runs."""

import asyncio

from tracing import trace


async def work():
    trace("never")


async def main():
    task = asyncio.create_task(work())
    trace("cancel", task.cancel(), task.done(), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        trace("cancelled", task.cancelled())


asyncio.run(main())
