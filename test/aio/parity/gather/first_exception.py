# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The first exception ends it; the others go on, and a second exception is seen by nobody."""

import asyncio

from tracing import trace


async def part(name, turns, fails):
    for _ in range(turns):
        await asyncio.sleep(0)
    trace(name, "ends")
    if fails:
        raise ValueError(name)


async def main():
    outer = asyncio.gather(part("a", 3, False), part("b", 1, True), part("c", 2, True))
    outer.add_done_callback(lambda _: trace("outer done"))
    try:
        await outer
    except ValueError as error:
        trace("main sees", error)
    for _ in range(5):
        await asyncio.sleep(0)
    trace("end")


asyncio.run(main())
