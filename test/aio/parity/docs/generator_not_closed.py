# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# python: <3.13
"""The same without aclosing(): asyncio ends them later, and the clean-up of one is cut short."""

import asyncio

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
        try:
            await asyncio.sleep(1)
            work_done = True
        finally:
            trace("rows ends, work done", work_done)


async def main():
    async for c in cursor():
        async for r in rows():
            trace(c, r)
            break
        break
    trace("main ends")


asyncio.run(main())
