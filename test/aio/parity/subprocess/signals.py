# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""terminate() and kill(): the return code is the signal's; then there is nobody to signal."""

import asyncio

from tracing import trace


async def main():
    for end in ("terminate", "kill"):
        process = await asyncio.create_subprocess_exec("sleep", "60")
        waiters = [asyncio.create_task(process.wait()) for _ in range(2)]
        await asyncio.sleep(0)
        getattr(process, end)()
        trace(end, *await asyncio.gather(*waiters), process.returncode)
    try:
        process.send_signal(15)
    except ProcessLookupError:
        trace("it is gone")


asyncio.run(main())
