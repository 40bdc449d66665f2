# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A pool of one's own with one thread: calls in the order given, none after its shutdown."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from tracing import trace


def work(name):
    trace("work", name)
    return name


async def main():
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(max_workers=1)
    futures = [loop.run_in_executor(pool, work, name) for name in "abc"]
    trace(*await asyncio.gather(*futures))
    pool.shutdown()
    try:
        loop.run_in_executor(pool, work, "late")
    except RuntimeError as error:
        trace(error)


asyncio.run(main())
