# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""call_soon_threadsafe() and run_coroutine_threadsafe() after close()."""

import asyncio
import threading

from tracing import trace


async def work():
    trace("never")


loop = asyncio.new_event_loop()
loop.close()


def other_thread():
    try:
        loop.call_soon_threadsafe(trace, "never")
    except RuntimeError as error:
        trace(error)
    coroutine = work()
    try:
        asyncio.run_coroutine_threadsafe(coroutine, loop)
    except RuntimeError as error:
        trace(error)
    coroutine.close()


thread = threading.Thread(target=other_thread)
thread.start()
thread.join()
