# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A loop that is dropped without close()."""

import asyncio
import gc

from tracing import trace


async def nothing():
    trace("runs")


loop = asyncio.new_event_loop()
loop.run_until_complete(nothing())
del loop
gc.collect()
trace("end")
