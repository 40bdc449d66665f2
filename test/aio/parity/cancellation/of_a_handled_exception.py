# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A cancellation of a task that is about to handle an exception, and its finally blocks."""

import asyncio

from tracing import trace


async def inner(future):
    try:
        await future
    finally:
        trace("inner ends")


async def work(future):
    try:
        await inner(future)
    except ValueError as error:
        trace("never", error)
    except asyncio.CancelledError:
        trace("cancelled instead")
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(work(future))
    await asyncio.sleep(0)
    future.set_exception(ValueError("lost"))
    task.cancel()
    await asyncio.wait([task])
    trace(task.cancelled())
    trace(future.exception())


asyncio.run(main())
