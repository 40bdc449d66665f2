# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""wait_for() of a shield times out, and the task goes on."""

import asyncio

from tracing import trace


async def work(future):
    trace("has", await future)
    return "result"


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(work(future))
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.002)
    except TimeoutError:
        trace("timeout", task.done())
    future.set_result(1)
    trace(await task)


asyncio.run(main())
