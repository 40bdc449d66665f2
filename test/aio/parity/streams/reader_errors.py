# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Ends that come too early and lines that are too long."""

import asyncio

from tracing import trace


def reader_of(data, eof=True):
    reader = asyncio.StreamReader(limit=8)
    reader.feed_data(data)
    if eof:
        reader.feed_eof()
    return reader


async def main():
    reader = reader_of(b"abc")
    try:
        await reader.readexactly(5)
    except asyncio.IncompleteReadError as error:
        trace(str(error), error.partial, error.expected)
    reader = reader_of(b"no separator"[:7])
    try:
        await reader.readuntil(b";")
    except asyncio.IncompleteReadError as error:
        trace(error.partial, error.expected)
    trace(await reader.read())
    reader = reader_of(b"no newline"[:5])
    trace(await reader.readline())
    reader = reader_of(b"0123456789\nnext\n")
    try:
        await reader.readuntil()
    except asyncio.LimitOverrunError as error:
        trace(str(error), error.consumed)
    try:
        await reader.readline()
    except ValueError as error:
        trace(str(error))
    trace(await reader.readline())
    reader = reader_of(b"0123456789", eof=False)
    try:
        await reader.readuntil()
    except asyncio.LimitOverrunError as error:
        trace(str(error), error.consumed)
    try:
        await reader.readline()
    except ValueError as error:
        trace(str(error))
    reader.feed_eof()
    trace(await reader.read())
    for call in (lambda: reader.readexactly(-1), lambda: reader.readuntil(b"")):
        try:
            await call()
        except ValueError as error:
            trace(str(error))


asyncio.run(main())
