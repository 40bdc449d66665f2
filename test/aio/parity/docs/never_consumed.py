# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The exception of a task that nobody awaits."""

import asyncio

from tracing import trace


async def bug():
    raise Exception("not consumed")


async def main():
    asyncio.create_task(bug())
    trace("main ends")


asyncio.run(main())
trace("end")
