# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Three coroutines that are started without waiting for each other run in the wrong order."""

import asyncio
import gc

from tracing import trace


async def create():
    await asyncio.sleep(3.0)
    trace("(1) create file")


async def write():
    await asyncio.sleep(0.01)
    trace("(2) write into file")


async def close():
    trace("(3) close file")


async def test():
    asyncio.ensure_future(create())
    asyncio.ensure_future(write())
    asyncio.ensure_future(close())
    await asyncio.sleep(0.02)
    loop.stop()


loop = asyncio.new_event_loop()
asyncio.ensure_future(test(), loop=loop)
loop.run_forever()
trace("Pending tasks at exit:", len(asyncio.all_tasks(loop)))
loop.close()
gc.collect()
