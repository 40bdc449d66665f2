# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Awaiting a coroutine or what is done already does not give way; a task starts later."""

import asyncio

from tracing import trace


async def inner(name):
    trace(name, "runs")
    return name


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(trace, "a turn has passed")
    trace("result", await inner("awaited"))
    done = loop.create_future()
    done.set_result("future")
    trace("result", await done)
    task = asyncio.create_task(inner("task"))
    trace("created")
    trace("result", await task)
    loop.call_soon(trace, "another turn has passed")
    trace("again", await task)
    await asyncio.sleep(0)
    trace("end")


asyncio.run(main())
