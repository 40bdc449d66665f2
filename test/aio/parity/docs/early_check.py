# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Who was asked for something looks first whether it is still wanted."""

import asyncio

from tracing import trace


async def slow_operation(fut):
    if fut.cancelled():
        trace("not wanted any more")
        return
    trace("slow computation")
    await asyncio.sleep(0)
    if not fut.cancelled():
        fut.set_result(42)


async def main():
    loop = asyncio.get_running_loop()
    wanted, unwanted = loop.create_future(), loop.create_future()
    tasks = [asyncio.create_task(slow_operation(fut)) for fut in (wanted, unwanted)]
    unwanted.cancel()
    trace("result", await wanted)
    await asyncio.gather(*tasks)


asyncio.run(main())
