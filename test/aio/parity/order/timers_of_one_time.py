# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Three timers of the same time."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.001
    for name in "abc":
        loop.call_at(when, trace, name)
    await asyncio.sleep(0.003)


asyncio.run(main())
