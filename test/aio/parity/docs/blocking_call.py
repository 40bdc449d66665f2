# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""time.sleep() in a coroutine stops everything else; debug mode reports the step."""

import asyncio
import time

from tracing import trace


async def blocks():
    trace("blocks")
    time.sleep(0.12)
    trace("goes on")


async def ticks():
    trace("tick")


async def main():
    await asyncio.gather(blocks(), ticks())


asyncio.run(main())
