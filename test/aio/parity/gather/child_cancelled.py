# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A child that is cancelled ends gather() with CancelledError; the others go on."""

import asyncio

from tracing import trace


async def part(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    trace(name, "ends")


async def main():
    child = asyncio.create_task(part("cancelled", 100))
    other = asyncio.create_task(part("other", 5))
    gathered = asyncio.gather(child, other)
    await asyncio.sleep(0)
    child.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        trace("main", gathered.cancelled(), gathered.done(), asyncio.current_task().cancelling())
    await other


asyncio.run(main())
