# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""aclosing() ends the generators of an early exit at the end of the block, the inner one first."""

import asyncio
import contextlib

from tracing import trace

work_done = False


async def cursor():
    try:
        yield 1
    finally:
        trace("cursor ends, work done", work_done)


async def rows():
    global work_done
    try:
        yield 2
    finally:
        await asyncio.sleep(0)
        work_done = True
        trace("rows ends")


async def main():
    async with contextlib.aclosing(cursor()) as cursor_gen:
        async for c in cursor_gen:
            async with contextlib.aclosing(rows()) as rows_gen:
                async for r in rows_gen:
                    trace(c, r)
                    break
            break
    trace("main ends")


asyncio.run(main())
