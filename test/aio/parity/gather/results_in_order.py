# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Results come in the order of the arguments, whatever the order of the ends; of none at once."""

import asyncio

from tracing import trace


async def part(name, turns):
    trace(name, "starts")
    for _ in range(turns):
        await asyncio.sleep(0)
    trace(name, "ends")
    return name


async def main():
    trace(*await asyncio.gather(part("a", 3), part("b", 1), part("c", 2)))
    future = asyncio.get_running_loop().create_future()
    future.set_result("future")
    task = asyncio.create_task(part("task", 0))
    trace(*await asyncio.gather(future, task, part("coroutine", 0)))
    trace(len(await asyncio.gather()))


asyncio.run(main())
