# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A loop that is closed while a task is pending."""

import asyncio
import gc

from tracing import trace


async def waits(fut):
    await fut


loop = asyncio.new_event_loop()
loop.create_task(waits(loop.create_future()), name="forgotten")
loop.call_soon(loop.stop)
loop.run_forever()
trace("close")
loop.close()
gc.collect()
trace("end")
