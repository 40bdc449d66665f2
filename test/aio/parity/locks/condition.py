# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""notify() wakes in the order of the waits; who is woken goes on once it has the lock."""

import asyncio

from tracing import trace


async def waits(name, condition):
    async with condition:
        await condition.wait()
        trace(name, "woken", condition.locked())


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waits(name, condition)) for name in "abcd"]
    await asyncio.sleep(0)
    for n in (1, 2):
        async with condition:
            condition.notify(n)
            trace("notified", n)
            await asyncio.sleep(0)
        for _ in range(5):
            await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    for call in (condition.notify, condition.notify_all):
        try:
            call()
        except RuntimeError as error:
            trace(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        trace(error)


asyncio.run(main())
