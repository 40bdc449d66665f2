# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The second fix of the page: without tasks."""

import asyncio

from tracing import trace


async def create():
    await asyncio.sleep(0.02)
    trace("(1) create file")


async def write():
    await asyncio.sleep(0.01)
    trace("(2) write into file")


async def close():
    trace("(3) close file")


async def test():
    await create()
    await write()
    await close()
    await asyncio.sleep(0.01)
    loop.stop()


loop = asyncio.new_event_loop()
asyncio.ensure_future(test(), loop=loop)
loop.run_forever()
trace("end")
loop.close()
