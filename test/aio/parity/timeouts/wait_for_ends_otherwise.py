# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What ends well or with an error of its own, in spite of the timeout's cancellation."""

import asyncio

from tracing import trace


async def stubborn():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        trace("swallows")
    return "result"


async def fails():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        raise ValueError("instead")


async def main():
    for work in (stubborn, fails):
        try:
            trace(await asyncio.wait_for(asyncio.ensure_future(work()), 0.002))
        except (TimeoutError, ValueError) as error:
            trace(error)


asyncio.run(main())
