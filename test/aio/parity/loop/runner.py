# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Several runs on one loop; what the first leaves goes on in the second; then close()."""

import asyncio

from tracing import trace


async def background(event):
    try:
        trace("background starts")
        await event.wait()
        trace("background goes on")
        await asyncio.sleep(3600)
    finally:
        trace("background ends")


async def first(event):
    asyncio.create_task(background(event))
    await asyncio.sleep(0)
    return 1


async def second(event):
    event.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    raise ValueError("second")


runner = asyncio.Runner()
event = asyncio.Event()
trace(runner.run(first(event)))
try:
    runner.run(second(event))
except ValueError as error:
    trace(error)
loop = runner.get_loop()
trace("close", loop.is_closed())
runner.close()
runner.close()
trace("closed", loop.is_closed())
try:
    runner.get_loop()
except RuntimeError as error:
    trace(error)
