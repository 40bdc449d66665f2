# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""shield() ignores the cancellation of who waits: what it protects goes on."""

import asyncio

from tracing import trace


async def something(future):
    trace("something starts")
    await future
    trace("something ends")
    return "result"


async def waits(task):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        trace("waits is cancelled", task.cancelled())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(something(future))
    waiting = asyncio.create_task(waits(task))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait([waiting])
    trace("main", waiting.cancelled(), task.done())
    future.set_result(None)
    trace(await task)


asyncio.run(main())
