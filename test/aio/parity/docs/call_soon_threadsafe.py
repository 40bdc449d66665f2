# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Another thread schedules a callback."""

import asyncio
import threading

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop_thread = threading.get_ident()

    def callback(number):
        trace("callback", number, "on the loop's thread", threading.get_ident() == loop_thread)
        if number == 2:
            done.set_result(None)

    def other_thread():
        loop.call_soon_threadsafe(callback, 1)
        loop.call_soon_threadsafe(callback, 2)

    thread = threading.Thread(target=other_thread)
    thread.start()
    await done
    thread.join()
    trace("end")


asyncio.run(main())
