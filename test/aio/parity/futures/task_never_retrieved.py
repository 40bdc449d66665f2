# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The same for tasks: dropped before and after their ends, looked at late, by a callback."""

import asyncio

from tracing import trace


async def bug(name):
    raise ValueError(name)


async def main():
    trace("dropped before")
    asyncio.create_task(bug("dropped before"))
    await asyncio.sleep(0)
    trace("dropped after")
    task = asyncio.create_task(bug("dropped after"))
    await asyncio.sleep(0)
    trace("done", task.done())
    del task
    trace("looked at late")
    task = asyncio.create_task(bug("late"))
    for _ in range(3):
        await asyncio.sleep(0)
    trace(task.exception())
    del task
    trace("looked at by a callback")
    task = asyncio.create_task(bug("callback"))
    task.add_done_callback(lambda done: trace(done.exception()))
    del task
    for _ in range(3):
        await asyncio.sleep(0)
    trace("cancelled")
    task = asyncio.create_task(asyncio.sleep(3600))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    trace("end")


asyncio.run(main())
