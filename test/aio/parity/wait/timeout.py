# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A wait that runs out of time cancels nothing and throws nothing; nor does a cancelled one."""

import asyncio

from tracing import trace


async def waits(future):
    await asyncio.wait([future])
    trace("never")


async def main():
    future = asyncio.get_running_loop().create_future()
    done, pending = await asyncio.wait([future], timeout=0.002)
    trace(len(done), len(pending), future.done())
    done, pending = await asyncio.wait([future], timeout=0)
    trace(len(done), len(pending), future.done())
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        trace("wait cancelled", future.cancelled(), future.done())


asyncio.run(main())
