# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Timers run by their times, whatever the order of the calls."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    now = loop.time()
    loop.call_at(now + 0.004, done.set_result, None)
    loop.call_at(now + 0.003, trace, "third")
    loop.call_at(now + 0.001, trace, "first")
    loop.call_at(now + 0.002, trace, "second")
    loop.call_at(now - 1, trace, "overdue")
    handle = loop.call_later(0.001, trace, "later", "cancelled")
    trace("when", handle.when() > now, handle.cancelled())
    handle.cancel()
    handle.cancel()
    trace("cancelled", handle.cancelled())
    await done
    trace("late", loop.time() >= now + 0.004)


asyncio.run(main())
