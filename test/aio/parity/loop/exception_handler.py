# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A handler of the program's own gets the reports, until it is taken away."""

import asyncio

from tracing import trace


def fails():
    raise ValueError("callback")


async def bug():
    raise KeyError("task")


async def main():
    loop = asyncio.get_running_loop()

    def handler(the_loop, context):
        trace("handler", the_loop is loop, context["message"].split(" fails")[0],
              context["exception"])

    loop.set_exception_handler(handler)
    loop.call_soon(fails)
    asyncio.create_task(bug())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_soon(fails)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "mine"})
    loop.call_exception_handler({"message": "mine too", "exception": ValueError("given")})


asyncio.run(main())
