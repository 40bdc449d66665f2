# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A task that cancels itself: at its next await, or at its end if there is none."""

import asyncio

from tracing import trace


async def awaits():
    trace("cancel", asyncio.current_task().cancel("mine"))
    trace("goes on")
    try:
        await asyncio.sleep(0)
        trace("never")
    except asyncio.CancelledError as error:
        trace(error)
        raise


async def ends():
    asyncio.current_task().cancel()
    trace("ends")
    return 42


async def fails():
    asyncio.current_task().cancel()
    raise ValueError("goes first")


async def awaits_what_is_done():
    done = asyncio.get_running_loop().create_future()
    done.set_result(1)
    asyncio.current_task().cancel()
    trace("no suspension", await done)
    await asyncio.sleep(0)
    trace("never")


async def main():
    for work in (awaits, ends, fails, awaits_what_is_done):
        task = asyncio.create_task(work())
        try:
            await task
        except asyncio.CancelledError:
            trace("cancelled", task.cancelled())
        except ValueError as error:
            trace(error)


asyncio.run(main())
