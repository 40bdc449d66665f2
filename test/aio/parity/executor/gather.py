# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Calls in the pool side by side: each waits for the other."""

import asyncio
import threading

from tracing import trace

barrier = threading.Barrier(2)


def meets(name):
    barrier.wait(10)
    return name


async def main():
    loop = asyncio.get_running_loop()
    trace(*await asyncio.gather(loop.run_in_executor(None, meets, "a"),
                                asyncio.to_thread(meets, "b")))


asyncio.run(main())
