# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""An inner group fails: the outer one gets the inner's ExceptionGroup, and cancels its own."""

import asyncio

from tracing import trace


async def waits(name):
    try:
        await asyncio.sleep(3600)
    finally:
        trace(name, "is cancelled")


async def fails():
    await asyncio.sleep(0)
    raise ValueError("inner")


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(waits("task of the outer"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(waits("task of the inner"))
                inner.create_task(fails())
            trace("never")
    except ExceptionGroup as error:
        trace(str(error))
        trace(str(error.exceptions[0]))
        trace(error.exceptions[0].exceptions[0])


asyncio.run(main())
