# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""An exception that a callback throws is reported, and the loop goes on."""

import asyncio

from tracing import trace


def fails(text):
    raise ValueError(text)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(fails, "soon")
    loop.call_later(0, fails, "later")
    loop.call_soon_threadsafe(fails, "threadsafe")
    loop.call_soon(trace, "behind")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    trace("end")


asyncio.run(main())
