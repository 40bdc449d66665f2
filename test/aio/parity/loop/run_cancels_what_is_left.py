# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""run() cancels the tasks that main() left and waits for their ends; their errors are reported."""

import asyncio

from tracing import trace


async def cleans_up():
    try:
        await asyncio.sleep(3600)
    finally:
        trace("cleans up")
        await asyncio.sleep(0)
        trace("cleaned up")


async def fails():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        raise ValueError("at the end")


async def never_runs():
    trace("never")


async def main():
    asyncio.create_task(cleans_up())
    asyncio.create_task(fails())
    await asyncio.sleep(0)
    asyncio.create_task(never_runs()).cancel()
    trace("main ends")
    return 42


trace(asyncio.run(main()))
