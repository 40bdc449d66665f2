# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""current_task() and all_tasks(), in a task and in a callback."""

import asyncio

from tracing import trace


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def waits(future):
    trace("current", asyncio.current_task().get_name())
    await future


async def main():
    loop = asyncio.get_running_loop()
    asyncio.current_task().set_name("main")
    future = loop.create_future()
    task = asyncio.create_task(waits(future), name="waits")
    trace(*names())
    loop.call_soon(lambda: trace("in a callback", asyncio.current_task() is None))
    await asyncio.sleep(0)
    future.set_result(None)
    trace(*names())
    await task
    trace(*names())


asyncio.run(main())
