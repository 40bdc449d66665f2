# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A coroutine function is no callback: debug mode raises, else nobody runs its coroutine."""

import asyncio

from tracing import trace


async def work():
    trace("never")


async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.call_soon(work)
        await asyncio.sleep(0)
        trace("nothing ran")
    except TypeError as error:
        trace("TypeError")


asyncio.run(main())
