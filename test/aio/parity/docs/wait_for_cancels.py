# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The page of 3.5: wait_for() cancels the task when the time is over."""

import asyncio

from tracing import trace


async def slow():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        trace("slow is cancelled")
        raise


async def main():
    task = asyncio.create_task(slow())
    try:
        await asyncio.wait_for(task, timeout=0.002)
    except asyncio.TimeoutError:
        trace("timeout", task.cancelled())


asyncio.run(main())
