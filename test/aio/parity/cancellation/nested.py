# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Cancelling a task unwinds the coroutines that it awaits; a second call counts as well."""

import asyncio

from tracing import trace


async def inner():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        trace("inner cancelled")
        raise


async def outer():
    try:
        await inner()
    finally:
        trace("outer ends")


async def main():
    task = asyncio.create_task(outer())
    task.add_done_callback(lambda done: trace("done, cancelled", done.cancelled()))
    await asyncio.sleep(0)
    trace("cancel", task.cancel(), task.done(), task.cancelling())
    trace("cancel", task.cancel(), task.done(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        trace("main sees it")
    trace("cancel", task.cancel(), task.done(), task.cancelling())


asyncio.run(main())
