# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The message of cancel() is that of the CancelledError at the await."""

import asyncio

from tracing import trace


async def waits(name, future):
    try:
        await future
    except asyncio.CancelledError as error:
        trace(name, error)


async def main():
    loop = asyncio.get_running_loop()
    for message in (None, "why"):
        future = loop.create_future()
        task = asyncio.create_task(waits("a", future))
        await asyncio.sleep(0)
        future.cancel(msg=message)
        await task
    future = loop.create_future()
    task = asyncio.create_task(waits("b", future))
    await asyncio.sleep(0)
    task.cancel("of the task")
    await task
    trace(future.cancelled(), task.cancelled())


asyncio.run(main())
