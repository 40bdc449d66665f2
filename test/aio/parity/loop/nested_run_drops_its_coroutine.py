# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The coroutine that a nested run() was given has never run."""

import asyncio

from tracing import trace


async def inner():
    trace("never")


async def main():
    try:
        asyncio.run(inner())
    except RuntimeError:
        trace("refused")


asyncio.run(main())
