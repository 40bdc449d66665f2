# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Lines to and from a child, until its end."""

import asyncio
from asyncio.subprocess import PIPE

from tracing import trace


async def main():
    process = await asyncio.create_subprocess_shell('while read line; do echo "<$line>"; done',
                                                    stdin=PIPE, stdout=PIPE)
    for line in (b"one\n", b"two\n"):
        process.stdin.write(line)
        await process.stdin.drain()
        trace(await process.stdout.readline())
    process.stdin.close()
    trace(await process.stdout.read(), process.stdout.at_eof())
    trace(await process.wait())


asyncio.run(main())
