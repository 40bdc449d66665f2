# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""FIRST_EXCEPTION: a cancelled task does not count; an exception ends the wait, not the others."""

import asyncio

from tracing import trace


async def part(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    trace(name, "ends")
    if name == "bad":
        raise ValueError(name)


async def main():
    cancelled, bad, good = [asyncio.create_task(part(name, turns)) for name, turns in
                            (("cancelled", 9), ("bad", 3), ("good", 6))]
    asyncio.get_running_loop().call_soon(cancelled.cancel)
    done, pending = await asyncio.wait([cancelled, bad, good],
                                       return_when=asyncio.FIRST_EXCEPTION)
    trace(len(done), len(pending), cancelled in done, bad in done, good in pending)
    trace(bad.exception())
    await good


asyncio.run(main())
