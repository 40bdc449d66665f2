# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Items, the end, and what comes after it; a generator runs only as far as it is asked to."""

import asyncio

from tracing import trace


async def items(to):
    trace("starts")
    for item in range(to):
        trace("yields", item)
        yield item
        await asyncio.sleep(0)
    trace("ends")


async def main():
    agen = items(2)
    trace("made")
    async for item in agen:
        trace("item", item)
    trace("end", await anext(agen, None))
    await agen.aclose()
    never = items(2)
    await never.aclose()
    trace("closed before", await anext(never, None))


asyncio.run(main())
