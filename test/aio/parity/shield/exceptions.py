# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Exceptions pass through; of a shield that was cancelled nobody sees them, which is reported."""

import asyncio

from tracing import trace


async def bug(name):
    await asyncio.sleep(0)
    raise ValueError(name)


async def main():
    try:
        await asyncio.shield(bug("seen"))
    except ValueError as error:
        trace(error)
    outer = asyncio.shield(bug("unseen"))
    outer.cancel("why")
    try:
        await outer
    except asyncio.CancelledError as error:
        trace(error)
    for _ in range(3):
        await asyncio.sleep(0)
    trace("end")


asyncio.run(main())
