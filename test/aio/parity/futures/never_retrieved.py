# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""An exception that nobody has looked at is reported when the future goes; looking is enough."""

import asyncio

from tracing import trace


def failed(name):
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError(name))
    return future


async def main():
    trace("dropped")
    failed("dropped")
    trace("exception()")
    failed("exception()").exception()
    trace("result()")
    try:
        failed("result()").result()
    except ValueError:
        pass
    trace("awaited")
    try:
        await failed("awaited")
    except ValueError:
        pass
    trace("done callback that does not look")
    future = failed("callback")
    future.add_done_callback(lambda done: trace("called", done.done()))
    del future
    await asyncio.sleep(0)
    trace("late")
    future = failed("late")
    await asyncio.sleep(0)
    trace(future.exception())
    del future
    trace("cancel() of a failed one")
    future = failed("cancel")
    trace(future.cancel())
    del future
    trace("end")


asyncio.run(main())
