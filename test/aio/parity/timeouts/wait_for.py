# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""wait_for(): in time, too late, for a future, and for what cleans up."""

import asyncio

from tracing import trace


async def work(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    return turns


async def cleans_up():
    try:
        await asyncio.sleep(3600)
    finally:
        await asyncio.sleep(0)
        trace("cleaned up")


async def main():
    trace(await asyncio.wait_for(work(3), 10))
    trace(await asyncio.wait_for(work(3), None))
    try:
        await asyncio.wait_for(cleans_up(), 0.002)
    except TimeoutError as error:
        trace(error)
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 0.002)
    except TimeoutError as error:
        trace(error, future.cancelled())
    trace("main", asyncio.current_task().cancelling())


asyncio.run(main())
