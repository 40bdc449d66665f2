# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A task that is ready to run its last step is cancelled still."""

import asyncio

from tracing import trace


async def work():
    try:
        await asyncio.sleep(0)
        trace("never")
    except asyncio.CancelledError:
        trace("cancelled at sleep(0)")
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    # It is in the queue of ready callbacks now.
    trace(task.cancel())
    await asyncio.wait([task])
    trace(task.cancelled(), task.cancel())


asyncio.run(main())
