# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A result that is there already loses against a cancellation before the wake-up."""

import asyncio

from tracing import trace


async def main():
    future = asyncio.get_running_loop().create_future()

    async def waits():
        try:
            trace("has", await future)
        except asyncio.CancelledError:
            trace("cancelled")

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    future.set_result(1)
    trace("cancel", task.cancel())
    await task
    trace("task cancelled", task.cancelled())


asyncio.run(main())
