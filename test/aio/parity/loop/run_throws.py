# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The exception of main() comes out of run(), after the other tasks have ended."""

import asyncio

from tracing import trace


async def waits():
    try:
        await asyncio.sleep(3600)
    finally:
        trace("waits ends")


async def main():
    asyncio.create_task(waits())
    await asyncio.sleep(0)
    raise ValueError("main")


try:
    asyncio.run(main())
except ValueError as error:
    trace(error)


async def cancels_itself():
    asyncio.current_task().cancel("why")
    await asyncio.sleep(0)


try:
    asyncio.run(cancels_itself())
except asyncio.CancelledError as error:
    trace("cancelled")
