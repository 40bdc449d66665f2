# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""cancel() of a gather() that is done or fails, and the message of one that is not."""

import asyncio

from tracing import trace


async def part(fails):
    if fails:
        raise ValueError("part")


async def main():
    done = asyncio.gather(part(False))
    await done
    trace(done.cancel(), done.cancelled())
    failed = asyncio.gather(part(True), part(False))
    await asyncio.wait([failed])
    trace(failed.cancel(), failed.cancelled(), failed.exception())
    pending = asyncio.gather(asyncio.sleep(3600), asyncio.sleep(3600))
    trace(pending.cancel("why"), pending.done())
    try:
        await pending
    except asyncio.CancelledError as error:
        trace(error, pending.cancelled())
    await asyncio.gather()


asyncio.run(main())
