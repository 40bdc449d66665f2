# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A signal handler is a callback of the loop; one that is removed, and one that never was."""

import asyncio
import os
import signal

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    received = asyncio.Event()

    def handler(name):
        trace(name, "received")
        received.set()

    loop.add_signal_handler(signal.SIGUSR1, handler, "first")
    loop.add_signal_handler(signal.SIGUSR1, handler, "second")
    os.kill(os.getpid(), signal.SIGUSR1)
    trace("sent")
    await received.wait()
    trace("removed", loop.remove_signal_handler(signal.SIGUSR1))
    trace("removed", loop.remove_signal_handler(signal.SIGUSR1))
    for number in (0, 1000):
        try:
            loop.add_signal_handler(number, handler, "never")
        except ValueError as error:
            trace(str(error))
    try:
        loop.add_signal_handler(signal.SIGKILL, handler, "never")
    except RuntimeError as error:
        trace(error)


asyncio.run(main())
