# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Getters are served in the order in which they came, one item each; so are putters."""

import asyncio

from tracing import trace


async def gets(name, queue):
    trace(name, "has", await queue.get())


async def puts(item, queue):
    await queue.put(item)
    trace("put", item)


async def main():
    queue = asyncio.Queue(maxsize=1)
    getters = [asyncio.create_task(gets(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    putters = [asyncio.create_task(puts(item, queue)) for item in range(5)]
    await asyncio.gather(*getters)
    for _ in range(3):
        await asyncio.sleep(0)
    trace("left", queue.qsize(), queue.full(), queue.empty())
    trace(queue.get_nowait())
    await asyncio.gather(*putters)
    trace(await queue.get(), queue.empty())


asyncio.run(main())
