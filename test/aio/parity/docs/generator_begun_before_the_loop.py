# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A generator whose iteration began before there was a loop is unknown to asyncio's loop."""

import asyncio

from tracing import trace


async def agenfn():
    try:
        yield 10
    finally:
        await asyncio.sleep(0)
        trace("clean-up ends")


async def first(step):
    trace(await step)


agen = agenfn()
asyncio.run(first(anext(agen)))
trace("run ends")
del agen
