# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""as_completed() gives what ends first first; exceptions come at the await."""

import asyncio

from tracing import trace


async def part(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    trace(name, "ends")
    if name == "bad":
        raise ValueError(name)
    return name


async def main():
    for next_one in asyncio.as_completed([part("slow", 9), part("bad", 5), part("fast", 1)]):
        try:
            trace("got", await next_one)
        except ValueError as error:
            trace("got", error)


asyncio.run(main())
