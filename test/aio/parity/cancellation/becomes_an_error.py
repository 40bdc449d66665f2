# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a task throws instead of CancelledError is its exception; it was not cancelled then."""

import asyncio

from tracing import trace


async def work():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        raise ValueError("instead")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except ValueError as error:
        trace(error, task.cancelled(), task.cancelling(), task.exception())


asyncio.run(main())
