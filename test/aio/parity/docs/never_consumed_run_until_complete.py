# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The second fix: run_until_complete() throws the exception of the task."""

import asyncio

from tracing import trace


async def bug():
    raise Exception("not consumed")


loop = asyncio.new_event_loop()
task = loop.create_task(bug())
try:
    loop.run_until_complete(task)
except Exception:
    trace("exception consumed")
loop.close()
