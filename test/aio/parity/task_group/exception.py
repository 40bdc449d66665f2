# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The first exception cancels the other tasks and the body; all exceptions come out together."""

import asyncio

from tracing import trace


async def fails(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    trace(name, "fails")
    raise ValueError(name)


async def waits(name):
    try:
        await asyncio.sleep(3600)
    finally:
        trace(name, "is cancelled")


async def fails_when_cancelled():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        raise KeyError("in the clean-up")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            waiting = group.create_task(waits("task"))
            group.create_task(fails("first", 2))
            group.create_task(fails_when_cancelled())
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                trace("body is cancelled", asyncio.current_task().cancelling())
                raise
    except ExceptionGroup as error:
        trace(str(error))
        for each in error.exceptions:
            trace(each)
    trace(waiting.cancelled(), asyncio.current_task().cancelling())


asyncio.run(main())
