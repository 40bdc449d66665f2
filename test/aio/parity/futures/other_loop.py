# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A future of another loop cannot be awaited."""

import asyncio

from tracing import trace

other = asyncio.new_event_loop()
future = other.create_future()


async def main():
    try:
        await future
    except RuntimeError as error:
        trace(str(error).split("> got ")[1])
    trace("goes on")


asyncio.run(main())
other.close()
