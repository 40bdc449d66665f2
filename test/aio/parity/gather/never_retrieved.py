# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The exception of a gather() that nobody awaits is reported once, as its own."""

import asyncio

from tracing import trace


async def bug(name):
    raise ValueError(name)


async def main():
    asyncio.gather(bug("a"), bug("b"))
    for _ in range(4):
        await asyncio.sleep(0)
    trace("end")


asyncio.run(main())
