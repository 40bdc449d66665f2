# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Cancelling a task cancels the task that it awaits, and waits for that one's end."""

import asyncio

from tracing import trace


async def inner():
    try:
        await asyncio.sleep(3600)
    finally:
        trace("inner cancelled")
        await asyncio.sleep(0)
        trace("inner ends")


async def outer(task):
    try:
        await task
    finally:
        trace("outer ends", task.cancelled())


async def main():
    inner_task = asyncio.create_task(inner())
    outer_task = asyncio.create_task(outer(inner_task))
    await asyncio.sleep(0)
    outer_task.cancel()
    trace("cancelling", outer_task.cancelling(), inner_task.cancelling())
    try:
        await outer_task
    except asyncio.CancelledError:
        trace("main", outer_task.cancelled())


asyncio.run(main())
