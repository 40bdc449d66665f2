# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A call in the pool runs on another thread, and takes arguments."""

import asyncio
import threading

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    here = threading.get_ident()
    trace("same thread", await loop.run_in_executor(None, lambda: threading.get_ident() == here))
    trace(await asyncio.to_thread(lambda a, b: a + b, 1, 2))


asyncio.run(main())
