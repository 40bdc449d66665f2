# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a callback schedules runs in the next turn; call_later(0) behind what is ready."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()

    def nest(level):
        trace("level", level)
        if level < 3:
            loop.call_soon(nest, level + 1)

    loop.call_later(0, trace, "call_later 0")
    loop.call_soon(nest, 1)
    loop.call_soon(trace, "beside level 1")
    for turn in range(4):
        trace("turn", turn)
        await asyncio.sleep(0)


asyncio.run(main())
