# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""An exception of the function comes out of the await; nobody's is reported."""

import asyncio

from tracing import trace


def fails(name):
    raise ValueError(name)


async def main():
    loop = asyncio.get_running_loop()
    try:
        await loop.run_in_executor(None, fails, "awaited")
    except ValueError as error:
        trace(error)
    future = loop.run_in_executor(None, fails, "looked at")
    await asyncio.wait([future])
    trace(future.exception())
    future = loop.run_in_executor(None, fails, "dropped")
    await asyncio.wait([future])
    del future
    await asyncio.sleep(0)
    try:
        await asyncio.to_thread(fails, "to_thread")
    except ValueError as error:
        trace(error)
    trace("end")


asyncio.run(main())
