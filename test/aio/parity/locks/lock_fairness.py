# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""First come, first served: who releases and wants it again goes to the end of the line."""

import asyncio

from tracing import trace


async def worker(name, lock):
    for turn in range(2):
        async with lock:
            trace(name, turn)
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[worker(name, lock) for name in "abc"])
    trace(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        trace(error)


asyncio.run(main())
