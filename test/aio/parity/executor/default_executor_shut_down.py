# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""shutdown_default_executor(): no calls after it."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    trace(await loop.run_in_executor(None, lambda: "before"))
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, lambda: "after")
    except RuntimeError as error:
        trace(error)
    try:
        await asyncio.to_thread(lambda: "after")
    except RuntimeError as error:
        trace(error)


asyncio.run(main())
