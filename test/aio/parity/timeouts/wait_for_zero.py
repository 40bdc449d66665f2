# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""No time at all: what is done already has its result, everything else is cancelled."""

import asyncio

from tracing import trace


async def work():
    trace("work starts")
    return 1


async def main():
    future = asyncio.get_running_loop().create_future()
    for timeout in (0, -1):
        try:
            await asyncio.wait_for(future, timeout)
        except TimeoutError as error:
            trace(error, future.cancelled())
        except asyncio.CancelledError:
            trace("it was cancelled before")
    done = asyncio.create_task(work())
    await done
    trace(await asyncio.wait_for(done, 0))


asyncio.run(main())
