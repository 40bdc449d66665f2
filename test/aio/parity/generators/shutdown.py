# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""shutdown_asyncgens() closes what is suspended; an error of a clean-up is reported."""

import asyncio

from tracing import trace


async def fails():
    try:
        yield 1
    finally:
        raise ValueError("clean-up")


async def main():
    loop = asyncio.get_running_loop()
    agen = fails()
    trace(await anext(agen))
    loop.set_exception_handler(lambda _, context: trace(
        context["message"].split(" <")[0], context["exception"]))
    await loop.shutdown_asyncgens()
    trace("closed", await anext(agen, None))


asyncio.run(main())
