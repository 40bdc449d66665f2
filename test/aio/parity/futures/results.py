# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Results and exceptions before and after they are there; setting them twice."""

import asyncio

from tracing import trace


def attempt(name, call):
    try:
        trace(name, call())
    except (asyncio.InvalidStateError, ValueError) as error:
        trace(name, error)
    except asyncio.CancelledError as error:
        trace(name, "CancelledError")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    attempt("result", future.result)
    attempt("exception", future.exception)
    future.set_result(1)
    attempt("result", future.result)
    attempt("exception", future.exception)
    attempt("set_result", lambda: future.set_result(2))
    attempt("set_exception", lambda: future.set_exception(ValueError("late")))
    trace("cancel", future.cancel(), future.cancelled(), future.done())

    failed = loop.create_future()
    failed.set_exception(ValueError("once"))
    attempt("result", failed.result)
    attempt("result again", failed.result)
    attempt("exception", failed.exception)
    attempt("set_result", lambda: failed.set_result(2))

    cancelled = loop.create_future()
    trace("cancel", cancelled.cancel(), cancelled.cancel(), cancelled.cancelled(), cancelled.done())
    attempt("result", cancelled.result)
    attempt("exception", cancelled.exception)
    attempt("set_result", lambda: cancelled.set_result(2))


asyncio.run(main())
