# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A generator that yields instead of ending."""

import asyncio

from tracing import trace


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        trace("ignores")
    yield 2


async def main():
    agen = stubborn()
    trace(await anext(agen))
    try:
        await agen.aclose()
    except RuntimeError as error:
        trace(error)
    trace("end")


asyncio.run(main())
