# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A cancellation from outside beside the timeout's own goes first."""

import asyncio

from tracing import trace


async def work():
    try:
        async with asyncio.timeout(0.002) as timeout:
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                trace("timeout", asyncio.current_task().cancelling())
                asyncio.current_task().cancel()
                trace("and cancelled", asyncio.current_task().cancelling())
                raise
    except TimeoutError:
        trace("never")
    except asyncio.CancelledError:
        trace("CancelledError", timeout.expired(), asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(work())
    try:
        await task
    except asyncio.CancelledError:
        trace("main", task.cancelled())


asyncio.run(main())
