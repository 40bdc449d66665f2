# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The fix: await it, or make a task of it."""

import asyncio

from tracing import trace


async def test(how):
    trace("scheduled by", how)


async def main():
    await test("await")
    task = asyncio.create_task(test("create_task"))
    trace("main waits")
    await task


asyncio.run(main())
