# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A coroutine can be awaited once; a task as often as one likes, with the same exception."""

import asyncio

from tracing import trace


async def work():
    return 42


async def bug():
    raise ValueError("bug")


async def main():
    coroutine = work()
    trace(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        trace(error)
    task = asyncio.create_task(bug())
    for _ in range(2):
        try:
            await task
        except ValueError as error:
            trace(error)


asyncio.run(main())
