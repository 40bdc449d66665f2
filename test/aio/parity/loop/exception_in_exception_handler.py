# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""An exception handler that throws."""

import asyncio

from tracing import trace


def fails():
    raise ValueError("callback")


def handler(loop, context):
    trace("handler", context["exception"])
    raise KeyError("handler")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(fails)
    await asyncio.sleep(0)
    trace("end")


asyncio.run(main())
