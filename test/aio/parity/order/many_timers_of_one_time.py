# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Six timers of the same time: asyncio's heap does not keep their order."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.001
    for name in "abcdef":
        loop.call_at(when, trace, name)
    await asyncio.sleep(0.003)


asyncio.run(main())
