# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What run_coroutine_threadsafe() gives another thread: exceptions, timeout, cancellation."""

import asyncio
import concurrent.futures
import threading

from tracing import trace


ended = []


async def bug():
    raise ValueError("bug")


async def sleeps():
    try:
        await asyncio.sleep(3600)
    finally:
        ended.append("sleeps")


async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()

    def other_thread():
        try:
            asyncio.run_coroutine_threadsafe(bug(), loop).result(10)
        except ValueError as error:
            trace(error)
        future = asyncio.run_coroutine_threadsafe(sleeps(), loop)
        try:
            future.result(0.01)
        except concurrent.futures.TimeoutError:
            trace("timeout", future.done())
        trace("cancel", future.cancel())
        try:
            future.result(10)
        except concurrent.futures.CancelledError:
            trace("cancelled")
        loop.call_soon_threadsafe(done.set)

    thread = threading.Thread(target=other_thread)
    thread.start()
    await done.wait()
    thread.join()
    for _ in range(3):
        await asyncio.sleep(0)
    trace("ended", *ended)


asyncio.run(main())
