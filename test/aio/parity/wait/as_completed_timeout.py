# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""When the time is over every coroutine that is left throws TimeoutError; the tasks go on."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    done, pending = loop.create_future(), loop.create_future()
    done.set_result("done")
    for next_one in asyncio.as_completed([done, pending], timeout=0.002):
        try:
            trace(await next_one)
        except TimeoutError as error:
            trace(error)
    trace(pending.done())


asyncio.run(main())
