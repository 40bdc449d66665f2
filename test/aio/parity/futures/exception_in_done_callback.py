# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A done callback that throws is reported; the others run, and so does who waits."""

import asyncio

from tracing import trace


def fails(_):
    raise KeyError("callback")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(fails)
    future.add_done_callback(lambda done: trace("second", done.result()))
    future.set_result(1)
    trace("main", await future)
    await asyncio.sleep(0)
    trace("end")


asyncio.run(main())
