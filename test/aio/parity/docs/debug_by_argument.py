# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Three ways into debug mode; the environment is the fourth."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    trace("debug", loop.get_debug())
    loop.set_debug(False)
    trace("debug", loop.get_debug())


asyncio.run(main(), debug=True)


async def set_debug():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    trace("debug", loop.get_debug())


asyncio.run(set_debug(), debug=False)
