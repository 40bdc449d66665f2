# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A program that is not there; a wait that is cancelled leaves the child alone."""

import asyncio

from tracing import trace


async def main():
    try:
        await asyncio.create_subprocess_exec("/nonexistent/program")
    except FileNotFoundError as error:
        trace("not found", isinstance(error, OSError))
    process = await asyncio.create_subprocess_exec("sleep", "60")
    try:
        await asyncio.wait_for(process.wait(), 0.005)
    except TimeoutError:
        trace("timeout", process.returncode)
    process.kill()
    trace(await process.wait())


asyncio.run(main())
