# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Deadlines, cancellations and results that come in one turn of the loop; nested deadlines."""

import asyncio

from tracing import trace

turn = 0


def tick():
    global turn
    turn += 1
    asyncio.get_running_loop().call_soon(tick)


def soon(turns, function):
    loop = asyncio.get_running_loop()
    if turns == 0:
        function()
    else:
        loop.call_soon(soon, turns - 1, function)


async def waits(future):
    try:
        result = await future
        trace(turn, "has", result)
    except asyncio.CancelledError as error:
        trace(turn, "cancelled", str(error))
        raise
    except ValueError as error:
        trace(turn, "threw", error)
        raise


async def swallows(future):
    try:
        await future
    except asyncio.CancelledError:
        trace(turn, "swallowed", asyncio.current_task().cancelling())
    await asyncio.sleep(0)


async def limited(limit, awaitable):
    try:
        async with limit:
            await awaitable
        trace(turn, "in time", limit.expired())
    except TimeoutError as error:
        trace(turn, "TimeoutError", str(error), limit.expired())
    except ValueError:
        trace(turn, "ValueError", limit.expired())
    trace("cancelling", asyncio.current_task().cancelling())


async def finishing(turns, error=None):
    """The deadline is in the next turn; the future ends after so many."""
    future = asyncio.get_running_loop().create_future()
    if error:
        soon(turns, lambda: future.done() or future.set_exception(error))
    else:
        soon(turns, lambda: future.done() or future.set_result("result"))
    await limited(asyncio.timeout(0), waits(future))


async def expires_then_ends():
    """The deadline passes while the body runs its last step."""
    limit = asyncio.timeout(3600)

    async def body():
        limit.reschedule(0)
        await asyncio.sleep(0)
        trace(turn, "body ends", limit.expired())
    await limited(limit, body())
    trace("next")
    await asyncio.sleep(0)


async def cancelled(turns):
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(limited(asyncio.timeout(0), waits(future)))
    soon(turns, lambda: task.cancel("by hand"))
    try:
        await task
    except asyncio.CancelledError as error:
        trace(turn, "task cancelled", str(error), task.cancelling())


async def nested(outer_limit, inner_limit):
    future = asyncio.get_running_loop().create_future()

    async def inner():
        await limited(asyncio.timeout(inner_limit), waits(future))
        trace(turn, "between")
        await asyncio.sleep(0)
        trace(turn, "inner ends")
    await limited(asyncio.timeout(outer_limit), inner())


async def uncancelled():
    """Who takes the request to cancel back leaves the deadline its TimeoutError."""
    future = asyncio.get_running_loop().create_future()
    task = asyncio.current_task()

    async def body():
        try:
            await future
        except asyncio.CancelledError:
            trace(turn, "uncancel", task.uncancel())
            raise
    task.cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        trace(turn, "cancelling", task.cancelling())
    await limited(asyncio.timeout(0), body())
    trace("uncancel", task.uncancel())


async def program():
    loop = asyncio.get_running_loop()
    tick()
    for turns in range(4):
        trace("result after", turns)
        await finishing(turns)
        trace("exception after", turns)
        await finishing(turns, ValueError("error"))
    trace("expires, ends")
    await expires_then_ends()
    for turns in range(1, 4):
        trace("cancelled after", turns)
        await cancelled(turns)
    trace("swallows")
    await limited(asyncio.timeout(0), swallows(loop.create_future()))
    trace("no await")
    await limited(asyncio.timeout(-1), asyncio.sleep(0))
    trace("nested, both")
    await nested(0, 0)
    trace("nested, inner")
    await nested(3600, 0)
    trace("nested, outer")
    await nested(0, 3600)
    trace("uncancelled")
    await uncancelled()


asyncio.run(program())
