# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""One that is made while the loop runs is closed at the end of run()."""

import asyncio

from tracing import trace

agen = None


async def agenfn():
    try:
        yield 10
    finally:
        await asyncio.sleep(0)
        trace("clean-up ends")


async def main():
    global agen
    agen = agenfn()
    trace(await anext(agen))
    trace("main ends")


asyncio.run(main())
trace("run ends")
