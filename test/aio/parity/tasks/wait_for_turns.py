# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# python: <3.12
"""In which turn wait_for() ends, and as what."""

import asyncio

from tracing import trace

SHORT = 1e-9
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


async def sleeps(turns, end=0, throws=False, result=1):
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        trace(turn, "inner cancelled", str(error))
        for _ in range(end):
            await asyncio.sleep(0)
        if throws:
            raise ValueError("clean-up")
        if end == 0:
            raise
    return result


async def ended(awaitable):
    try:
        result = await awaitable
        trace(turn, "result", result)
    except asyncio.TimeoutError as error:
        trace(turn, "TimeoutError", str(error))
    except ValueError as error:
        trace(turn, error)
    except asyncio.CancelledError as error:
        trace(turn, "CancelledError", str(error))
    trace("cancelling", asyncio.current_task().cancelling())


async def cancelled(turns, coroutine):
    task = asyncio.create_task(ended(coroutine))
    soon(turns, lambda: task.cancel("by hand"))
    await task


async def program():
    tick()
    loop = asyncio.get_running_loop()
    trace("in time")
    await ended(asyncio.wait_for(sleeps(0), 3600))
    await ended(asyncio.wait_for(sleeps(2), 3600))
    await ended(asyncio.wait_for(sleeps(2), None))
    task = asyncio.create_task(sleeps(0))
    await asyncio.sleep(0)
    await ended(asyncio.wait_for(task, 3600))
    await ended(asyncio.wait_for(task, 0))
    trace("late")
    await ended(asyncio.wait_for(sleeps(9), SHORT))
    await ended(asyncio.wait_for(sleeps(9), 0))
    await ended(asyncio.wait_for(asyncio.create_task(sleeps(9)), -1))
    task = asyncio.create_task(sleeps(9))
    await asyncio.sleep(0)
    await ended(asyncio.wait_for(task, 0))
    await ended(asyncio.wait_for(loop.create_future(), SHORT))
    await ended(asyncio.wait_for(loop.create_future(), 0))
    trace("late, inner", "swallows")
    await ended(asyncio.wait_for(sleeps(9, 2), SHORT))
    trace("late, inner", "throws")
    await ended(asyncio.wait_for(sleeps(9, 2, True), SHORT))
    await ended(asyncio.wait_for(sleeps(9, 0, True), SHORT))
    for turns in range(5):
        trace("ends as the time is over", turns)
        await ended(asyncio.wait_for(sleeps(turns), SHORT))
        future = loop.create_future()
        soon(turns, lambda: future.done() or future.set_result(2))
        await ended(asyncio.wait_for(future, SHORT))
    trace("gather")
    await ended(asyncio.wait_for(asyncio.gather(sleeps(9)), SHORT))
    trace("shield")
    task = asyncio.create_task(sleeps(9))
    await ended(asyncio.wait_for(asyncio.shield(task), SHORT))
    await ended(task)
    for turns in range(5):
        trace("cancelled after", turns)
        await cancelled(turns + 1, asyncio.wait_for(sleeps(9), 3600))
        await cancelled(turns + 1, asyncio.wait_for(sleeps(9, 3), 3600))
        await cancelled(turns + 1, asyncio.wait_for(sleeps(9), None))
    trace("inner cancelled by hand")
    task = asyncio.create_task(sleeps(9))
    soon(2, lambda: task.cancel("by hand"))
    await ended(asyncio.wait_for(task, 3600))
    trace("nested")
    await ended(asyncio.wait_for(asyncio.wait_for(sleeps(9), 3600), SHORT))
    await ended(asyncio.wait_for(asyncio.wait_for(sleeps(9), SHORT), 3600))
    await ended(asyncio.wait_for(asyncio.wait_for(sleeps(9), SHORT), SHORT))


asyncio.run(program())
