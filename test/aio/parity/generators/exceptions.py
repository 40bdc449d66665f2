# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""An exception of the body ends it; athrow() throws at the yield, and may be answered."""

import asyncio

from tracing import trace


async def fails():
    yield 1
    raise ValueError("body")


async def answers():
    try:
        yield 1
    except KeyError as error:
        trace("body", error)
        yield 2
    trace("never")


async def main():
    agen = fails()
    trace(await anext(agen))
    try:
        await anext(agen)
    except ValueError as error:
        trace(error)
    trace("end", await anext(agen, None))
    agen = answers()
    trace(await anext(agen))
    trace("answer", await agen.athrow(KeyError("thrown")))
    try:
        await agen.athrow(ValueError("again"))
    except ValueError as error:
        trace(error)
    agen = answers()
    try:
        await agen.athrow(ValueError("before the start"))
    except ValueError as error:
        trace(error)
    trace("end", await anext(agen, None))


asyncio.run(main())
