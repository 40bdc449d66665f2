# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""aclose() while another task waits for the next item."""

import asyncio

from tracing import trace


async def items():
    try:
        await asyncio.sleep(0)
        yield 1
    finally:
        trace("items ends")


async def takes(agen):
    trace("item", await anext(agen))


async def main():
    agen = items()
    task = asyncio.create_task(takes(agen))
    await asyncio.sleep(0)
    try:
        await agen.aclose()
    except RuntimeError as error:
        trace(error)
    await task
    await agen.aclose()
    trace("closed")


asyncio.run(main())
