# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""With return_exceptions everything is waited for, and a cancelled child is an exception too."""

import asyncio

from tracing import trace


async def part(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    if name == "bad":
        raise ValueError(name)
    trace(name, "ends")
    return name


async def main():
    cancelled = asyncio.create_task(part("cancelled", 10))
    asyncio.get_running_loop().call_soon(cancelled.cancel, "why")
    for outcome in await asyncio.gather(part("good", 3), part("bad", 1), cancelled,
                                        return_exceptions=True):
        trace(outcome)


asyncio.run(main())
