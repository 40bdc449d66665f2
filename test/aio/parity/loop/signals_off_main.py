# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A loop outside the main thread takes no signal handlers."""

import asyncio
import signal
import threading

from tracing import trace


async def session():
    try:
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, lambda: None)
    except RuntimeError as error:
        trace(error)
    await asyncio.sleep(0)
    trace("goes on")


thread = threading.Thread(target=lambda: asyncio.run(session()))
thread.start()
thread.join()
