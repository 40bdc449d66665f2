# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""CancelledError that a coroutine throws itself ends the task as cancelled."""

import asyncio

from tracing import trace


async def work():
    raise asyncio.CancelledError("thrown")


async def main():
    task = asyncio.create_task(work())
    try:
        await task
    except asyncio.CancelledError as error:
        trace(error, task.cancelled(), task.cancelling())
    trace("main goes on", asyncio.current_task().cancelling())
    for call in (task.result, task.exception):
        try:
            call()
        except asyncio.CancelledError:
            trace("CancelledError")


asyncio.run(main())
