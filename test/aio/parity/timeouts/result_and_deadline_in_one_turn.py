# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Result and deadline are due in the same turn of the loop: which of them comes first."""

import asyncio
import time

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    for result_at, deadline in ((0.001, 0.002), (0.002, 0.001)):
        future = loop.create_future()
        loop.call_later(result_at, future.set_result, 1)
        try:
            async with asyncio.timeout(deadline):
                time.sleep(0.005)
                trace("result", await future)
        except TimeoutError as error:
            trace(error, future.cancelled())
        await asyncio.sleep(0)


asyncio.run(main())
