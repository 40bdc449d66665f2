# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Who awaits a task goes on after the done callbacks registered before, a turn after its end."""

import asyncio

from tracing import trace


async def work():
    trace("work")
    asyncio.get_running_loop().call_soon(trace, "scheduled by work")


async def waits(name, task):
    await task
    trace(name, "goes on")


async def main():
    task = asyncio.create_task(work())
    task.add_done_callback(lambda _: trace("callback 1"))
    waiters = [asyncio.create_task(waits(name, task)) for name in "ab"]
    await asyncio.sleep(0)
    task.add_done_callback(lambda _: trace("callback 2"))
    trace("main", task.done())
    for waiter in waiters:
        await waiter
    trace("end")


asyncio.run(main())
