# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Loops do not nest: run() and run_until_complete() of this loop and another."""

import asyncio

from tracing import trace


async def inner():
    trace("never")


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    future = loop.create_future()
    others = other.create_future()
    for call in (lambda: loop.run_until_complete(future), lambda: other.run_until_complete(others),
                 loop.close):
        try:
            call()
        except RuntimeError as error:
            trace(error)
    other.close()
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        trace(error)
    coroutine.close()
    trace("end")


asyncio.run(main())
