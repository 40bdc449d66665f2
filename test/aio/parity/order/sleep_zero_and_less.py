# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""sleep(0) and a negative one let everything else that is ready run once."""

import asyncio

from tracing import trace


async def ticks(name, delay):
    for tick in range(3):
        trace(name, tick)
        await asyncio.sleep(delay)


async def main():
    await asyncio.gather(ticks("zero", 0), ticks("negative", -1))
    trace("result", await asyncio.sleep(0, "value"))


asyncio.run(main())
