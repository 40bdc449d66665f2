# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A blocking call in the thread pool leaves the loop free."""

import asyncio
import time

from tracing import trace


def blocking_io():
    time.sleep(0.12)
    return "read"


async def main():
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, blocking_io)
    await asyncio.sleep(0)
    trace("the loop runs")
    trace(await future)


asyncio.run(main())
