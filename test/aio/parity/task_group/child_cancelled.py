# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A child that is cancelled ends well for the group."""

import asyncio

from tracing import trace


async def part(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    trace(name, "ends")


async def main():
    async with asyncio.TaskGroup() as group:
        child = group.create_task(part("cancelled", 100))
        group.create_task(part("other", 5))
        await asyncio.sleep(0)
        child.cancel()
    trace("group ends", child.cancelled())


asyncio.run(main())
