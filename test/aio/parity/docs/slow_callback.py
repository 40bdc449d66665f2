# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A callback that is slow, by a threshold of the program's own."""

import asyncio
import time

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    trace("threshold", loop.slow_callback_duration == 0.1)
    loop.slow_callback_duration = 0.05
    loop.call_soon(time.sleep, 0.06)
    loop.call_later(0.001, time.sleep, 0.06)
    await asyncio.sleep(0)
    await asyncio.sleep(0.002)
    trace("end")


asyncio.run(main())
