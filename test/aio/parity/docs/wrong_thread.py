# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Debug mode raises where another thread schedules without call_soon_threadsafe()."""

import asyncio
import threading

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    if not loop.get_debug():
        trace("this is undefined without debug mode")
        return

    def other_thread():
        for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print),
                     lambda: loop.call_at(1, print)):
            try:
                call()
            except RuntimeError as error:
                trace(error)

    thread = threading.Thread(target=other_thread)
    thread.start()
    thread.join()


asyncio.run(main())
