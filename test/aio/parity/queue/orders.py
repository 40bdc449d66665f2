# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""LifoQueue and PriorityQueue."""

import asyncio

from tracing import trace


async def main():
    for queue in (asyncio.Queue(), asyncio.LifoQueue(), asyncio.PriorityQueue()):
        for item in (3, 1, 4, 1, 5):
            await queue.put(item)
        trace(*[await queue.get() for _ in range(5)])


asyncio.run(main())
