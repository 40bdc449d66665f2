# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Steps of tasks, call_soon() and done callbacks take turns."""

import asyncio

from tracing import trace


async def worker(name, turns):
    for turn in range(turns):
        trace(f"{name}{turn}")
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(worker("a", 2))
    loop.call_soon(trace, "soon")
    other = asyncio.create_task(worker("b", 3))
    trace("main")
    task.add_done_callback(lambda _: trace("a done"))
    await task
    trace("after a")
    await other
    trace("after b")


asyncio.run(main())
