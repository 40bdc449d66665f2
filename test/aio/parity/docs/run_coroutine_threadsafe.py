# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Another thread runs a coroutine on the loop and waits for its result."""

import asyncio
import threading

from tracing import trace


async def coro_func():
    trace("coro_func runs")
    return await asyncio.sleep(0.01, 42)


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def other_thread():
        future = asyncio.run_coroutine_threadsafe(coro_func(), loop)
        result = future.result(10)
        loop.call_soon_threadsafe(done.set_result, result)

    thread = threading.Thread(target=other_thread)
    thread.start()
    trace("result", await done)
    thread.join()


asyncio.run(main())
