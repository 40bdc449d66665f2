# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""timeout(): the body sees CancelledError, who is outside TimeoutError."""

import asyncio

from tracing import trace


async def main():
    try:
        async with asyncio.timeout(0.002) as timeout:
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                trace("body cancelled", asyncio.current_task().cancelling(), timeout.expired())
                raise
    except TimeoutError as error:
        trace(error, asyncio.current_task().cancelling(), timeout.expired())
    async with asyncio.timeout(10) as timeout:
        await asyncio.sleep(0)
    trace("in time", timeout.expired())
    async with asyncio.timeout(None) as timeout:
        trace("no deadline", timeout.when() is None)
    try:
        async with asyncio.timeout(10):
            raise ValueError("body")
    except ValueError as error:
        trace(error)


asyncio.run(main())
