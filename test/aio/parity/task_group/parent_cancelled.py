# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Cancelling the task that waits for the group cancels the group's tasks."""

import asyncio

from tracing import trace


async def waits():
    try:
        await asyncio.sleep(3600)
    finally:
        trace("a task is cancelled")


async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(waits())
        group.create_task(waits())
        trace("body ends")
    trace("never")


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("why")
    try:
        await task
    except asyncio.CancelledError:
        trace("main", task.cancelled(), task.cancelling())


asyncio.run(main())
