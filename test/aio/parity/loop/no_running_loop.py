# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What needs a running loop says so without one."""

import asyncio

from tracing import trace


async def work():
    trace("never")


coroutine = work()
for call in (asyncio.get_running_loop, lambda: asyncio.create_task(coroutine),
             asyncio.current_task, asyncio.all_tasks):
    try:
        call()
    except RuntimeError as error:
        trace(error)
coroutine.close()
