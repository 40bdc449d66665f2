# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The page of 3.5: the loop goes on after the exception."""

import asyncio

from tracing import trace


async def bug():
    raise Exception("not consumed")


loop = asyncio.new_event_loop()
loop.create_task(bug())
loop.call_later(0.01, loop.stop)
loop.run_forever()
trace("stopped")
loop.close()
