# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A task cannot await itself."""

import asyncio

from tracing import trace


async def waits_for_itself():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        trace(str(error).split(": <")[0])
    trace("goes on")


async def main():
    await asyncio.create_task(waits_for_itself())


asyncio.run(main())
