# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A semaphore lets so many in, in the order in which they came; a bounded one counts."""

import asyncio

from tracing import trace


async def worker(name, semaphore):
    async with semaphore:
        trace(name, "in")
        for _ in range(3):
            await asyncio.sleep(0)
        trace(name, "out")


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[worker(name, semaphore) for name in "abcd"])
    trace(semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    trace(bounded.locked())
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        trace(str(error))
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        trace(str(error))


asyncio.run(main())
