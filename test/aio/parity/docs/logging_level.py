# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Only errors are wanted: the slow callback is not reported, the failing one is."""

import asyncio
import logging
import time

from tracing import trace


def fails():
    raise ValueError("callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.01
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    loop.call_soon(time.sleep, 0.02)
    loop.call_soon(fails)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    trace("end")


asyncio.run(main())
