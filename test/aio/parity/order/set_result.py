# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Who waits for a future goes on in the order of the awaits, among callbacks of the same turn."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def waits(name):
        trace(name, "waits")
        trace(name, "has", await future)

    tasks = [asyncio.create_task(waits(name)) for name in "ab"]
    await asyncio.sleep(0)
    future.add_done_callback(lambda done: trace("callback"))
    loop.call_soon(trace, "before")
    future.set_result(1)
    loop.call_soon(trace, "behind")
    trace("main has", await future)
    await asyncio.gather(*tasks)
    trace("end")


asyncio.run(main())
