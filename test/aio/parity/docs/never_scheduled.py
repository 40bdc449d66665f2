# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A coroutine object is made, and nobody awaits it."""

import asyncio

from tracing import trace


async def test():
    trace("never scheduled")


async def main():
    test()
    trace("main ends")


asyncio.run(main())
