# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The same future twice is one child with its result twice."""

import asyncio

from tracing import trace


async def work():
    trace("work runs once")
    return 42


async def main():
    task = asyncio.create_task(work())
    trace(*await asyncio.gather(task, task))
    trace(*await asyncio.gather(task, task))


asyncio.run(main())
