# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Cancelling what is shielded cancels the shield too; a done future is its own shield."""

import asyncio

from tracing import trace


async def main():
    inner = asyncio.create_task(asyncio.sleep(3600))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel("why")
    try:
        await outer
    except asyncio.CancelledError:
        trace("cancelled", outer.cancelled(), inner.cancelled())
    done = asyncio.get_running_loop().create_future()
    done.set_result(42)
    trace(asyncio.shield(done) is done)
    trace(await asyncio.wait_for(asyncio.shield(done), 10))


asyncio.run(main())
