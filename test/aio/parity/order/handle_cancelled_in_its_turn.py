# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A callback cancels one that is ready in the same turn, and itself."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    handles = []

    def first():
        trace("first")
        for handle in handles:
            handle.cancel()

    handles.append(loop.call_soon(first))
    handles.append(loop.call_soon(trace, "never"))
    handles.append(loop.call_later(0, trace, "never either"))
    loop.call_soon(trace, "last")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    trace(*[handle.cancelled() for handle in handles])


asyncio.run(main())
