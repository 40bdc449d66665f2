# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A set_result() that call_soon() has scheduled meets a future that was cancelled meanwhile."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_soon(fut.set_result, "done")
    trace("cancel", fut.cancel())
    await asyncio.sleep(0)
    trace("cancelled", fut.cancelled())


asyncio.run(main())
