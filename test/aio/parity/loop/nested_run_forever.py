# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# python: <3.13
"""run_forever() of this loop and another within a run; 3.13 loses the running loop here."""

import asyncio

from tracing import trace


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    for each in (loop, other):
        try:
            each.run_forever()
        except RuntimeError as error:
            trace(error)
    other.close()
    await asyncio.sleep(0)
    trace("end", loop.is_running())


asyncio.run(main())
