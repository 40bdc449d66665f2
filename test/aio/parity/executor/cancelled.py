# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Cancelling the future does not stop a function that has begun; run() waits for it."""

import asyncio
import threading

from tracing import trace

begun, go_on = threading.Event(), threading.Event()


def work():
    begun.set()
    go_on.wait()
    trace("work ends")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, work)
    begun.wait()
    trace(future.cancel(), future.cancelled())
    try:
        await future
    except asyncio.CancelledError:
        trace("cancelled")
    trace("main ends")
    go_on.set()


asyncio.run(main())
trace("end")
