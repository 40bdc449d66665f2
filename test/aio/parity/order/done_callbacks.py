# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Done callbacks run in the order of their registration, each through call_soon()."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def first(_):
        trace("first")
        future.add_done_callback(lambda _: trace("added by first"))
        loop.call_soon(trace, "call_soon by first")

    def removed(_):
        trace("removed")

    future.add_done_callback(first)
    future.add_done_callback(removed)
    future.add_done_callback(lambda _: trace("second"))
    trace("removed", future.remove_done_callback(removed))
    trace("again", future.remove_done_callback(removed))
    loop.call_soon(trace, "call_soon before set_result")
    future.set_result(1)
    trace("done", future.done())
    future.add_done_callback(lambda _: trace("added when done"))
    await asyncio.sleep(0)
    trace("one turn")
    await asyncio.sleep(0)
    trace("two turns")


asyncio.run(main())
