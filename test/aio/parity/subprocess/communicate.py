# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""communicate(): input, both outputs, return code; standard error into standard output."""

import asyncio
from asyncio.subprocess import DEVNULL, PIPE, STDOUT

from tracing import trace


async def main():
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    trace("running", process.returncode)
    out, err = await process.communicate(b"through cat")
    trace(out, err is None, process.returncode)
    process = await asyncio.create_subprocess_shell("echo out; echo err >&2; exit 3",
                                                    stdout=PIPE, stderr=PIPE)
    out, err = await process.communicate()
    trace(out, err, process.returncode)
    process = await asyncio.create_subprocess_shell("echo err >&2; echo out", stdin=DEVNULL,
                                                    stdout=PIPE, stderr=STDOUT)
    out, err = await process.communicate()
    trace(out, await process.wait())


asyncio.run(main())
