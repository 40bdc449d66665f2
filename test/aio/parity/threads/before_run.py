# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What another thread schedules before the loop runs waits for it, in order."""

import asyncio
import threading

from tracing import trace

loop = asyncio.new_event_loop()
loop.call_soon(trace, "first, of this thread")


def other_thread():
    loop.call_soon_threadsafe(trace, "second, of the other")
    loop.call_soon_threadsafe(trace, "third, of the other")


thread = threading.Thread(target=other_thread)
thread.start()
thread.join()
loop.call_soon(trace, "fourth, of this thread")
loop.call_soon_threadsafe(loop.stop)
trace("run")
loop.run_forever()
loop.close()
