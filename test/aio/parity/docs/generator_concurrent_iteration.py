# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Two tasks iterate over the same generator: the second one fails, the first one goes on."""

import asyncio

from tracing import trace


async def items():
    for item in range(3):
        await asyncio.sleep(0)
        yield item


async def takes(name, agen):
    try:
        trace(name, await anext(agen))
    except RuntimeError as error:
        trace(name, error)


async def main():
    agen = items()
    await asyncio.gather(takes("a", agen), takes("b", agen))
    trace("main", await anext(agen))
    await agen.aclose()


asyncio.run(main())
