# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A deadline in the past passes in the next turn: a body that ends before is not touched."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout_at(loop.time() - 1) as timeout:
        trace("ends at once")
    trace(timeout.expired())
    try:
        async with asyncio.timeout(0) as timeout:
            await asyncio.sleep(0)
            trace("one turn")
            await asyncio.sleep(0)
            trace("two turns")
    except TimeoutError:
        trace("TimeoutError", timeout.expired())
    async with asyncio.timeout(0.001) as timeout:
        timeout.reschedule(loop.time() + 10)
        await asyncio.sleep(0.003)
        trace("rescheduled")
        timeout.reschedule(None)
    trace(timeout.expired(), timeout.when())
    try:
        timeout.reschedule(1)
    except RuntimeError as error:
        trace(error)


asyncio.run(main())
