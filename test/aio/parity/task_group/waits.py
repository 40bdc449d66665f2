# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A group ends when its tasks have; a task may add more."""

import asyncio

from tracing import trace


async def part(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    trace(name, "ends")
    return name


async def adds(group):
    await asyncio.sleep(0)
    group.create_task(part("added", 3))
    trace("adds ends")


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(part("first", 2), name="named")
        group.create_task(adds(group))
        trace("body ends", first.get_name())
    trace("group ends", first.result())
    try:
        group.create_task(coroutine := part("late", 1))
    except RuntimeError as error:
        trace(str(error).split("> ")[-1])
        coroutine.close()
    async with asyncio.TaskGroup():
        trace("an empty one")


asyncio.run(main())
