# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Nothing can be scheduled on a closed loop."""

import asyncio

from tracing import trace


async def work():
    trace("never")


def attempt(name, call):
    try:
        call()
        trace(name, "returns")
    except RuntimeError as error:
        trace(name, error)


loop = asyncio.new_event_loop()
handle = loop.call_soon(trace, "never")
timer = loop.call_later(1, trace, "never")
future = loop.create_future()
future.add_done_callback(lambda _: trace("never"))
loop.close()
loop.close()
coroutine = work()
attempt("call_soon", lambda: loop.call_soon(trace))
attempt("call_later", lambda: loop.call_later(1, trace))
attempt("call_soon_threadsafe", lambda: loop.call_soon_threadsafe(trace))
attempt("create_task", lambda: loop.create_task(coroutine))
attempt("run_forever", loop.run_forever)
attempt("run_until_complete", lambda: loop.run_until_complete(coroutine))
attempt("run_in_executor", lambda: loop.run_in_executor(None, trace))
attempt("create_future", loop.create_future)
attempt("set_debug", lambda: loop.set_debug(False))
coroutine.close()
handle.cancel()
timer.cancel()
trace(loop.is_closed(), loop.is_running())
