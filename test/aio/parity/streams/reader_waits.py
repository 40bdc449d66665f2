# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""One reader at a time; a cancelled read takes nothing; an exception comes out of each read."""

import asyncio

from tracing import trace


async def reads(name, reader):
    try:
        trace(name, await reader.read(3))
    except (RuntimeError, ValueError) as error:
        trace(name, error)
    except asyncio.CancelledError:
        trace(name, "cancelled")
        raise


async def main():
    reader = asyncio.StreamReader()
    first = asyncio.create_task(reads("first", reader))
    await asyncio.sleep(0)
    await reads("second", reader)
    first.cancel()
    await asyncio.wait([first])
    third = asyncio.create_task(reads("third", reader))
    await asyncio.sleep(0)
    reader.feed_data(b"data")
    await third
    reader.set_exception(ValueError("lost"))
    trace(reader.exception())
    await reads("fourth", reader)


asyncio.run(main())
