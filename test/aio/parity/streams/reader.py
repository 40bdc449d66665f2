# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What each read returns with data in pieces, and at the end."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=16)
    reader.feed_data(b"one\ntwo\nthr")
    trace(await reader.readline(), await reader.read(2), await reader.readexactly(2))
    trace(await reader.read(100))
    loop.call_soon(reader.feed_data, b"ee")
    loop.call_soon(reader.feed_data, b"\nfour")
    trace(await reader.readline())
    loop.call_soon(reader.feed_data, b";five")
    trace(await reader.readuntil(b";"), reader.at_eof())
    reader.feed_eof()
    trace(reader.at_eof())
    trace(await reader.read(), reader.at_eof())
    trace(await reader.read(), await reader.readline(), await reader.read(3))


asyncio.run(main())
