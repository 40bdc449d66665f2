# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The first fix: another coroutine awaits it and catches the exception."""

import asyncio

from tracing import trace


async def bug():
    raise Exception("not consumed")


async def handle_exception():
    try:
        await bug()
    except Exception:
        trace("exception consumed")


loop = asyncio.new_event_loop()
loop.create_task(handle_exception())
loop.call_later(0.01, loop.stop)
loop.run_forever()
loop.close()
