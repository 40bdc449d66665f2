# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""FIRST_COMPLETED: what is done then, and what is not; nothing is cancelled."""

import asyncio

from tracing import trace


async def part(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    trace(name, "ends")


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    tasks = [asyncio.create_task(part(name, turns), name=name)
             for name, turns in (("a", 5), ("b", 1), ("c", 1))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    trace("done", *names(done), "pending", *names(pending))
    done, pending = await asyncio.wait(tasks)
    trace("done", *names(done), "pending", *names(pending))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    trace("done", *names(done), "pending", *names(pending))


asyncio.run(main())
