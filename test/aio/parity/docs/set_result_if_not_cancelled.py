# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The page's remedy: ask first."""

import asyncio

from tracing import trace


def finish(fut):
    if not fut.cancelled():
        fut.set_result("done")


async def main():
    loop = asyncio.get_running_loop()
    for cancels in (False, True):
        fut = loop.create_future()
        loop.call_soon(finish, fut)
        if cancels:
            fut.cancel()
        try:
            trace("result", await fut)
        except asyncio.CancelledError as error:
            trace(error)


asyncio.run(main())
