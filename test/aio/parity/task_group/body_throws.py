# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""An exception of the body cancels the tasks, and comes in a group too."""

import asyncio

from tracing import trace


async def waits():
    try:
        await asyncio.sleep(3600)
    finally:
        trace("task is cancelled")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waits())
            await asyncio.sleep(0)
            raise ValueError("body")
    except ExceptionGroup as error:
        trace(str(error), error.exceptions[0])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waits())
            raise asyncio.CancelledError("thrown by the body")
    except asyncio.CancelledError as error:
        trace(error)


asyncio.run(main())
