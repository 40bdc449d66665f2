# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""set() wakes all that wait, even if clear() follows; wait() of a set event does not give way."""

import asyncio

from tracing import trace


async def waits(name, event):
    trace(name, await event.wait(), event.is_set())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waits(name, event)) for name in "ab"]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    late = asyncio.create_task(waits("late", event))
    await asyncio.gather(*tasks)
    trace("late", late.done())
    event.set()
    asyncio.get_running_loop().call_soon(trace, "a turn")
    trace("main", await event.wait())
    await late


asyncio.run(main())
